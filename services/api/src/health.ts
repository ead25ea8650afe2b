import type { Express, Request } from 'express';
import { isHandedOn } from './is-handed-on.ts';
import type { ApiPorts } from './ports.ts';

/** Process, database and figures, for whoever keeps the program running. */
export function healthRoutes(app: Express, { store, metrics, places, settings }: ApiPorts): void {
  app.get('/healthz', (_request, response) => void response.json({ ok: true, version: settings.version }));
  app.get('/readyz', async (_request, response) => {
    const readiness = await store.ready(places());
    const isReady = readiness.database && readiness.missingMigrations.length === 0;
    response.status(isReady ? 200 : 503).json({ ok: isReady, ...readiness });
  });
  app.get('/metrics', async (request, response) => {
    if (!mayMeasure(request, settings.metricsToken)) return void response.status(404).end();
    response.type(metrics.contentType).send(await metrics.text());
  });
}

const loopback = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

function mayMeasure(request: Request, token: string | null): boolean {
  if (token) return request.headers.authorization === `Bearer ${token}`;
  return loopback.includes(request.socket.remoteAddress ?? '') && !isHandedOn(request.headers);
}
