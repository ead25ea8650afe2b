import type { Line, Table } from '../paper.ts';
import type { Unit } from './break-lines.ts';
import { drawHeading } from './draw-rows.ts';
import { drawUnits } from './draw-units.ts';
import { type Element, elementIn, type Sheet } from './sheet.ts';

/** Room for its title, its head and a row of two lines: no head is left alone at the foot of a page. */
const LEAST_LINES = 6.5;
/** What stands in a table of nothing. */
const NONE = '記録はありません。';

export function drawTable(sheet: Sheet, { title, head, widths, rows, space, isLarge = false }: Table): void {
  drawHeading(sheet, title, LEAST_LINES);
  const table = elementIn(sheet, sheet.root, 'Table');
  const size = sheet.type.text + (isLarge ? 2 : 0);
  const columns = columnsOf(sheet, widths);
  const drawHead = () => {
    const cells = brokenIn(sheet, { row: head.map(text => [text]), columns, size: sheet.type.label });
    drawLines(sheet, tagged(sheet, elementIn(sheet, table, 'TR'), cells, 'TH'), { columns, size: sheet.type.label });
  };
  const free = Array.from({ length: space }, () => head.map((): Line => []));
  const none: readonly (readonly Line[])[] =
    rows.length + space === 0 ? [head.map((_, at) => (at === noneAt(widths) ? [NONE] : []))] : [];
  drawHead();
  for (const row of [...rows, ...none, ...free]) {
    const cells = tagged(sheet, elementIn(sheet, table, 'TR'), brokenIn(sheet, { row, columns, size }), 'TD');
    drawRow(sheet, cells, { columns, size, drawHead });
  }
  sheet.y += sheet.type.pad * 2;
}

/** The widest column. */
const noneAt = (widths: readonly number[]): number => widths.indexOf(Math.max(...widths));

type Column = { readonly x: number; readonly width: number };

function columnsOf({ left, width }: Sheet, widths: readonly number[]): Column[] {
  const all = widths.reduce((sum, one) => sum + one, 0);
  let x = left;
  return widths.map(share => {
    const column = { x, width: (width * share) / all };
    x += column.width;
    return column;
  });
}

type Broken = { readonly row: readonly Line[]; readonly columns: readonly Column[]; readonly size: number };

const brokenIn = (sheet: Sheet, { row, columns, size }: Broken) =>
  row.map((line, at) => sheet.broken([line], (columns[at]?.width ?? 0) - sheet.type.pad * 2, size));

const leadingOf = ({ type }: Sheet, size: number): number => (type.leading * size) / type.text;

/** A cell with its place in the structure, which it keeps where it goes on on another page. */
type Cell = { readonly element: Element; readonly isHead: boolean; readonly lines: readonly Unit[][] };

const tagged = (sheet: Sheet, row: Element, cells: readonly Unit[][][], tag: 'TH' | 'TD'): Cell[] =>
  cells.map(lines => ({ element: elementIn(sheet, row, tag), isHead: tag === 'TH', lines }));

const longest = (cells: readonly Cell[]): number => Math.max(1, ...cells.map(({ lines }) => lines.length));

type Manner = { readonly columns: readonly Column[]; readonly size: number };

/** A row that a page holds is not cut; a longer one goes on on the next, and nothing of it runs off the paper. */
function drawRow(
  sheet: Sheet,
  cells: readonly Cell[],
  { drawHead, ...manner }: Manner & { drawHead: () => void },
): void {
  const all = longest(cells);
  for (let from = 0, isFresh = false; from < all; ) {
    const fits = Math.floor((sheet.room() - sheet.type.pad * 2) / leadingOf(sheet, manner.size));
    if (all - from > fits && !isFresh) {
      sheet.newPage();
      drawHead();
      isFresh = true;
      continue;
    }
    const until = from + Math.max(fits, 1);
    drawLines(
      sheet,
      cells.map(cell => ({ ...cell, lines: cell.lines.slice(from, until) })),
      manner,
    );
    from = until;
    isFresh = false;
  }
}

function drawLines(sheet: Sheet, cells: readonly Cell[], { columns, size }: Manner): void {
  const height = longest(cells) * leadingOf(sheet, size) + sheet.type.pad * 2;
  const top = sheet.y;
  cells.forEach(({ element, isHead, lines }, at) => {
    const x = (columns[at]?.x ?? 0) + sheet.type.pad;
    for (const [line, units] of lines.entries()) {
      const y = top + sheet.type.pad + line * leadingOf(sheet, size);
      drawUnits(sheet, element, units, { x, y, size, isBold: isHead });
    }
  });
  sheet.artifact(() => {
    sheet.doc.lineWidth(0.7).strokeColor('black');
    for (const { x, width } of columns) sheet.doc.rect(x, top, width, height).stroke();
  });
  sheet.y = top + height;
}
