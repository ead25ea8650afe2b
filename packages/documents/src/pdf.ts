import { addDays, PAPER_DAYS, tokyoDay } from '@kaerimichi/discharge';
import { shortDay } from './form.ts';
import type { Paper } from './paper.ts';
import { drawMargins } from './pdf/draw-foot.ts';
import { drawPaper } from './pdf/draw-paper.ts';
import { openSheet } from './pdf/sheet.ts';

export type Print = {
  readonly no: string;
  /** Number of the newest entry of the case. */
  readonly version: number;
  /** Which version that is kept it is, and its state; absent: composed just now. */
  readonly edition?: string | undefined;
  /** Name of whoever prints. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  readonly isDemo: boolean;
  /** A TrueType font with the characters of Japanese names. */
  readonly font: Uint8Array;
};

/** @returns bytes of a PDF, tagged, in Japanese, with the part of the font that it needs */
export async function printPaper(
  paper: Paper,
  { no, version, edition, by, at, isDemo, font }: Print,
): Promise<Uint8Array> {
  // Never by name: a title is shown in lists of files and windows.
  const sheet = openSheet({
    size: paper.size,
    isDense: paper.isDense === true,
    title: `${no} ${paper.title}`,
    author: by,
    at,
    font,
  });
  const bytes = collect(sheet.doc);
  drawPaper(sheet, paper);
  drawMargins(sheet, {
    running: `${no} ${paper.title} | 個人情報`,
    warning: isDemo ? 'デモです。実在の方の情報を入れないでください' : null,
    until: `紙は${shortDay(addDays(tokyoDay(at), PAPER_DAYS))}まで有効。新しい情報は画面で`,
    printed: `${no} / ${edition ?? `版 ${version}`} / 出力 ${by} / ${minuteOf(at)}`,
  });
  sheet.root.end();
  sheet.doc.end();
  return bytes;
}

/** `2026/11/30 15:20`, as a clock in Japan shows it. */
const minuteOf = (at: string): string => {
  const parts = new Intl.DateTimeFormat('ja-JP', {
    timeZone: 'Asia/Tokyo',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return `${shortDay(tokyoDay(at))} ${parts.format(new Date(at))}`;
};

type Emitting = {
  on(event: 'data', listener: (chunk: Uint8Array) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  on(event: 'error', listener: (fault: Error) => void): unknown;
};

function collect(doc: Emitting): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', chunk => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}
