import type { ServerResponse } from 'node:http';
import type { Metrics } from '@kaerimichi/runtime';

/** Measures a request until its answer is out, whatever it is; `gone` where the client did not wait for it. */
export function observeRequest({ requests }: Metrics, response: ServerResponse, route: string): void {
  const began = performance.now();
  response.once('close', () => {
    const status = response.writableFinished ? String(response.statusCode) : 'gone';
    requests.observe({ route, status }, (performance.now() - began) / 1000);
  });
}
