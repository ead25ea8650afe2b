import type { Environment } from '@kaerimichi/runtime';

/** Where people reach the program, without a slash at the end. */
export function addressOf(
  { PUBLIC_URL, HOST, TLS_CERT_FILE }: Pick<Environment, 'PUBLIC_URL' | 'HOST' | 'TLS_CERT_FILE'>,
  port: number,
): string {
  const scheme = TLS_CERT_FILE ? 'https' : 'http';
  return PUBLIC_URL?.replace(/\/$/, '') ?? `${scheme}://${HOST === '127.0.0.1' ? 'localhost' : HOST}:${port}`;
}
