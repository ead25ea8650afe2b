import type { Unit } from './break-lines.ts';
import type { Element, Sheet } from './sheet.ts';

type Place = { readonly x: number; readonly y: number; readonly size: number; readonly isBold?: boolean };

/** One line of a cell: words as they come together, boxes and rings drawn, each told to whoever has it read aloud. */
export function drawUnits(sheet: Sheet, element: Element, units: readonly Unit[], place: Place): void {
  let x = place.x;
  let words = '';
  let from = x;
  const flush = () => {
    const text = words;
    const at = from;
    if (text.trim() !== '') sheet.content(element, () => sheet.write(text, { ...place, x: at }));
    words = '';
  };
  for (const unit of units) {
    if (!unit.choice) {
      if (words === '') from = x;
      words += unit.text;
    } else {
      flush();
      drawChoice(sheet, element, unit, { ...place, x });
    }
    x += unit.width;
  }
  flush();
}

function drawChoice(sheet: Sheet, element: Element, { text, choice, width }: Unit, { x, y, size }: Place): void {
  if (!choice) return;
  const { mark, isChosen } = choice;
  const { doc } = sheet;
  const said = `${text} ${isChosen ? '(選択)' : '(選択なし)'}`;
  sheet.content(
    element,
    () => {
      doc.lineWidth(0.7).strokeColor('black');
      if (mark === 'box') drawBox(sheet, { x, y, size }, isChosen);
      if (mark === 'ring' && isChosen) doc.roundedRect(x, y + size * 0.06, width, size * 1.34, size * 0.67).stroke();
      sheet.write(text, { x: x + size * (mark === 'box' ? 1.1 : 0.25), y, size });
    },
    said.trim(),
  );
}

/** The box of a form, and the tick of a pen in it. */
function drawBox({ doc }: Sheet, { x, y, size }: Place, isChosen: boolean): void {
  const side = size * 0.82;
  const top = y + size * 0.32;
  doc.rect(x + 0.5, top, side, side).stroke();
  if (!isChosen) return;
  doc.lineWidth(1.3);
  doc
    .moveTo(x + side * 0.2, top + side * 0.5)
    .lineTo(x + side * 0.48, top + side * 0.8)
    .lineTo(x + side * 0.95, top + side * 0.12)
    .stroke();
}
