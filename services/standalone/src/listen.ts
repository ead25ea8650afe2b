import { readFileSync } from 'node:fs';
import { createServer as createPlain, type RequestListener, type Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { Environment } from '@kaerimichi/runtime';
import { StartRefused } from '@kaerimichi/store';

/** A request that takes longer than this to arrive is cut: slow senders hold nothing. */
const REQUEST_MS = 60_000;
const HEADERS_MS = 15_000;

export function createServer(
  { TLS_CERT_FILE: cert, TLS_KEY_FILE: key }: Environment,
  listener: RequestListener,
): Server {
  const limits = { requestTimeout: REQUEST_MS, headersTimeout: HEADERS_MS, keepAliveTimeout: 10_000 };
  return cert && key
    ? createSecure({ ...limits, cert: readFileSync(cert), key: readFileSync(key) }, listener)
    : createPlain(limits, listener);
}

export function listen(server: Server, { PORT, HOST }: Environment): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', fault => {
      const isTaken = (fault as NodeJS.ErrnoException).code === 'EADDRINUSE';
      reject(isTaken ? new StartRefused(`Port ${PORT} is in use: set PORT to another one.`) : fault);
    });
    server.listen(PORT, HOST, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : PORT);
    });
  });
}
