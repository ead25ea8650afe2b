import type { IncomingMessage } from 'node:http';
import { mayImport } from '@kaerimichi/access';
import { importEndpoints } from '@kaerimichi/contracts';
import { tokyoDay, type Words } from '@kaerimichi/discharge';
import type { ImportedDraft } from '@kaerimichi/store';
import { type Asked, implement } from '../implement.ts';
import { progressOfImports } from '../imports/progress.ts';
import type { FileRead } from '../imports/read-file.ts';
import { readInThread } from '../imports/read-in-thread.ts';
import { readUpload } from '../imports/read-upload.ts';
import { toDetail, toShown } from '../imports/show-draft.ts';
import type { ApiPorts } from '../ports.ts';

/** The one route whose body is a file of a hospital: its handler reads it with its own limit. */
export const takesFiles = (request: IncomingMessage): boolean =>
  request.method === 'POST' && /\/imports\/fhir(\?|$)/.test(request.url ?? '');

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;
const notFound = { ok: false, refusal: { code: 'not-found' } } as const;

/** Files of hospitals: every Patient becomes a draft beside the pathway, with a report of what became what. */
export function importImplementations(ports: ApiPorts) {
  const { store } = ports;
  const progress = progressOfImports();
  return [
    implement(ports, importEndpoints.fhir, asked => importFhir(ports, progress, asked)),
    implement(ports, importEndpoints.progress, async ({ who, params }) => {
      const found = progress.find(who.viewer.person, params.key);
      return found ? { ok: true, answer: { ...found } } : notFound;
    }),
    implement(ports, importEndpoints.list, async ({ who }) => {
      if (!mayImport(who.viewer)) return forbidden;
      const { drafts, total } = await store.drafts.list(who.viewer.org);
      return { ok: true, answer: { drafts: drafts.map(toShown), total } };
    }),
    implement(ports, importEndpoints.get, async ({ who, params }) => {
      const draft = mayImport(who.viewer) ? await store.drafts.find(who.viewer.org, params.id) : null;
      return draft ? { ok: true, answer: toDetail(draft) } : notFound;
    }),
    implement(ports, importEndpoints.confirm, async ({ who, params, body }) => {
      if (!mayImport(who.viewer) || !(await store.drafts.confirm(who.viewer.org, params.id, body.fields)))
        return notFound;
      const draft = await store.drafts.find(who.viewer.org, params.id);
      return draft ? { ok: true, answer: toDetail(draft) } : notFound;
    }),
  ];
}

type FhirAsked = Asked<typeof importEndpoints.fhir>;
type Tracker = ReturnType<typeof progressOfImports>;

/** Nothing of a file is read for whoever may not, and nothing of it is written once its sender is gone. */
async function importFhir(ports: ApiPorts, progress: Tracker, asked: FhirAsked) {
  if (!mayImport(asked.who.viewer)) return forbidden;
  const { socket } = asked.request;
  const gone = new AbortController();
  const leave = () => gone.abort();
  socket.once('close', leave);
  try {
    return await readAndKeep(ports, progress, { asked, gone: gone.signal });
  } finally {
    socket.off('close', leave);
  }
}

type Sent = { readonly asked: FhirAsked; readonly gone: AbortSignal };

async function readAndKeep(ports: ApiPorts, progress: Tracker, { asked, gone }: Sent) {
  const { who, query, request, meta } = asked;
  const upload = await readUpload(request);
  const refuse = (issues: readonly { path: string; text: Words }[]) => ({
    ok: false as const,
    refusal: {
      code: 'bad-input' as const,
      issues: issues.map(({ path, text }) => ({ path, message: text[meta.language] })),
    },
  });
  if (!upload.ok) return refuse([{ path: '', text: upload.why }]);
  const { person } = who.viewer;
  progress.put(person, asked.key.key, { phase: 'reading', done: 0, total: 0 });
  const contentType = request.headers['content-type'] ?? '';
  const read = await readInThread({ bytes: upload.bytes, contentType, on: tokyoDay(ports.clock.now()) }, gone);
  if (gone.aborted) progress.put(person, asked.key.key, { phase: 'stopped', done: 0, total: 0 });
  if (!read.ok) return refuse(read.issues);
  const put =
    query.dryRun === '1'
      ? { id: null, drafts: await compareAll(ports, who.viewer.org, read.drafts) }
      : await keep(ports, { asked, read, bytes: upload.bytes, progress, gone });
  return { ok: true as const, stored: { status: 200, body: bodyOf(read, put, query.dryRun === '1') } };
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
  readonly progress: Tracker;
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
  tell(put.drafts.length < total ? 'stopped' : 'done', put.drafts.length);
  return put;
}
