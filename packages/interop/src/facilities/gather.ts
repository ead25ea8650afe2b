import type { FacilityKind } from '@kaerimichi/discharge';
import type { Facility, Remark } from './facility.ts';
import { dayOfPart, type FilePart, type Part } from './part.ts';
import { placeOf } from './place-of.ts';
import type { PartRead } from './read-table.ts';

type Gathered = {
  readonly facilities: readonly Facility[];
  readonly parts: readonly FilePart[];
  readonly remarks: readonly Remark[];
};

type Known = { facility: Facility; readonly place: string; readonly part: number };

/** Each facility of a file once, with what became of every row: new here, of one that was there already, or refused. */
export function gather(found: readonly Part[]): Gathered {
  const known = new Map<string, Known>();
  const remarks: Remark[] = found.flatMap(part => part.remarks);
  const counts = found.map((part, n) => gatherPart({ part, n, known, remarks }));
  const facilities = [...known.values()];
  const parts = found.map(({ at, encoding, read, ...part }, n) => ({
    at,
    list: read.is === 'list' ? read.list : null,
    holds: read.is === 'other' ? read.holds : null,
    releasedOn: dayOfPart({ at, encoding, read, ...part }),
    encoding,
    ...(counts[n] ?? nothing),
    kinds: kindsOf(facilities.filter(({ part: own }) => own === n)),
  }));
  return { facilities: facilities.map(({ facility }) => facility), parts, remarks };
}

const nothing = { read: 0, refused: 0, again: 0 };

type Gathering = {
  readonly part: Part;
  readonly n: number;
  readonly known: Map<string, Known>;
  readonly remarks: Remark[];
};

function gatherPart(gathering: Gathering): typeof nothing {
  const { part, remarks } = gathering;
  const { at, read } = part;
  const broken = part.remarks.length;
  if (read.is === 'list') return gatherRows({ ...gathering, read });
  if (read.is === 'nothing') {
    remarks.push({ path: placeOf(at, null), why: 'nothing', text: read.text, rows: 0, isRefused: false });
    return nothing;
  }
  const text = read.is === 'unknown' ? read.text : noFacilities(read);
  remarks.push({ path: placeOf(at, null), why: read.is, text, rows: read.rows, isRefused: read.rows > 0 });
  return { read: read.rows + broken, refused: read.rows + broken, again: 0 };
}

const noFacilities = ({ holds, rows }: PartRead & { is: 'other' }) => ({
  ja: `${holds.ja}です(${rows}件)。施設はないので、何も取り込みません。`,
  en: `This is ${holds.en} (${rows}). It holds no facilities; nothing is taken from it.`,
});

function gatherRows({ part, n, known, remarks, read }: Gathering & { read: PartRead & { is: 'list' } }) {
  const { at } = part;
  let refused = part.remarks.length;
  let again = 0;
  const same: string[] = [];
  const placeless: string[] = [];
  const illegible: string[] = [];
  let points = 0;
  const refuse = (path: string, why: string, text: Remark['text']) => {
    refused += 1;
    remarks.push({ path, why, text, rows: 1, isRefused: true });
  };
  for (const row of read.rows) {
    const place = placeOf(at, row.number);
    if (!row.read.ok) {
      refuse(place, row.read.why, row.read.text);
      continue;
    }
    const { facility } = row.read;
    const id = `${facility.list} ${facility.key}`;
    const before = known.get(id);
    if (!before) {
      known.set(id, { facility, place, part: n });
      if (facility.latitude !== null) points += 1;
      else placeless.push(place);
      if (/\uFFFD/.test(`${facility.name}${facility.address}`)) illegible.push(place);
    } else if (read.join) {
      before.facility = read.join(before.facility, facility);
      again += 1;
    } else if (isSame(before.facility, facility)) {
      same.push(place);
      again += 1;
    } else refuse(place, 'doubled', doubled(before.place));
  }
  if (same.length > 0) remarks.push(noted('again', same, sameRows));
  if (illegible.length > 0) remarks.push(noted('illegible', illegible, illegibleSigns));
  // Of a list that has no coordinates at all, none are missed.
  if (placeless.length > 0 && points > 0) remarks.push(noted('noPoint', placeless, noPoint));
  return { read: read.rows.length + part.remarks.length, refused, again };
}

const isSame = (one: Facility, other: Facility): boolean => JSON.stringify(one) === JSON.stringify(other);

const doubled = (place: string) => ({
  ja: `${place.replace(/#(\d+)$/, '$1行目')}と同じ番号(または名前と住所)ですが、内容が違います。先の行だけを取り込みます。`,
  en: `It has the number (or name and address) of ${place.replace(/#(\d+)$/, 'row $1')} but says otherwise. Only that row is taken.`,
});
const sameRows = {
  ja: '前の行と同じ内容です。1件にまとめました。',
  en: 'They say the same as an earlier row and are taken as one.',
};
const illegibleSigns = {
  ja: '読めない文字(�)があります。そのまま取り込みます。',
  en: 'They hold signs that cannot be read (�) and are taken as they are.',
};
const noPoint = {
  ja: '緯度・経度がないか0です。場所は住所だけで取り込みます。',
  en: 'They have no coordinates, or zeros. They are taken without a point on the map.',
};

/** Something that many rows share, told once: with the first of them, and how many. */
const noted = (why: string, places: readonly string[], text: Remark['text']): Remark => ({
  path: places[0] ?? '',
  why,
  text,
  rows: places.length,
  isRefused: false,
});

function kindsOf(known: readonly Known[]): FilePart['kinds'] {
  const kinds: Partial<Record<FacilityKind, number>> = {};
  for (const { facility } of known) kinds[facility.kind] = (kinds[facility.kind] ?? 0) + 1;
  return kinds;
}
