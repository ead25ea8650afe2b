import type { IncomingMessage } from 'node:http';
import { type Outcome, type Refusal, type SignedIn, toIssues } from '@kaerimichi/casework';
import type { Endpoint, ProblemCode } from '@kaerimichi/contracts';
import { tokyoDay } from '@kaerimichi/discharge';
import { screenTokenOf, tokenOf } from '@kaerimichi/runtime';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { observeRequest } from './observe-request.ts';
import type { ApiPorts } from './ports.ts';
import { type Asking, askingOf, sendProblem, toProblem } from './problem.ts';
import { hashOf, keyOf, matchOf, noKey } from './write-headers.ts';

type Parsed<Schema> = Schema extends z.ZodType ? z.infer<Schema> : undefined;

/** A request that fits its contract, from somebody who signed in (unless the endpoint is open). */
export type Asked<E extends Endpoint> = {
  readonly who: E['open'] extends true ? SignedIn | null : SignedIn;
  readonly params: Parsed<E['params']>;
  readonly query: Parsed<E['query']>;
  readonly body: Parsed<E['body']>;
  readonly key: { readonly key: string; readonly bodyHash: string };
  readonly match: number | '*' | null;
  readonly meta: Asking;
  readonly address: string;
  /** A page asks on its own, nobody by hand (`X-Background: 1`): no sign of a person who is there. */
  readonly isBackground: boolean;
  readonly request: IncomingMessage;
  /** The body's text as it came. */
  readonly raw: string;
};

