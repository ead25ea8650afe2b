import { footTop, headTop, type Sheet } from './sheet.ts';

/** What stands on every page beside the paper itself. */
export type Margins = {
  /** `K-0142 退院支援計画書 | 個人情報`. */
  readonly running: string;
  /** Said of the demo. */
  readonly warning: string | null;
  /** 「紙は…まで有効。新しい情報は画面で」. */
  readonly until: string;
  /** Who printed it, when, and of which state of the case. */
  readonly printed: string;
};

const SIZE = 9;

/** Head and foot of every page, when it is known how many there are. */
export function drawMargins(sheet: Sheet, { running, warning, until, printed }: Margins): void {
  const { doc, left } = sheet;
  const { start, count } = doc.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    doc.switchToPage(index);
    const right = left + sheet.width;
    const write = (text: string, x: number, y: number, isBold = false) =>
      sheet.write(text, { x, y, size: SIZE, isBold });
    const page = `${index - start + 1}/${count}`;
    sheet.artifact(() => {
      const top = footTop(sheet);
      write(running, left, headTop - 4, true);
      if (warning !== null) write(warning, right - sheet.measure(warning, SIZE), headTop - 4);
      doc
        .lineWidth(0.5)
        .strokeColor('black')
        .moveTo(left, headTop + 10)
        .lineTo(right, headTop + 10)
        .stroke();
      doc.rect(left, top, sheet.measure(until, SIZE) + 8, 14).stroke();
      write(until, left + 4, top + 0.5);
      write(page, right - sheet.measure(page, SIZE), top + 0.5);
      write(printed, left, top + 15.5);
    });
  }
}
