import { inflateRawSync } from 'node:zlib';

/** What a file holds, counted apart from the program: rows, those that are no facility, and facilities by kind. */
export type Counted = {
  readonly read: number;
  readonly refused: number;
  readonly kinds: Readonly<Record<string, number>>;
};

/** A file as it lies on the disk: its path with `/`, in NFC. */
type File = { readonly path: string; readonly bytes: Buffer };
type Row = readonly string[];

/**
 * Counts a public list by means of its own, none of which the program shares: files are told by their names, tables by the
 * columns that their publishers name, a facility by its publisher's number.
 */
export function countList({ path, bytes }: File): Counted {
  const counter = counters.find(([pattern]) => pattern.test(path));
  if (!counter) throw new Error(`${path}: nobody has said how this list is counted`);
  return counter[1](bytes, path);
}

const counters: readonly (readonly [RegExp, (bytes: Buffer, path: string) => Counted])[] = [
  [/kanagawa-beds\/.*\.xlsx$/, bytes => ofBeds(sheetsIn(bytes))],
  [/kouseikyoku\/14_kanagawa.*\.xlsx$/, bytes => ofStandards(sheetsIn(bytes).flat())],
  [/kouseikyoku\/.*_cd\.zip$/, bytes => ofOneKind(csvIn(fileIn(bytes)), 'medicalInstitution', row => row[0] ?? '')],
  [/wamnet\/.*\.zip$/, bytes => ofWamnet(csvIn(fileIn(bytes)))],
  [/ken_all\.zip$/, bytes => noFacilities(csvIn(fileIn(bytes)).length)],
  [/170_fukushi_yogu\.csv$/, bytes => ofNumbered(csvIn(bytes), '事業所番号', 'equipmentRental')],
  [/01-1_hospital.*\.csv$/, bytes => ofOneKind(csvIn(bytes).slice(1), 'hospital')],
  [/nakano\/すこやか.*\.csv$/, bytes => ofOneKind(csvIn(bytes).slice(1), 'healthWelfareCentre')],
  [/nakano\/障害のある.*\.csv$/, bytes => ofOneKind(csvIn(bytes).slice(1), 'consultation')],
  [/nakano\/障害児.*\.csv$/, bytes => ofOneKind(csvIn(bytes).slice(1), 'childDevelopment')],
  // A title stands above its header; lines break where its bytes say so, whatever they are in.
  [/osaka\/idoshien.*\.csv$/, bytes => ofOneKind(csvIn(bytes, 'latin1').slice(2), 'mobilitySupport')],
  [/localgovjp-utf8\.csv$/, bytes => noFacilities(csvIn(bytes).length - 1)],
  [/kanagawa_hospitals.*\.json$/, bytes => ofOneKind(listIn(bytes), 'hospital')],
  [/visiting-nursing\/14\.json$/, bytes => ofOneKind(listIn(bytes), 'visitingNursing')],
  [/area_master\.json$/, bytes => noFacilities(sum(valuesIn(bytes).map(one => sizeOf(one, 'cities'))))],
  [/shelters\/emergency\/\d+\.json$/, bytes => ofShelters(bytes, 'emergencySite')],
  [/shelters\/evacuation\/\d+\.json$/, bytes => ofShelters(bytes, 'shelter')],
  [/city-to-code\.json$/, bytes => noFacilities(valuesIn(bytes).length)],
  [/code-to-city\.json$/, bytes => noFacilities(sum(valuesIn(bytes).map(one => sizeOf(one, 'cities'))))],
  [/data-availability\.json$/, bytes => noFacilities(sum(sizesIn(bytes, 'unavailable')))],
  [/\.geojson$/, bytes => noFacilities(sizeOf(jsonIn(bytes), 'features'))],
  [/\.topojson$/, bytes => noFacilities(sum(valuesOf(jsonIn(bytes), 'objects').map(one => sizeOf(one, 'geometries'))))],
  [/localgovjp\.json$/, bytes => noFacilities(listIn(bytes).length)],
];

const noFacilities = (read: number): Counted => ({ read, refused: read, kinds: {} });
const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0);
const isFilled = (row: Row) => row.some(cell => cell.trim() !== '');

/** Every row is a facility of one kind, each once. */
function ofOneKind<Item>(rows: readonly Item[], kind: string, keyOf: (row: Item) => unknown = row => row): Counted {
  return { read: rows.length, refused: 0, kinds: { [kind]: new Set(rows.map(keyOf)).size } };
}

/** Rows of one number are one facility; a second one that says otherwise is refused. */
function ofNumbered([header = [], ...rows]: Row[], column: string, kind: string): Counted {
  const at = header.indexOf(column);
  const first = new Map<string, string>();
  let refused = 0;
  for (const row of rows) {
    const [number, said] = [row[at] ?? '', row.filter((_cell, n) => n !== 1).join('\t')];
    if (!first.has(number)) first.set(number, said);
    else if (first.get(number) !== said) refused += 1;
  }
  return { read: rows.length, refused, kinds: { [kind]: first.size } };
}

/** Of one kind of service each, a row a place: one house has several of one number, and a `NO` is given twice. */
function ofWamnet([header = [], ...rows]: Row[]): Counted {
  const kinds = new Set(rows.map(row => row[header.indexOf('サービス種別')]));
  if ([...kinds].join() !== '放課後等デイサービス') throw new Error(`services of another kind: ${[...kinds]}`);
  return ofOneKind(rows, 'afterSchoolDay', row => `${row[1]} ${row[header.indexOf('事業所番号')]}`);
}

