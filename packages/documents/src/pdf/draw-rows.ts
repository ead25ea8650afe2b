import type { Cell, Rows } from '../paper.ts';
import type { Unit } from './break-lines.ts';
import { drawUnits } from './draw-units.ts';
import { type Element, elementIn, type Sheet } from './sheet.ts';

/** Share of the page that the labels at the left take. */
const LABELS = 0.21;
/** What less of a row is never left alone at the foot of a page. */
const LEAST_LINES = 4;

/** A cell as it is laid out; its lines may go on on the next page. */
type Laid = {
  readonly x: number;
  readonly width: number;
  readonly labelWidth: number;
  readonly label: readonly Unit[][];
  readonly lines: readonly Unit[][];
  readonly space: number;
};

export function drawRows(sheet: Sheet, { title, rows, labels = LABELS }: Rows): void {
  if (title !== null) drawHeading(sheet, title);
  const table = elementIn(sheet, sheet.root, 'Table');
  for (const row of rows) drawRow(sheet, elementIn(sheet, table, 'TR'), layOut(sheet, row, labels));
  sheet.y += sheet.type.pad * 2;
}

/** Above a part of the paper, and in its bookmarks; never alone at the foot of a page. */
export function drawHeading(sheet: Sheet, title: string, least = LEAST_LINES): void {
  const { doc, left, type } = sheet;
  if (sheet.room() < type.leading * least) sheet.newPage();
  doc.outline.addItem(title);
  const heading = elementIn(sheet, sheet.root, 'H2');
  const at = sheet.y;
  sheet.content(heading, () => sheet.write(title, { x: left, y: at, size: type.text + 1, isBold: true }));
  sheet.y += type.leading + 3;
}

function drawRow(sheet: Sheet, element: Element, cells: readonly Laid[]): void {
  const tags = cells.map(() => ({ head: elementIn(sheet, element, 'TH'), body: elementIn(sheet, element, 'TD') }));
  const all = Math.max(...cells.map(({ label, lines, space }) => Math.max(label.length, lines.length, space)));
  for (let from = 0; from < all; ) {
    const fits = Math.floor((sheet.room() - sheet.type.pad * 2) / sheet.type.leading);
    const isWhole = all - from <= fits;
    // What goes on to another page anyway begins on this one, if there is room for more than a few lines.
    const mayBreak = fits >= LEAST_LINES && all - from > LEAST_LINES * 3;
    if (!isWhole && !mayBreak && sheet.y > sheet.top) {
      sheet.newPage();
      continue;
    }
    const until = Math.min(all, from + Math.max(fits, 1));
    drawSlice(sheet, cells, tags, { from, until });
    from = until;
    if (from < all) sheet.newPage();
  }
}

type Tags = readonly { readonly head: Element; readonly body: Element }[];

function drawSlice(
  sheet: Sheet,
  cells: readonly Laid[],
  tags: Tags,
  { from, until }: { from: number; until: number },
): void {
  const { type, y: top } = sheet;
  const height = (until - from) * type.leading + sheet.type.pad * 2;
  cells.forEach(({ x, labelWidth, label, lines }, index) => {
    const tag = tags[index];
    if (!tag) return;
    const at = (line: number) => top + sheet.type.pad + line * type.leading;
    // On a page where a cell goes on, it says again what it is.
    for (const [line, units] of label.entries())
      drawUnits(sheet, tag.head, units, { x: x + sheet.type.pad, y: at(line) + 0.7, size: type.label });
    for (const [line, units] of lines.slice(from, until).entries())
      drawUnits(sheet, tag.body, units, { x: x + labelWidth + sheet.type.pad, y: at(line), size: type.text });
  });
  sheet.artifact(() => {
    for (const { x, width, labelWidth } of cells) {
      sheet.doc.lineWidth(0.7).strokeColor('black').rect(x, top, width, height).stroke();
      sheet.doc
        .lineWidth(0.35)
        .moveTo(x + labelWidth, top)
        .lineTo(x + labelWidth, top + height)
        .stroke();
    }
  });
  sheet.y = top + height;
}

function layOut(sheet: Sheet, row: readonly Cell[], labels: number): Laid[] {
  const { left, width, type } = sheet;
  const shares = row.reduce((sum, cell) => sum + cell.width, 0);
  let x = left;
  return row.map((cell, index) => {
    const own = (width * cell.width) / shares;
    const natural = sheet.measure(cell.label, type.label) + sheet.type.pad * 2 + 1;
    // Labels at the left stand in one column, as far as the row leaves room for it.
    const labelWidth = index === 0 && row.length < 3 ? width * labels : Math.min(natural, own * 0.45);
    const laid = {
      ...{ x, width: own, labelWidth, space: cell.space },
      label: sheet.broken([[cell.label]], labelWidth - sheet.type.pad * 2, type.label),
      lines: sheet.broken(cell.lines, own - labelWidth - sheet.type.pad * 2, type.text),
    };
    x += own;
    return laid;
  });
}
