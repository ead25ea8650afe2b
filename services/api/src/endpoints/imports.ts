import type { IncomingMessage } from 'node:http';
import { mayImport } from '@kaerimichi/access';
import { importEndpoints } from '@kaerimichi/contracts';
import { tokyoDay } from '@kaerimichi/discharge';
import type { ImportedDraft } from '@kaerimichi/store';
import { type Asked, implement } from '../implement.ts';
import { discardImplementations } from '../imports/discard-drafts.ts';
import type { ImportProgress } from '../imports/progress.ts';
import type { FileRead, FileToRead } from '../imports/read-file.ts';
import { type FileReader, readerInThread } from '../imports/reader-in-thread.ts';
import { badFile, type FileReceiver, type SentFile, type Worked } from '../imports/receive-file.ts';
import { toDetail, toShown } from '../imports/show-draft.ts';
import type { ApiPorts } from '../ports.ts';

/** Routes whose body is a file: their handlers read it with a limit of their own. */
export const takesFiles = (request: IncomingMessage): boolean =>
  request.method === 'POST' &&
  (/\/imports\/(fhir|facilities)(\?|$)/.test(request.url ?? '') ||
    /^\/cases\/[^/]+\/attachments(\?|$)/.test(request.url ?? ''));

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;
const notFound = { ok: false, refusal: { code: 'not-found' } } as const;

/** Files of hospitals: every Patient becomes a draft beside the pathway, with a report of what became what. */
export function importImplementations(ports: ApiPorts, progress: ImportProgress, receive: FileReceiver) {
  const { store } = ports;
  const importing: Importing = { ports, progress, read: readerInThread() };
  return [
    implement(ports, importEndpoints.fhir, asked =>
      receive({
        asked,
        may: mayImport(asked.who.viewer),
        work: file => readAndKeep(importing, { asked, file }),
      }),
    ),
    implement(ports, importEndpoints.progress, async ({ who, params }) => {
      const found = progress.find(who.viewer.person, params.key);
      return found ? { ok: true, answer: { ...found } } : notFound;
    }),
    implement(ports, importEndpoints.list, async ({ who }) => {
      if (!mayImport(who.viewer)) return forbidden;
      const { drafts, total } = await store.drafts.list(who.viewer.org);
      return { ok: true, answer: { drafts: drafts.map(toShown), total } };
    }),
    implement(ports, importEndpoints.get, async asked => seenDraft(ports, asked, 'draft')),
    implement(ports, importEndpoints.confirm, async asked => {
      const { who, params, body } = asked;
      if (mayImport(who.viewer)) await store.drafts.confirm(who.viewer.org, params.id, body.fields);
      return seenDraft(ports, asked, 'draft.confirmed');
    }),
    ...discardImplementations(ports),
  ];
}

type DraftAsked = Pick<Asked<typeof importEndpoints.get>, 'who' | 'params' | 'meta'>;

/** A draft holds all that the file told of a child: every look is logged, whatever the answer, also at the case it became. */
async function seenDraft({ store }: ApiPorts, { who, params, meta }: DraftAsked, what: 'draft' | 'draft.confirmed') {
  const { person, membership, org, role } = who.viewer;
  const draft = mayImport(who.viewer) ? await store.drafts.find(org, params.id) : null;
  const caseId = draft?.caseId ?? null;
  store.log.write({
    action: 'import',
    ...{ person, membership, org, role, caseId, seq: null, requestId: meta.requestId },
    // What no draft has for an id is free text, and may be a name.
    what: draft && !caseId ? `${what} ${draft.id}` : what,
    outcome: draft ? 'ok' : 'not-found',
  });
  return draft ? ({ ok: true, answer: toDetail(draft) } as const) : notFound;
}

type FhirAsked = Asked<typeof importEndpoints.fhir>;
type Importing = {
  readonly ports: ApiPorts;
  readonly progress: ImportProgress;
  readonly read: FileReader<FileToRead, FileRead>;
};
type Sent = { readonly asked: FhirAsked; readonly file: SentFile };

/** The answer, and whether it is kept: not that of a dry run, nor what was broken off and goes on with the same key. */
async function readAndKeep({ ports, progress, read: readFile }: Importing, { asked, file }: Sent): Promise<Worked> {
  const { who, query, request } = asked;
  const { bytes, gone } = file;
  const { person, org } = who.viewer;
  progress.put(person, asked.key.key, { phase: 'reading', done: 0, total: 0 });
  const contentType = request.headers['content-type'] ?? '';
  const read = await readFile({ bytes, contentType, on: tokyoDay(ports.clock.now()) }, gone);
  if (gone.aborted) progress.put(person, asked.key.key, { phase: 'stopped', done: 0, total: 0 });
  if (!read.ok) return { handled: badFile(asked, read.issues), keep: null };
  const isDry = query.dryRun === '1';
  const put = isDry
    ? { id: null, drafts: await compareAll(ports, org, read.drafts), isWhole: false }
    : await keep(ports, { asked, read, bytes, progress, gone });
  const stored = { status: 200, body: bodyOf(read, put, isDry) };
  return { handled: { ok: true as const, stored }, keep: put.isWhole ? stored : null };
}

type Told = { readonly outcome: string };

/** The report was written beside the main thread: only the few figures that the database knows are put before it. */
function bodyOf(read: FileRead & { ok: true }, put: { id: string | null; drafts: Told[] }, dryRun: boolean): string {
  const count = (outcome: string) => put.drafts.filter(draft => draft.outcome === outcome).length;
  const head = { id: put.id, dryRun, updated: count('updated'), unchanged: count('unchanged') };
  return `${JSON.stringify(head).slice(0, -1)},${read.report.slice(1)}`;
}

const AT_ONCE = 200;

async function compareAll(ports: ApiPorts, org: string, drafts: readonly ImportedDraft[]): Promise<Told[]> {
  const told: Told[] = [];
  for (let from = 0; from < drafts.length; from += AT_ONCE)
    told.push(...(await ports.store.drafts.compare(org, drafts.slice(from, from + AT_ONCE))));
  return told;
}

type Keeping = {
  readonly asked: FhirAsked;
  readonly read: FileRead & { ok: true };
  readonly bytes: Uint8Array;
  readonly progress: ImportProgress;
  readonly gone: AbortSignal;
};

/** Writes in batches; whoever goes away meanwhile keeps the batches that are written, and no part of one. */
async function keep(ports: ApiPorts, { asked, read, bytes, progress, gone }: Keeping) {
  const { org, person } = asked.who.viewer;
  const total = read.drafts.length;
  const tell = (phase: 'writing' | 'done' | 'stopped', done: number) =>
    progress.put(person, asked.key.key, { phase, done, total });
  const { format, sha256, report, drafts } = read;
  const put = await ports.store.drafts.put(
    { org, person, format, sha256, bytes, report, drafts },
    { signal: gone, onBatch: done => tell('writing', done) },
  );
  tell(put.isWhole ? 'done' : 'stopped', put.drafts.length);
  return put;
}