const HOSPITAL_BEDS = 20;

/** A row a notification: of an institution as many as it filed, with more than one remark a row each. */
function ofStandards(rows: readonly Row[]): Counted {
  const from = rows.findIndex(row => row[0] === '項番');
  const header = rows[from] ?? [];
  const [number, beds] = ['医療機関番号', '病床数'].map(name => header.indexOf(name)) as [number, number];
  const data = rows.slice(from + 1).filter(isFilled);
  const institutions = new Map(data.map(row => [row[number], bedsIn(row[beds] ?? '')]));
  const hospital = [...institutions.values()].filter(n => n >= HOSPITAL_BEDS).length;
  return { read: data.length, refused: 0, kinds: { hospital, clinic: institutions.size - hospital } };
}

const bedsIn = (text: string) => sum((text.normalize('NFKC').match(/\d+/g) ?? []).map(Number));

/** A sheet a year and kind, each with its own count in its title and a row of totals at its end. */
function ofBeds(sheets: readonly (readonly Row[])[]): Counted {
  const places: Record<'hospital' | 'clinic', Set<string>> = { hospital: new Set(), clinic: new Set() };
  let [read, refused] = [0, 0];
  for (const sheet of sheets) {
    const rows = sheet.filter(isFilled);
    const from = rows.findIndex(row => row[0]?.startsWith('医療機関名称'));
    const titles = rows.slice(0, from).flat().join(' ').normalize('NFKC');
    const [totals, named] = [rows.slice(from + 1), rows.slice(from + 1).filter(row => (row[1] ?? '').trim() !== '')];
    const said = Number(/\((\d+)施設\)/.exec(titles)?.[1]);
    if (named.length !== said) throw new Error(`the title says ${said}, the sheet has ${named.length}`);
    for (const row of named) places[titles.includes('診療所') ? 'clinic' : 'hospital'].add(`${row[0]} ${row[1]}`);
    read += totals.length;
    refused += totals.length - named.length;
  }
  return { read, refused, kinds: { hospital: places.hospital.size, clinic: places.clinic.size } };
}

function ofShelters(bytes: Buffer, kind: string): Counted {
  const value = jsonIn(bytes);
  if ((value as { type?: unknown }).type === 'unavailable') return { read: 0, refused: 0, kinds: {} };
  const n = sizeOf(value, 'features');
  return { read: n, refused: 0, kinds: { [kind]: n } };
}

const jsonIn = (bytes: Buffer): unknown => JSON.parse(bytes.toString('utf8'));
const listIn = (bytes: Buffer) => jsonIn(bytes) as readonly object[];
const valuesIn = (bytes: Buffer): unknown[] => Object.values(jsonIn(bytes) as object);
const partOf = (value: unknown, name: string) => Object.entries(value as object).find(([key]) => key === name)?.[1];
const valuesOf = (value: unknown, name: string): unknown[] => Object.values((partOf(value, name) ?? {}) as object);
const sizeOf = (value: unknown, name: string): number => valuesOf(value, name).length;
const sizesIn = (bytes: Buffer, name: string) => valuesOf(jsonIn(bytes), name).map(one => (one as unknown[]).length);

/** Rows of a CSV, cells in quotes with line breaks and quotes in them; empty rows left out. */
function csvIn(bytes: Buffer, encoding: BufferEncoding = 'utf8'): Row[] {
  const text = bytes.toString(encoding).replace(/^\ufeff/, '');
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|\r|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.filter(isFilled);
}

const DIRECTORY = 0x02014b50;

/** Files of a ZIP by its directory. */
function filesIn(bytes: Buffer): Map<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const files = new Map<string, Buffer>();
  for (let at = bytes.readUInt32LE(end + 16); bytes.readUInt32LE(at) === DIRECTORY; ) {
    const [name, extra, note] = [28, 30, 32].map(place => bytes.readUInt16LE(at + place)) as [number, number, number];
    const from = bytes.readUInt32LE(at + 42);
    const data = from + 30 + bytes.readUInt16LE(from + 26) + bytes.readUInt16LE(from + 28);
    const packed = bytes.subarray(data, data + bytes.readUInt32LE(at + 20));
    const text = bytes.toString('utf8', at + 46, at + 46 + name);
    files.set(text, bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed));
    at += 46 + name + extra + note;
  }
  return files;
}

const fileIn = (bytes: Buffer): Buffer => [...filesIn(bytes).values()][0] ?? Buffer.alloc(0);

/** Sheets of a workbook as rows of texts. */
function sheetsIn(bytes: Buffer): Row[][] {
  const files = filesIn(bytes);
  const shared = [...textOf(files.get('xl/sharedStrings.xml')).matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = '']) =>
    // What stands over a word as its reading is no text of the cell.
    [...item.replace(/<rPh.*?<\/rPh>/gs, '').matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => text).join(''),
  );
  return [...files]
    .filter(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
    .map(([, sheet]) =>
      [...textOf(sheet).matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) =>
        [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, about = '', cell = '']) => {
          const value = /<v>(.*?)<\/v>/s.exec(cell)?.[1] ?? '';
          return about.includes('t="s"') ? (shared[Number(value)] ?? '') : value;
        }),
      ),
    );
}

const textOf = (bytes: Buffer | undefined) => bytes?.toString('utf8') ?? '';
