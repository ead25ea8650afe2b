import type { Block, Paper, Remark, Signatures } from '../paper.ts';
import { drawRows } from './draw-rows.ts';
import { drawTable } from './draw-table.ts';
import { drawUnits } from './draw-units.ts';
import { elementIn, type Sheet } from './sheet.ts';

const TITLE = 16;
const DENSE_TITLE = 13;

/** Everything of a paper but the head and foot of its pages. */
export function drawPaper(sheet: Sheet, paper: Paper): void {
  sheet.newPage();
  drawTitle(sheet, paper);
  for (const block of paper.blocks) drawBlock(sheet, block);
}

function drawTitle(sheet: Sheet, { form, title, titles, addressee, isDense = false }: Paper): void {
  const { doc, left, width, type } = sheet;
  doc.outline.addItem(title);
  if (form !== null) {
    const element = elementIn(sheet, sheet.root, 'P');
    const text = `(${form})`;
    sheet.content(element, () => sheet.write(text, { x: left, y: sheet.y, size: type.label }));
    sheet.y += type.leading;
  }
  const heading = elementIn(sheet, sheet.root, 'H1');
  const size = isDense ? DENSE_TITLE : TITLE;
  for (const units of sheet.broken([titles ?? [title]], width, size)) {
    const x = left + (width - units.reduce((sum, unit) => sum + unit.width, 0)) / 2;
    drawUnits(sheet, heading, units, { x, y: sheet.y, size, isBold: true });
    sheet.y += size * 1.5;
  }
  sheet.y += sheet.type.pad;
  if (addressee === null) return;
  const element = elementIn(sheet, sheet.root, 'P');
  const at = sheet.y;
  sheet.content(element, () => sheet.write(addressee, { x: left, y: at, size: type.text + 2 }));
  sheet.y += type.leading + sheet.type.pad * 2;
}

function drawBlock(sheet: Sheet, block: Block): void {
  if (block.kind === 'rows') drawRows(sheet, block);
  if (block.kind === 'table') drawTable(sheet, block);
  if (block.kind === 'remark') drawRemark(sheet, block);
  if (block.kind === 'signatures') drawSignatures(sheet, block);
}

function drawRemark(sheet: Sheet, { text }: Remark): void {
  const { left, width, type } = sheet;
  const lines = sheet.broken([[text]], width, type.label);
  if (lines.length * type.leading > sheet.room()) sheet.newPage();
  const element = elementIn(sheet, sheet.root, 'P');
  for (const units of lines) {
    drawUnits(sheet, element, units, { x: left, y: sheet.y, size: type.label });
    sheet.y += type.leading;
  }
  sheet.y += sheet.type.pad;
}

/** Height of a place to sign in, in lines. */
const SIGNATURE = 2;

function drawSignatures(sheet: Sheet, { lines }: Signatures): void {
  if (lines.length * SIGNATURE * sheet.type.leading > sheet.room()) sheet.newPage();
  for (const line of lines) drawSignature(sheet, line);
  sheet.y += sheet.type.pad;
}

function drawSignature(sheet: Sheet, { label, name, hasSeal = false }: Signatures['lines'][number]): void {
  const { doc, left, width, type, y: top } = sheet;
  const element = elementIn(sheet, sheet.root, 'P');
  const height = SIGNATURE * type.leading;
  const baseline = top + height - 6;
  const from = left + Math.max(sheet.measure(label, type.label) + 8, width * 0.4);
  const to = left + width - (hasSeal ? 28 : 0);
  sheet.content(element, () => sheet.write(label, { x: left, y: baseline - type.label * 1.2, size: type.label }));
  if (name !== null)
    sheet.content(element, () => sheet.write(name, { x: from + 8, y: baseline - type.text * 1.35, size: type.text }));
  if (hasSeal)
    sheet.content(element, () => sheet.write('印', { x: to + 12, y: baseline - type.text * 1.2, size: type.label }));
  sheet.artifact(() => {
    doc.lineWidth(0.5).strokeColor('black').moveTo(from, baseline).lineTo(to, baseline).stroke();
    if (hasSeal)
      doc
        .circle(to + 16.5, baseline - type.text * 0.5, 9)
        .dash(1.5, { space: 1.5 })
        .stroke()
        .undash();
  });
  sheet.y = top + height;
}
