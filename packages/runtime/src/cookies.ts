import type { IncomingMessage } from 'node:http';

export const cookieName = (isSecure: boolean): string =>
  isSecure ? '__Host-kaerimichi_session' : 'kaerimichi_session';

/** Of a wall display: beside that of a person, who may be signed in in the same browser. */
export const screenCookieName = (isSecure: boolean): string =>
  isSecure ? '__Host-kaerimichi_screen' : 'kaerimichi_screen';

type Asking = Pick<IncomingMessage, 'headers'>;

/** The session token of a request's cookie header. */
export const tokenOf = (request: Asking, isSecure: boolean): string | null => cookieOf(request, cookieName(isSecure));

/** The token of the wall display that sends a request. */
export const screenTokenOf = (request: Asking, isSecure: boolean): string | null =>
  cookieOf(request, screenCookieName(isSecure));

function cookieOf(request: Asking, name: string): string | null {
  const prefix = `${name}=`;
  const found = (request.headers.cookie ?? '')
    .split(';')
    .map(part => part.trim())
    .find(part => part.startsWith(prefix));
  return found ? found.slice(prefix.length) : null;
}

/** Set-Cookie for a session; an empty token ends it. Session cookies only: a shared PC keeps nobody signed in. */
export function sessionCookie(token: string, isSecure: boolean): string {
  return setCookie(cookieName(isSecure), token, { isSecure, maxAge: token ? null : 0 });
}

/** Set-Cookie for a wall display: a television that was switched off over night shows its board in the morning. */
export const screenCookie = (token: string, isSecure: boolean): string =>
  setCookie(screenCookieName(isSecure), token, { isSecure, maxAge: SCREEN_DAYS * 86_400 });

/** The longest that browsers keep a cookie. */
const SCREEN_DAYS = 400;

type Keeping = { readonly isSecure: boolean; readonly maxAge: number | null };

const setCookie = (name: string, token: string, { isSecure, maxAge }: Keeping): string =>
  `${name}=${token}; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}${maxAge === null ? '' : `; Max-Age=${maxAge}`}`;
