import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseEvent } from '@kaerimichi/casework';
import { tokyoDay, type Words } from '@kaerimichi/discharge';
import { isOwnOrigin, tokenOf } from '@kaerimichi/runtime';
import { StoreBusy } from '@kaerimichi/store';
import { logBusy, logFault } from './log-fault.ts';
import { observeRequest } from './observe-request.ts';
import type { ApiPorts } from './ports.ts';
import { type Asking, askingOf, sendProblem, toProblem } from './problem.ts';
import { type Json, parseJson, readBody } from './read-body.ts';
import { hashOf, keyOf, matchOf, noKey } from './write-headers.ts';

const PATH = /^\/api\/v1\/cases\/([A-Za-z0-9_-]{1,64})\/events$/;

/**
 * `POST /cases/:id/events` ahead of Express's middlewares, which cost more than the whole commit (performance.md). The
 * same contract, session and access code as everywhere; only the way to them is shorter.
 */
export function hotRoute(ports: ApiPorts) {
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const caseId = request.method === 'POST' ? PATH.exec(request.url ?? '')?.[1] : undefined;
    if (!caseId) return false;
    const asking = askingOf(request);
    observeRequest(ports.metrics, response, 'POST /cases/:id/events');
    handleSend(ports, { request, response, caseId, asking }).catch(fault => {
      // Who hung up before everything was sent waits for no answer.
      if (request.readableAborted) return;
      if (response.headersSent) return response.end();
      const code = fault instanceof StoreBusy ? 'busy' : 'fault';
      if (code === 'fault') logFault(ports, asking, fault);
      else logBusy(ports, asking);
      return sendProblem(response, toProblem({ code }, asking));
    });
    return true;
  };
}

type Issue = { readonly path: string; readonly message: string | Words };

/** Every fault of what was sent with a missing key, or with no JSON. */
function issuesOf(json: Json, key: string | null, now: string): Issue[] {
  const parsed = json.ok ? parseEvent(json.value, tokyoDay(now)) : null;
  return [
    ...(key === null ? [noKey] : []),
    ...(json.ok ? [] : [{ path: '', message: json.why }]),
    ...(parsed?.ok === false ? (parsed.refusal.issues ?? []) : []),
  ];
}

type Sending = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly caseId: string;
  readonly asking: Asking;
};

async function handleSend(ports: ApiPorts, sending: Sending): Promise<void> {
  const { request, response, caseId, asking } = sending;
  const body = await readBody(request);
  const refuse = (code: Parameters<typeof toProblem>[0]['code'], issues?: readonly Issue[]) => {
    ports.metrics.refusals.inc({ code });
    sendProblem(response, toProblem({ code, ...(issues ? { issues } : {}) }, asking));
  };
  if (!isOwnOrigin(request, ports.settings.publicOrigin)) return refuse('foreign-origin');
  const token = tokenOf(request, ports.settings.isSecure);
  const who = token ? await ports.store.sessions.find(token) : null;
  // A wall display in the place of a person is nobody.
  if (!who || who.viewer.screen) return refuse('sign-in');
  if (!body.ok) return refuse('bad-input', [{ path: '', message: body.why }]);
  const json = parseJson(body.text);
  const key = keyOf(request.headers);
  if (!key || !json.ok) return refuse('bad-input', issuesOf(json, key, ports.clock.now()));
  const bodyHash = hashOf('POST', request.url ?? '', body.text);
  const command = {
    who,
    caseId,
    match: matchOf(request.headers),
    key: { key, bodyHash },
    body: json.value,
    meta: asking,
  };
  const outcome = await ports.casework.send(command);
  if (!outcome.ok) {
    ports.metrics.refusals.inc({ code: outcome.refusal.code });
    return sendProblem(response, toProblem(outcome.refusal, asking));
  }
  ports.metrics.commits.inc({ kind: 'event' });
  // With its length said, head and body leave as one text; without it Node sends them in five pieces.
  response.writeHead(outcome.answer.status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(outcome.answer.body),
  });
  response.end(outcome.answer.body);
}
