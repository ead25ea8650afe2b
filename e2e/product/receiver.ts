import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Arrived = { readonly headers: IncomingHttpHeaders; readonly body: Buffer; readonly path: string };

export type Receiver = {
  readonly url: string;
  readonly port: number;
  /** In the order in which they arrived. */
  readonly arrived: Arrived[];
  /** Answers one; 204 until a test says otherwise. */
  answer: (response: ServerResponse) => void;
  stop(): Promise<void>;
};

/** A service on this computer that is told something over HTTP. */
export async function startReceiver(port = 0): Promise<Receiver> {
  const arrived: Arrived[] = [];
  const receiver: Pick<Receiver, 'answer'> = { answer: response => response.writeHead(204).end() };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      arrived.push({ headers: request.headers, body: Buffer.concat(parts), path: request.url ?? '' });
      receiver.answer(response);
    });
  });
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
  const own = (server.address() as AddressInfo).port;
  return Object.assign(receiver, {
    ...{ arrived, port: own, url: `http://127.0.0.1:${own}` },
    stop: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}
