import type { Words } from '@kaerimichi/discharge';
import { cleanText, cutText } from './clean-text.ts';
import { type FacilityRead, refuse, type Table } from './facility.ts';
import { cellsOf, type Header, hasAll, headerOf } from './header.ts';
import { bedFunctions, facilityStandards, institutionCodes, iryoNet } from './layouts/institutions.ts';
import { healthWelfareCentres, municipalDesks, municipalFacilities } from './layouts/municipal.ts';
import { municipalityTable, postCodes } from './layouts/other-tables.ts';
import { kaigo, mobilitySupport, wamnet } from './layouts/services.ts';
import type { TableLayout } from './layouts/table-layout.ts';

/** What a part of a file is: rows of a list, a list without facilities, or nothing that is known here. */
export type PartRead =
  | {
      readonly is: 'list';
      readonly list: string;
      /** Titles above the header, which may tell of when the list is. */
      readonly titles: readonly string[];
      readonly rows: readonly { readonly number: number; readonly read: FacilityRead }[];
      readonly join?: TableLayout['join'];
    }
  | { readonly is: 'other'; readonly holds: Words; readonly rows: number }
  /** The publisher says that there is no such list. */
  | { readonly is: 'nothing'; readonly text: Words }
  | { readonly is: 'unknown'; readonly text: Words; readonly rows: number };

const layouts = [
  ...[wamnet, kaigo, iryoNet, facilityStandards, bedFunctions],
  ...[mobilitySupport, municipalDesks, healthWelfareCentres, municipalFacilities],
];
const others = [municipalityTable];
const bare = [institutionCodes, postCodes];

/** Titles stand above a header, more rows than these do not. */
const SEARCHED = 30;

const isFilled = (cells: readonly string[]) => cells.some(cell => cell.trim() !== '');

/** A table by its header, wherever that stands; without one, by the shape of its first rows. */
export function readTable(table: Table): PartRead {
  const filled = table.rows.filter(({ cells }) => isFilled(cells));
  for (const [at, { cells }] of filled.slice(0, SEARCHED).entries()) {
    const header = headerOf(cells);
    const layout = layouts.find(({ needs }) => hasAll(header, needs));
    if (layout) return readRows({ table, filled, layout, header, at });
    const other = others.find(({ needs }) => hasAll(header, needs));
    if (other) return { is: 'other', holds: other.holds, rows: filled.length - at - 1 };
  }
  return readBare(filled) ?? unknown(filled);
}

type Filled = Table['rows'];
type Found = {
  readonly table: Table;
  readonly filled: Filled;
  readonly layout: TableLayout;
  readonly header: Header;
  readonly at: number;
};

function readRows({ table, filled, layout, header, at }: Found): PartRead {
  const titles = filled.slice(0, at).flatMap(({ cells }) => cells.filter(cell => cell.trim() !== ''));
  const around = { titles, names: table.names };
  const rows = filled.slice(at + 1).map(({ number, cells }) => ({
    number,
    read:
      table.isEven && !isEven(cells, header.names.length)
        ? uneven(header.names.length, cells.length)
        : layout.read(cellsOf(header, cells), around),
  }));
  return { is: 'list', list: layout.list, titles, rows, ...(layout.join && { join: layout.join }) };
}

const isEven = (cells: readonly string[], columns: number): boolean =>
  cells.length >= columns && !isFilled(cells.slice(columns));

const uneven = (columns: number, cells: number) =>
  refuse(
    'columns',
    `列の数が見出しと違います(見出し${columns}列、この行${cells}列)。`,
    `Its columns are not those of the header (${columns} there, ${cells} here).`,
  );

/** Rows by whose shape a list without a header is known; one broken row among them does not hide it. */
const LOOKED_AT = 5;

function readBare(filled: Filled): PartRead | null {
  const first = filled.slice(0, LOOKED_AT);
  const layout = bare.find(({ isRow }) => first.filter(({ cells }) => isRow(cells)).length * 2 > first.length);
  if (!layout) return null;
  if ('holds' in layout) return { is: 'other', holds: layout.holds, rows: filled.length };
  const rows = filled.map(({ number, cells }) => ({ number, read: layout.read(cells) }));
  return { is: 'list', list: layout.list, titles: [], rows };
}

const MOST_COLUMNS = 40;

/** Nothing is in it at all. */
export const empty: PartRead = { is: 'unknown', text: { ja: '空です。', en: 'It is empty.' }, rows: 0 };

/** The row that looks most like a header, told by name: whoever sent it sees what was taken for it. */
function unknown(filled: Filled): PartRead {
  const count = (cells: readonly string[]) => cells.filter(cell => cell.trim() !== '').length;
  const first = filled.slice(0, SEARCHED);
  const widest = first.reduce<readonly string[]>((one, { cells }) => (count(cells) > count(one) ? cells : one), []);
  const columns = widest.flatMap(cell => cutText(cleanText(cell), 40) ?? []).slice(0, MOST_COLUMNS);
  if (columns.length === 0) return empty;
  return {
    is: 'unknown',
    text: {
      ja: `見出しから一覧の種類が分かりません。見つかった列: ${columns.join('、')}`,
      en: `Its header is of no list that is known here. Columns found: ${columns.join(', ')}`,
    },
    rows: filled.length,
  };
}
