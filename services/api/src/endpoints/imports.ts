import type { IncomingMessage } from 'node:http';
import { mayImport } from '@kaerimichi/access';
import { type DraftDetail, type Draft as DraftShown, type ImportReport, importEndpoints } from '@kaerimichi/contracts';
import { tokyoDay } from '@kaerimichi/discharge';
import { type FhirImport, readFhir } from '@kaerimichi/interop';
import type { Draft } from '@kaerimichi/store';
import { type Asked, implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';
import { readBody } from '../read-body.ts';

const FILE_LIMIT = 20 * 1024 * 1024;
/** Rows of the report told in one answer; the numbers count all. */
const LEFT_OUT_TOLD = 5_000;

/** The one route whose body is a file of a hospital: its handler reads it with its own limit. */
export const takesFiles = (request: IncomingMessage): boolean =>
  request.method === 'POST' && /\/imports\/fhir(\?|$)/.test(request.url ?? '');

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;
const notFound = { ok: false, refusal: { code: 'not-found' } } as const;

/** Files of hospitals: every Patient becomes a draft beside the pathway, with a report of what became what. */
export function importImplementations(ports: ApiPorts) {
  const { store } = ports;
  return [
    implement(ports, importEndpoints.fhir, asked => importFhir(ports, asked)),
    implement(ports, importEndpoints.list, async ({ who }) => {
      if (!mayImport(who.viewer)) return forbidden;
      const drafts = await store.drafts.list(who.viewer.org);
      return { ok: true, answer: { drafts: drafts.map(toShown) } };
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

async function importFhir(ports: ApiPorts, { who, query, request }: Asked<typeof importEndpoints.fhir>) {
  const body = await readBody(request, FILE_LIMIT);
  if (!mayImport(who.viewer)) return forbidden;
  if (!body.ok)
    return { ok: false, refusal: { code: 'bad-input', issues: [{ path: '', message: body.why }] } } as const;
  if (body.text.trim() === '')
    return { ok: false, refusal: { code: 'bad-input', issues: [{ path: '', message: 'the file is empty' }] } } as const;
  const format = formatOf(request, body.text);
  const read = readFhir(body.text, { format, on: tokyoDay(ports.clock.now()) });
  if (read.resources === read.leftOut.filter(({ why }) => why === 'notJson').length)
    return {
      ok: false,
      refusal: {
        code: 'bad-input',
        issues: read.leftOut.slice(0, 50).map(({ path, text }) => ({ path, message: `${text.ja} / ${text.en}` })),
      },
    } as const;
  const drafts = read.drafts.map(({ sourceKey, ...content }) => ({
    sourceKey,
    sourceText: read.sources.get(sourceKey) ?? '',
    content,
  }));
  const { org, person } = who.viewer;
  const isDry = query.dryRun === '1';
  const report = reportOf(read);
  const put = isDry
    ? { id: null, drafts: await ports.store.drafts.compare(org, drafts) }
    : await ports.store.drafts.put({ org, person, format, bytes: Buffer.from(body.text), report, drafts });
  const count = (outcome: string) => put.drafts.filter(draft => draft.outcome === outcome).length;
  const answer: ImportReport = {
    id: put.id,
    dryRun: isDry,
    ...report,
    updated: count('updated'),
    unchanged: count('unchanged'),
  };
  return { ok: true, answer } as const;
}

/** NDJSON by its content type, or by its look: a second line that begins another object. */
function formatOf(request: IncomingMessage, text: string): 'json' | 'ndjson' {
  if (/ndjson|jsonl/.test(request.headers['content-type'] ?? '')) return 'ndjson';
  return /^\s*\{[^\n]*\}\s*\n\s*\{/.test(text.slice(0, 200_000)) ? 'ndjson' : 'json';
}

function reportOf({ resources, patients, drafts, became, leftOut }: FhirImport) {
  const told = leftOut.slice(0, LEFT_OUT_TOLD).map(({ path, resourceType, id, why, text }) => ({
    path,
    ...(resourceType ? { resourceType } : {}),
    ...(id ? { id } : {}),
    why,
    text,
  }));
  return { resources, patients, drafts: drafts.length, became, leftOut: told };
}

const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const asTexts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];

/** A value that a person confirmed stands before the file's. */
function toShown({ id, version, importedAt, content, confirmed, caseId }: Draft): DraftShown {
  const field = (name: string) => asText(name in confirmed ? confirmed[name] : content[name]);
  return {
    id,
    version,
    importedAt,
    familyName: field('familyName'),
    givenName: field('givenName'),
    familyKana: field('familyKana'),
    givenKana: field('givenKana'),
    bornOn: field('bornOn'),
    sex: field('sex') ?? 'unknown',
    hospitalNumber: field('hospitalNumber'),
    marks: asTexts(content.marks),
    careNeeds: asTexts(content.careNeeds),
    caseId,
  };
}

function toDetail(draft: NonNullable<Awaited<ReturnType<ApiPorts['store']['drafts']['find']>>>): DraftDetail {
  const { content, confirmed, versions } = draft;
  const differences = Object.entries(confirmed)
    .filter(([field, value]) => field in content && content[field] !== value)
    .map(([field, value]) => ({ field, confirmed: value, offered: content[field] }));
  return {
    ...toShown(draft),
    content: { ...content },
    confirmed: { ...confirmed },
    differences,
    versions: [...versions],
  };
}
