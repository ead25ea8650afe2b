import type { IncomingMessage } from 'node:http';

export const cookieName = (isSecure: boolean): string =>
  isSecure ? '__Host-kaerimichi_session' : 'kaerimichi_session';

/** The session token of a request's cookie header. */
export function tokenOf(request: Pick<IncomingMessage, 'headers'>, isSecure: boolean): string | null {
  const prefix = `${cookieName(isSecure)}=`;
  const found = (request.headers.cookie ?? '')
    .split(';')
    .map(part => part.trim())
    .find(part => part.startsWith(prefix));
  return found ? found.slice(prefix.length) : null;
}

/** Set-Cookie for a session; an empty token ends it. Session cookies only: a shared PC keeps nobody signed in. */
export function sessionCookie(token: string, isSecure: boolean): string {
  const end = token ? '' : '; Max-Age=0';
  return `${cookieName(isSecure)}=${token}; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}${end}`;
}
