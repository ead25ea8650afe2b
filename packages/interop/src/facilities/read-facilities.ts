import type { Words } from '@kaerimichi/discharge';
import { cleanText } from './clean-text.ts';
import { decodeList } from './decode-list.ts';
import type { Facility, Remark } from './facility.ts';
import { gather } from './gather.ts';
import { readJson } from './layouts/json.ts';
import type { FilePart, Part } from './part.ts';
import { placeOf } from './place-of.ts';
import { MOST_ROWS, readCsv } from './read-csv.ts';
import { type PartRead, readTable } from './read-table.ts';
import { isXlsx, readXlsx } from './read-xlsx.ts';
import { isZip, unzip } from './unzip.ts';

export type FacilityFile =
  | {
      readonly ok: true;
      readonly facilities: readonly Facility[];
      readonly parts: readonly FilePart[];
      readonly remarks: readonly Remark[];
    }
  | { readonly ok: false; readonly faults: readonly { readonly path: string; readonly text: Words }[] };

/** A file of facilities: CSV, a ZIP of those, XLSX or JSON. `name`: as it was sent; only hints of day and kind are taken. */
export function readFacilities(bytes: Uint8Array, name: string): FacilityFile {
  const found = isZip(bytes) ? zipParts(bytes, name) : plainParts(bytes, { at: '', names: [name] });
  if ('text' in found) return { ok: false, faults: [{ path: '', text: found.text }] };
  const rows = found.reduce(
    (sum, { read }) => sum + ('rows' in read && Array.isArray(read.rows) ? read.rows.length : 0),
    0,
  );
  if (rows > MOST_ROWS) return { ok: false, faults: [{ path: '', text: tooManyRows }] };
  const isKnown = found.some(({ read }) => read.is !== 'unknown');
  if (isKnown) return { ok: true, ...gather(found) };
  const faults = found.flatMap(({ at, read }) =>
    'text' in read ? [{ path: placeOf(at, null), text: read.text }] : [],
  );
  return { ok: false, faults };
}

const tooManyRows: Words = {
  ja: `行が多すぎます(${MOST_ROWS.toLocaleString('en')}行まで)。分けて読み込んでください。`,
  en: `It has more than ${MOST_ROWS.toLocaleString('en')} rows. Please split it.`,
};
const unreadable: Words = {
  ja: '文字コードを読み取れません。UTF-8、CP932(Shift_JIS)、EUC-JPのどれかで保存してください。',
  en: 'Its encoding cannot be told. Please save it as UTF-8, CP932 (Shift_JIS) or EUC-JP.',
};
const oldExcel: Words = {
  ja: '古いExcel形式(.xls)は読めません。xlsxかCSVで保存し直してください。',
  en: 'The old Excel format (.xls) is not read. Please save it as xlsx or CSV.',
};
const brokenExcel: Words = { ja: 'Excelファイルとして読めません。', en: 'It cannot be read as an Excel file.' };
const brokenCsv: Words = {
  ja: 'CSVとして読めません。引用符(")が閉じていないかもしれません。',
  en: 'It cannot be read as a CSV: perhaps a quotation mark is not closed.',
};
const brokenJson: Words = { ja: 'JSONとして読めません。', en: 'This is not JSON.' };
const emptyZip: Words = { ja: 'ZIPの中にファイルがありません。', en: 'The ZIP holds no file.' };
const zipInZip: Words = {
  ja: 'ZIPの中のZIPとExcelは読みません。取り出してから読み込んでください。',
  en: 'A ZIP or Excel file in a ZIP is not read. Please take it out first.',
};

type Place = { readonly at: string; readonly names: readonly string[] };
type Parts = readonly Part[] | { readonly text: Words };

/** Files that packers leave beside what was packed. */
const isRest = (path: string): boolean => /(^|\/)(__MACOSX\/|\.|Thumbs\.db|desktop\.ini)/.test(path);

function zipParts(bytes: Uint8Array, name: string): Parts {
  const unzipped = unzip(bytes);
  if (!unzipped.ok) return { text: unzipped.text };
  const { entries } = unzipped;
  if (isXlsx(entries)) {
    const tables = readXlsx(entries, [name]);
    if (!tables) return { text: brokenExcel };
    return tables.map(table => ({ ...table, encoding: null, read: readTable(table), remarks: [] }));
  }
  const files = [...entries].filter(([path]) => !isRest(path));
  if (files.length === 0) return { text: emptyZip };
  return files.flatMap(([path, content]) => {
    const at = cleanText(path) ?? '';
    const parts = isZip(content) ? { text: zipInZip } : plainParts(content, { at, names: [path, name] });
    return 'text' in parts
      ? [{ at, names: [], encoding: null, read: { is: 'unknown', rows: 0, ...parts }, remarks: [] }]
      : parts;
  });
}

function plainParts(bytes: Uint8Array, { at, names }: Place): Parts {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11) return { text: oldExcel };
  const decoded = decodeList(bytes);
  if (!decoded) return { text: unreadable };
  const { text, encoding } = decoded;
  const part = (read: PartRead, remarks: readonly Remark[] = []) => [{ at, names, encoding, read, remarks }];
  if (/^\s*[[{]/.test(text)) {
    try {
      return part(readJson(JSON.parse(text)));
    } catch {
      return { text: brokenJson };
    }
  }
  const csv = readCsv(text, at);
  if (!csv) return { text: brokenCsv };
  return part(readTable({ at, names, rows: csv.rows, isEven: true }), csv.remarks);
}
