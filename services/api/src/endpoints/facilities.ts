import { mayImportFacilities, seesResources } from '@kaerimichi/access';
import { FACILITIES_A_PAGE, facilityEndpoints } from '@kaerimichi/contracts';
import { facilityKinds } from '@kaerimichi/discharge';
import { lists, municipalitiesWithin, municipalityName, prefectureName, searchForm } from '@kaerimichi/interop';
import type { FacilityCounts, ListedFacility } from '@kaerimichi/store';
import { type Asked, implement } from '../implement.ts';
import { openForm } from '../imports/open-form.ts';
import type { ImportProgress } from '../imports/progress.ts';
import { readFacilitiesBeside } from '../imports/read-facilities-beside.ts';
import { AT_ONCE, type FacilityFileRead, type FacilityFileToRead } from '../imports/read-facility-file.ts';
import type { FileReader } from '../imports/reader-in-thread.ts';
import { badFile, type FileReceiver, type SentFile, type Worked } from '../imports/receive-file.ts';
import type { ApiPorts } from '../ports.ts';

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;

/** Public lists of facilities: reading them in, and looking something up in them. */
export function facilityImplementations(ports: ApiPorts, progress: ImportProgress, receive: FileReceiver) {
  const importing: Importing = { ports, progress, read: readFacilitiesBeside() };
  return [
    implement(ports, facilityEndpoints.import, asked =>
      receive({
        asked,
        may: mayImportFacilities(asked.who.viewer),
        openBody: openForm,
        work: file => readAndKeep(importing, { asked, file }),
      }),
    ),
    implement(ports, facilityEndpoints.list, async ({ who, query }) => {
      if (!seesResources(who.viewer)) return forbidden;
      const { kind, municipality, q = '', page = 1 } = query;
      const found = await ports.store.facilities.list({
        kind,
        municipalities: municipality === undefined ? undefined : municipalitiesWithin(municipality),
        words: q.split(/\s+/).flatMap(word => searchForm(word) || []),
        offset: (page - 1) * FACILITIES_A_PAGE,
        limit: FACILITIES_A_PAGE,
      });
      const named = new Set(found.facilities.map(({ list }) => list));
      const answer = { facilities: found.facilities.map(toShown), total: found.total };
      return { ok: true, answer: { ...answer, lists: lists.filter(({ id }) => named.has(id)) } };
    }),
    implement(ports, facilityEndpoints.choices, async ({ who }) => {
      if (!seesResources(who.viewer)) return forbidden;
      return { ok: true, answer: choicesOf(await ports.store.facilities.counts()) };
    }),
  ];
}

const kindOf = (kind: string) => facilityKinds.find(known => known === kind) ?? 'welfareService';

const isDetail = (value: unknown): value is string | number | string[] =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  (Array.isArray(value) && value.every(item => typeof item === 'string'));

function toShown({ municipality: code, details, ...facility }: ListedFacility) {
  const name = code === null ? null : municipalityName(code);
  const told = Object.entries(details).flatMap(([field, value]) => (isDetail(value) ? [[field, value] as const] : []));
  return {
    ...facility,
    kind: kindOf(facility.kind),
    municipality: code === null || name === null ? null : { code, name },
    details: Object.fromEntries(told),
  };
}

/** Every place by its code, within its prefecture; a large city counts what is in its wards. */
function choicesOf({ kinds, municipalities }: FacilityCounts) {
  const counted = new Map(municipalities.flatMap(({ code, n }) => (code === null ? [] : [[code, n] as const])));
  const sum = (codes: readonly string[]) => codes.reduce((total, code) => total + (counted.get(code) ?? 0), 0);
  const prefectures = [...new Set([...counted.keys()].map(code => code.slice(0, 2)))].sort().map(prefecture => {
    const places = municipalitiesWithin(prefecture).map(code => ({
      code,
      name: municipalityName(code) ?? code,
      n: sum(municipalitiesWithin(code)),
    }));
    return {
      code: prefecture,
      name: prefectureName(prefecture) ?? prefecture,
      n: sum(municipalitiesWithin(prefecture)),
      municipalities: places.filter(({ n }) => n > 0),
    };
  });
  return { kinds: kinds.map(({ kind, n }) => ({ kind: kindOf(kind), n })), prefectures };
}

type Importing = {
  readonly ports: ApiPorts;
  readonly progress: ImportProgress;
  readonly read: FileReader<FacilityFileToRead, FacilityFileRead>;
};

type Sent = { readonly asked: Asked<typeof facilityEndpoints.import>; readonly file: SentFile };
type Read = FacilityFileRead & { readonly ok: true };

/** The answer, and whether it is kept: not that of a dry run, nor of what was broken off. */
async function readAndKeep(importing: Importing, { asked, file }: Sent): Promise<Worked> {
  const { ports, progress, read: readFile } = importing;
  const { person } = asked.who.viewer;
  const isDry = asked.query.dryRun === '1';
  const tell = (phase: 'reading' | 'stopped') => progress.put(person, asked.key.key, { phase, done: 0, total: 0 });
  tell('reading');
  const read = await readFile({ bytes: file.bytes, name: file.name }, file.gone);
  if (file.gone.aborted) tell('stopped');
  if (!read.ok) return { handled: badFile(asked, read.issues), keep: null };
  if (isDry) {
    const compared = await ports.store.facilities.compare(read.batches);
    return { handled: { ok: true, stored: { status: 200, body: bodyOf(read, compared, null) } }, keep: null };
  }
  const put = await keep(importing, { asked, file, read });
  if (put === null) return { handled: { ok: false, refusal: { code: 'busy' } }, keep: null };
  const stored = { status: 200, body: bodyOf(read, put, put.id) };
  return { handled: { ok: true, stored }, keep: put.isWhole ? stored : null };
}

async function keep({ ports, progress }: Importing, { asked, file, read }: Sent & { readonly read: Read }) {
  const { org, person } = asked.who.viewer;
  const total = read.facilities;
  const tell = (phase: 'writing' | 'done' | 'stopped', done: number) =>
    progress.put(person, asked.key.key, { phase, done, total });
  const onBatch = (batches: number) => tell('writing', Math.min(batches * AT_ONCE, total));
  const { sha256, listed, batches } = read;
  const imported = { org, person, fileName: file.name, sha256, listed, batches };
  const put = await ports.store.facilities.put(imported, { signal: file.gone, onBatch });
  tell(put?.isWhole ? 'done' : 'stopped', put?.isWhole ? total : 0);
  return put;
}

type Outcomes = { readonly new: number; readonly changed: number; readonly same: number };

/** The report was written beside the main thread: only the figures that the database knows are put before it. */
function bodyOf({ rows, report }: Read, put: Outcomes, id: string | null): string {
  const { read, refused, again } = rows;
  const counted = { read, new: put.new, changed: put.changed, same: put.same + again, refused };
  return `${JSON.stringify({ id, dryRun: id === null, rows: counted }).slice(0, -1)},${report.slice(1)}`;
}
