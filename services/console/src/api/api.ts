import type { Problem } from '@kaerimichi/contracts';
import type { Language } from '@kaerimichi/discharge';
import { bareProblem, ProblemError, UnreachableError } from './problem-error.ts';
import { type Answer, type Carry, type EndpointLike, type Loose, type Route, urlOf } from './route.ts';

export type Api = {
  /** Calls one endpoint; throws ProblemError for a refusal and UnreachableError when there is no connection. */
  readonly call: <E extends EndpointLike>(to: Route<E>, carry: Carry<E>) => Promise<Answer<E>>;
  readonly headers: () => Record<string, string>;
};

/** Header of an answer that was kept here: when it came. Nobody was reached for it. */
export const KEPT_AT = 'x-kept-at';

export type ApiOptions = {
  readonly language: () => Language;
  /**
   * Told about every answer: reached or not, whether the session has ended, and whether the server took the question for
   * a sign that somebody is there.
   */
  readonly onContact: (contact: { reached: boolean; signedOut: boolean; wasSeen: boolean }) => void;
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
};

async function parseProblem(response: Response): Promise<Problem> {
  const text = await response.text();
  try {
    const parsed: unknown = JSON.parse(text);
    // Our own server's problem+json; anything else falls through to the bare one.
    if (typeof parsed === 'object' && parsed !== null && 'code' in parsed) return parsed as Problem;
  } catch {
    // Not JSON: a proxy's page.
  }
  return bareProblem(response.status);
}

export function createApi({ language, onContact, fetch: send = (...args) => fetch(...args) }: ApiOptions): Api {
  const headers = () => ({ Accept: 'application/json', 'Accept-Language': language() });

  async function request(method: string, url: string, carry: Loose): Promise<Response> {
    const extra = {
      ...(carry.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(carry.key ? { 'Idempotency-Key': carry.key } : {}),
      ...(carry.match ? { 'If-Match': carry.match } : {}),
      ...(carry.isQuiet ? { 'X-Background': '1' } : {}),
    };
    try {
      return await send(url, {
        method,
        credentials: 'same-origin',
        headers: { ...headers(), ...extra },
        ...(carry.body === undefined ? {} : { body: JSON.stringify(carry.body) }),
        ...(carry.signal ? { signal: carry.signal } : {}),
      });
    } catch (error) {
      if (carry.signal?.aborted) throw error;
      if (!carry.isQuiet) onContact({ reached: false, signedOut: false, wasSeen: false });
      throw new UnreachableError();
    }
  }

  async function call<E extends EndpointLike>(to: Route<E>, carry: Carry<E>): Promise<Answer<E>> {
    const loose: Loose = carry;
    const response = await request(to.method, urlOf(to.path, loose), loose);
    const isSignIn = to.path === '/session' && to.method === 'POST';
    const isOut = response.status === 401;
    const reached = !response.headers.has(KEPT_AT);
    if (reached || !loose.isQuiet)
      onContact({ reached, signedOut: isOut && !isSignIn, wasSeen: reached && !isOut && !loose.isQuiet });
    if (!response.ok) throw new ProblemError(await parseProblem(response));
    // The answer's type is the contract's: same origin, same build.
    return (response.status === 204 ? null : await response.json()) as Answer<E>;
  }

  return { call, headers };
}
