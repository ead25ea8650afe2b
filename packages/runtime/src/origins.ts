import type { IncomingMessage } from 'node:http';

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Is this request from our own pages? An absent Origin is (other programs send none); the loopback names on the port
 * that was asked are one set; a proxy's public address is named by PUBLIC_URL.
 */
export function isOwnOrigin(request: Pick<IncomingMessage, 'headers'>, publicOrigin: string | null): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (publicOrigin !== null && origin === publicOrigin) return true;
  const asked = host ?? '';
  const port = asked.slice(asked.lastIndexOf(':') + 1);
  const isLoopback = loopbackNames.some(name => asked === `${name}:${port}`);
  if (isLoopback)
    return loopbackNames.some(name => origin === `http://${name}:${port}` || origin === `https://${name}:${port}`);
  return publicOrigin === null && (origin === `https://${asked}` || origin === `http://${asked}`);
}
