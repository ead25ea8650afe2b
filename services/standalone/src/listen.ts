import { readFileSync } from 'node:fs';
import { createServer as createPlain, type RequestListener, type Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { createSecureContext } from 'node:tls';
import type { Environment } from '@kaerimichi/runtime';
import { StartRefused } from '@kaerimichi/store';
import { lookAtPort, portFault } from '../early/look-at-port.mjs';

/** A request that takes longer than this to arrive is cut: slow senders hold nothing. */
const REQUEST_MS = 60_000;
const HEADERS_MS = 15_000;
/** Longer than proxies keep an idle connection: whoever closes first cuts what the other sends in that moment. */
const IDLE_MS = 65_000;

export function createServer(
  { TLS_CERT_FILE: cert, TLS_KEY_FILE: key }: Environment,
  listener: RequestListener,
): Server {
  const limits = { requestTimeout: REQUEST_MS, headersTimeout: HEADERS_MS, keepAliveTimeout: IDLE_MS };
  return cert && key ? createSecure({ ...limits, ...certificate(cert, key) }, listener) : createPlain(limits, listener);
}

function certificate(certFile: string, keyFile: string): { cert: Buffer; key: Buffer } {
  try {
    const read = { cert: readFileSync(certFile), key: readFileSync(keyFile) };
    createSecureContext(read);
    return read;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StartRefused(
      {
        ja: `TLS_CERT_FILE と TLS_KEY_FILE を証明書と鍵として読めません（${why}）。`,
        en: `TLS_CERT_FILE and TLS_KEY_FILE are not readable as a certificate and its key (${why}).`,
      },
      'start-failed',
      cause,
    );
  }
}

/** Says at once that the port is taken: before a database is made and a world written for nothing. */
export async function refuseTakenPort(environment: Pick<Environment, 'PORT' | 'HOST'>): Promise<void> {
  const fault = await lookAtPort(environment);
  if (fault) throw new StartRefused(fault, fault.code);
}

export function listen(server: Server, { PORT, HOST }: Pick<Environment, 'PORT' | 'HOST'>): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', cause => {
      const fault = portFault(cause, { PORT, HOST });
      reject(fault ? new StartRefused(fault, fault.code) : cause);
    });
    server.listen(PORT, HOST, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : PORT);
    });
  });
}
