import type { IncomingMessage } from 'node:http';

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

/** Under which names the program is reached. */
export type Place = {
  /** Of PUBLIC_URL. */
  readonly publicOrigin: string | null;
  /** So many proxies in front, or those at these addresses, are believed about the caller's. */
  readonly trustProxy: number | readonly string[] | null;
  /** It listens on loopback only. */
  readonly isLoopback: boolean;
};

/**
 * Was the program asked by a name of its own? On loopback every name that resolves to this machine would do, and a
 * foreign page could have its own name resolve here (DNS rebinding). A proxy calls the program as it likes and answers
 * for the names itself.
 */
export function isOwnHost({ headers }: Pick<IncomingMessage, 'headers'>, place: Place): boolean {
  if (place.trustProxy !== null) return true;
  const own = place.publicOrigin === null ? null : new URL(place.publicOrigin).hostname;
  if (own === null && !place.isLoopback) return true;
  const name = (headers.host ?? '').toLowerCase().replace(/:\d*$/, '');
  return name === own || loopbackNames.includes(name);
}

/**
 * Is this request from our own pages? An absent Origin is (other programs send none), unless a browser says that it
 * comes from another site and does not merely follow a link; the loopback names on the port that was asked are one set;
 * a proxy's public address is named by PUBLIC_URL.
 */
export function isOwnOrigin(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  publicOrigin: string | null,
): boolean {
  const { origin, host } = headers;
  if (origin === undefined) {
    const follows = method === 'GET' && headers['sec-fetch-mode'] === 'navigate';
    return headers['sec-fetch-site'] !== 'cross-site' || follows;
  }
  if (publicOrigin !== null && origin === publicOrigin) return true;
  const asked = host ?? '';
  const port = asked.slice(asked.lastIndexOf(':') + 1);
  const isLoopback = loopbackNames.some(name => asked === `${name}:${port}`);
  if (isLoopback)
    return loopbackNames.some(name => origin === `http://${name}:${port}` || origin === `https://${name}:${port}`);
  return publicOrigin === null && (origin === `https://${asked}` || origin === `http://${asked}`);
}
