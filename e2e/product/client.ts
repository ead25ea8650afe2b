import { randomUUID } from 'node:crypto';
import { demoPassword } from './product.ts';

export type Answer<Body = Record<string, unknown>> = { readonly status: number; readonly body: Body };

/** A signed-in HTTP client, as another system would be: cookie, keys and versions by hand. */
export type Client = {
  readonly cookie: string;
  readonly url: string;
  get<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>>;
  post<Body = Record<string, unknown>>(
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<Body>>;
  /** One event to a case with a fresh key, at a version or with `*`. */
  send(caseId: string, match: number | '*', event: Record<string, unknown>, key?: string): Promise<Answer<SendAnswer>>;
};
type SendAnswer = {
  accepted?: true;
  version: number;
  stage: string;
  code?: string;
  reasons?: { code: string; fix?: { event: string; route: string } }[];
  current?: { version: number };
};

export async function signIn(url: string, identifier: string, password = demoPassword): Promise<Client> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier, password }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ');
  if (!answer.ok || !cookie) throw new Error(`${identifier} cannot sign in: ${answer.status} ${await answer.text()}`);
  return clientWith(url, cookie);
}

export function clientWith(url: string, cookie: string): Client {
  const call = async <Body>(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string,
  ): Promise<Answer<Body>> => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { cookie, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const text = await answer.text();
    // The caller names the shape it expects; a test that is wrong about it fails on the first field.
    return { status: answer.status, body: (text ? JSON.parse(text) : null) as Body };
  };
  const json = { 'content-type': 'application/json' };
  return {
    cookie,
    url,
    get: path => call('GET', path),
    post: (path, body, headers = {}) =>
      call('POST', path, { ...json, 'idempotency-key': randomUUID(), ...headers }, JSON.stringify(body)),
    send: (caseId, match, event, key = randomUUID()) =>
      call(
        'POST',
        `/cases/${caseId}/events`,
        { ...json, 'idempotency-key': key, 'if-match': match === '*' ? '*' : `"${match}"` },
        JSON.stringify(event),
      ),
  };
}