/** What a handler answers: a value by contract, or JSON text that is already stored. Nobody writes to the response. */
export type Handled<E extends Endpoint> =
  | Outcome<z.infer<E['answer']>>
  | {
      readonly ok: true;
      readonly answer: z.infer<E['answer']>;
      /** What a retry with the same key gets, where the answer itself is not to be kept. */
      readonly keep?: z.infer<E['answer']>;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | {
      readonly ok: true;
      /** Of an endpoint whose answer is a file: its bytes, and what they are called where they are kept. */
      readonly file: AnswerFile;
    }
  | {
      readonly ok: true;
      readonly stored: { readonly status: number; readonly body: string };
      readonly headers?: Readonly<Record<string, string>>;
    }
  | {
      readonly ok: false;
      readonly refusal: Omit<Refusal, 'code'> & { code: ProblemCode };
      readonly headers?: Record<string, string>;
    };

type AnswerFile = {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** Of what somebody brought: its media type. It is nobody's page, runs nothing, and is kept where it is no picture. */
  readonly brought?: 'application/pdf' | 'image/jpeg' | 'image/png';
};

export type Handler<E extends Endpoint> = (asked: Asked<E>, cookie: (value: string) => void) => Promise<Handled<E>>;
export type Implementation = {
  readonly endpoint: Endpoint;
  readonly handle: (request: Request, response: Response) => Promise<void>;
};

/** Puts an endpoint's contract before its handler: everything is parsed once, every fault is named with its path. */
export function implement<E extends Endpoint>(ports: ApiPorts, endpoint: E, handler: Handler<E>): Implementation {
  return {
    endpoint,
    handle: async (request, response) => {
      observeRequest(ports.metrics, response, `${endpoint.method} ${endpoint.path}`);
      const meta = askingOf(request);
      const asked = await readRequest(ports, endpoint, request, meta);
      const answer = asked.ok ? await handler(asked.asked, value => response.append('set-cookie', value)) : asked;
      respond(ports, { endpoint, response, meta }, answer);
    },
  };
}

type Refused = {
  readonly ok: false;
  readonly refusal: { code: ProblemCode; issues?: NonNullable<Refusal['issues']> };
};

async function readRequest<E extends Endpoint>(
  ports: ApiPorts,
  endpoint: E,
  request: Request,
  meta: Asking,
): Promise<{ ok: true; asked: Asked<E> } | Refused> {
  const isBackground = request.headers['x-background'] === '1';
  const who = await askerOf(ports, endpoint, { request, isBackground });
  if (!who && !endpoint.open) return { ok: false, refusal: { code: 'sign-in' } };
  const params = endpoint.params?.safeParse(request.params);
  const isText = Object.values(request.params).every(part => !/\p{Cc}/u.test(String(part)));
  if (!isText || (params && !params.success)) return { ok: false, refusal: { code: 'not-found' } };
  const query = (endpoint.query ?? noQuery).safeParse(request.query);
  const body = endpoint.body?.safeParse(request.body);
  const key = keyOf(request.headers);
  const issues = [
    ...(query.error ? toIssues(query.error, request.query) : []),
    ...(body?.error ? toIssues(body.error, request.body) : []),
    ...(endpoint.dated?.(request.body, tokyoDay(ports.clock.now())) ?? []),
    ...(wantsKey(endpoint, query.data) && !key ? [noKey] : []),
  ];
  if (issues.length > 0) return { ok: false, refusal: { code: 'bad-input', issues } };
  const raw = rawBody(request);
  const asked = {
    who,
    params: params?.data,
    query: query.data,
    body: body?.data,
    key: { key: key ?? '', bodyHash: hashOf(request.method, request.originalUrl, raw) },
    match: matchOf(request.headers),
    meta,
    address: request.ip ?? '',
    isBackground,
    request,
    raw,
  };
  // Each part was parsed by the endpoint's own schema a moment ago.
  return { ok: true, asked: asked as unknown as Asked<E> };
}

type From = { readonly request: Request; readonly isBackground: boolean };

/** Whoever signed in; for an endpoint of wall displays the device, and nobody else; the device is nobody anywhere else. */
async function askerOf({ store, settings }: ApiPorts, { device }: Endpoint, { request, isBackground }: From) {
  const token = (device ? screenTokenOf : tokenOf)(request, settings.isSecure);
  const who = token ? await store.sessions.find(token, { isBackground }) : null;
  return Boolean(device) === Boolean(who?.viewer.screen) ? who : null;
}

/** Of an endpoint that reads nothing from its address: a misspelt filter would look as if it had been followed. */
const noQuery = z.strictObject({});

/** What writes nothing wants none. */
const wantsKey = ({ key }: Endpoint, query: { readonly dryRun?: unknown } | undefined): boolean =>
  key === 'required' || (key === 'unlessDryRun' && query?.dryRun !== '1');

/** Text that the JSON middleware kept beside what it parsed. */
const rawBody = (request: Request & { raw?: string }): string => request.raw ?? '';

function respond<E extends Endpoint>(
  ports: ApiPorts,
  { endpoint, response, meta }: { endpoint: Endpoint; response: Response; meta: Asking },
  answer: Handled<E>,
): void {
  if (!answer.ok) {
    ports.metrics.refusals.inc({ code: answer.refusal.code });
    sendProblem(response, toProblem(answer.refusal, meta), 'headers' in answer ? answer.headers : {});
    return;
  }
  response.setHeader('cache-control', 'no-store');
  if ('headers' in answer && answer.headers) response.set(answer.headers);
  if ('stored' in answer) {
    response.status(answer.stored.status).type('application/json').send(answer.stored.body);
    return;
  }
  if ('file' in answer) sendFile(response, endpoint, answer.file);
  else if (endpoint.status === 204) response.status(204).end();
  else response.status(endpoint.status).json(answer.answer);
}

/**
 * Shown where it is opened, under its own name where it is kept. It may stand in a frame of our own pages, and has no
 * policy for scripts, of which it has none: the reader of a browser is a page of its own and brings its styles.
 */
function sendFile(response: Response, { answers = '' }: Endpoint, { bytes, name, brought }: AnswerFile) {
  const isShown = !brought || brought.startsWith('image/');
  response.set({
    'content-type': brought ?? answers,
    'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': brought
      ? "default-src 'none'; sandbox; frame-ancestors 'none'"
      : "frame-ancestors 'self'",
  });
  response.status(200).end(bytes);
}
