import { createHash } from 'node:crypto';
import {
  type Facility,
  type FacilityFile,
  type FilePart,
  lists,
  type Remark,
  readFacilities,
  searchForm,
} from '@kaerimichi/interop';

export type FacilityFileToRead = { readonly bytes: Uint8Array; readonly name: string };

export type FacilityFileRead =
  | {
      readonly ok: true;
      readonly sha256: string;
      /** JSON lists of rows as the store takes them. */
      readonly batches: readonly string[];
      readonly facilities: number;
      /** Rows: read, refused, and of a facility that was there already. */
      readonly rows: { readonly read: number; readonly refused: number; readonly again: number };
      /** Days of which its lists are, by list. */
      readonly listed: Readonly<Record<string, string>>;
      /** JSON of what the report says of the file, whatever is known already. */
      readonly report: string;
    }
  | { readonly ok: false; readonly issues: Extract<FacilityFile, { ok: false }>['faults'] };

/** Rows written at once: some ten milliseconds. */
export const AT_ONCE = 500;
/** Rows of the report told in one answer. */
const ISSUES_TOLD = 5_000;
/** Faults named when nothing at all could be read. */
const FAULTS_TOLD = 50;

/** Everything that a list of facilities says, ready to be kept. */
export function readFacilityFile({ bytes, name }: FacilityFileToRead): FacilityFileRead {
  const read = readFacilities(bytes, name);
  if (!read.ok) return { ok: false, issues: read.faults.slice(0, FAULTS_TOLD) };
  const { facilities, parts, remarks } = read;
  const batches: string[] = [];
  for (let from = 0; from < facilities.length; from += AT_ONCE)
    batches.push(JSON.stringify(facilities.slice(from, from + AT_ONCE).map(rowOf)));
  const sum = (count: (part: FilePart) => number) => parts.reduce((total, part) => total + count(part), 0);
  return {
    ok: true,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    batches,
    facilities: facilities.length,
    rows: { read: sum(part => part.read), refused: sum(part => part.refused), again: sum(part => part.again) },
    listed: Object.fromEntries(
      parts.flatMap(({ list, releasedOn }) => (list && releasedOn ? [[list, releasedOn] as const] : [])),
    ),
    report: reportOf(parts, remarks),
  };
}

/** PostgreSQL keeps no NUL; the reader leaves none. */
function rowOf(facility: Facility) {
  const { list, key, ...content } = facility;
  const { name, kana, address, phone } = facility;
  return {
    ...facility,
    // Sixteen bytes tell any two contents apart.
    digest: createHash('sha256').update(JSON.stringify(content)).digest('base64').slice(0, 22),
    searchText: [name, kana, address, phone].flatMap(text => (text === null ? [] : searchForm(text))).join('|'),
    sortKey: searchForm(kana ?? name).slice(0, 100),
  };
}

function reportOf(parts: readonly FilePart[], remarks: readonly Remark[]): string {
  const told = parts.map(({ at, list, holds, releasedOn, encoding, read, refused, kinds }) => ({
    ...{ at, holds, releasedOn, encoding, read, refused },
    list: lists.find(({ id }) => id === list) ?? null,
    kinds: Object.entries(kinds).map(([kind, n]) => ({ kind, n })),
  }));
  // What was refused stands before what was only noticed.
  const sorted = [...remarks].sort((one, other) => Number(other.isRefused) - Number(one.isRefused));
  return JSON.stringify({ parts: told, issues: sorted.slice(0, ISSUES_TOLD), issueCount: sorted.length });
}
