import type { Line, Table } from '../paper.ts';
import { drawHeading } from './draw-rows.ts';
import { drawUnits } from './draw-units.ts';
import { type Element, elementIn, type Sheet } from './sheet.ts';

/** What stands in a table of nothing. */
const NONE = '記録はありません。';

export function drawTable(sheet: Sheet, { title, head, widths, rows, space, isLarge = false }: Table): void {
  drawHeading(sheet, title);
  const table = elementIn(sheet, sheet.root, 'Table');
  const size = sheet.type.text + (isLarge ? 2 : 0);
  const columns = columnsOf(sheet, widths);
  const drawHead = () =>
    drawRow(
      sheet,
      elementIn(sheet, table, 'TR'),
      head.map(text => [text]),
      { columns, size: sheet.type.label, tag: 'TH' },
    );
  const free = Array.from({ length: space }, () => head.map((): Line => []));
  const none: readonly (readonly Line[])[] =
    rows.length + space === 0 ? [head.map((_, at) => (at === noneAt(widths) ? [NONE] : []))] : [];
  drawHead();
  for (const row of [...rows, ...none, ...free]) {
    if (heightOf(sheet, row, columns, size) > sheet.room()) {
      sheet.newPage();
      drawHead();
    }
    drawRow(sheet, elementIn(sheet, table, 'TR'), row, { columns, size, tag: 'TD' });
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

const brokenIn = (sheet: Sheet, row: readonly Line[], columns: readonly Column[], size: number) =>
  row.map((line, at) => sheet.broken([line], (columns[at]?.width ?? 0) - sheet.type.pad * 2, size));

const leadingOf = ({ type }: Sheet, size: number): number => (type.leading * size) / type.text;

function heightOf(sheet: Sheet, row: readonly Line[], columns: readonly Column[], size: number): number {
  const lines = Math.max(1, ...brokenIn(sheet, row, columns, size).map(cell => cell.length));
  return lines * leadingOf(sheet, size) + sheet.type.pad * 2;
}

type Manner = { readonly columns: readonly Column[]; readonly size: number; readonly tag: 'TH' | 'TD' };

function drawRow(sheet: Sheet, element: Element, row: readonly Line[], { columns, size, tag }: Manner): void {
  const height = heightOf(sheet, row, columns, size);
  const top = sheet.y;
  brokenIn(sheet, row, columns, size).forEach((lines, at) => {
    const cell = elementIn(sheet, element, tag);
    const x = (columns[at]?.x ?? 0) + sheet.type.pad;
    for (const [line, units] of lines.entries()) {
      const y = top + sheet.type.pad + line * leadingOf(sheet, size);
      drawUnits(sheet, cell, units, { x, y, size, isBold: tag === 'TH' });
    }
  });
  sheet.artifact(() => {
    sheet.doc.lineWidth(0.7).strokeColor('black');
    for (const { x, width } of columns) sheet.doc.rect(x, top, width, height).stroke();
  });
  sheet.y = top + height;
}
