import { isNumber } from '../../parts/telephone.ts';

/** A piece of text; `phone` is the number to call, in plain digits, where the piece is one. */
export type Piece = { readonly text: string; readonly phone: string | null };

/** Digits with hyphens or brackets between them, as telephone numbers are written, half or full width. */
const runs =
  /[+\uff0b]?[\d\uff10-\uff19]+(?:[-\u2010-\u2015\u2212\u30fc\uff0d][\d\uff10-\uff19]+|[(\uff08][\d\uff10-\uff19]+[)\uff09][\d\uff10-\uff19]+)*/gu;

/** A text in pieces: the telephone numbers in it, and what stands between. */
export function phonesIn(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: run, index } of text.matchAll(runs)) {
    const phone = phoneOf(run);
    if (!phone) continue;
    if (index > from) pieces.push({ text: text.slice(from, index), phone: null });
    pieces.push({ text: run, phone });
    from = index + run.length;
  }
  return from < text.length ? [...pieces, { text: text.slice(from), phone: null }] : pieces;
}

/** Days, hours and numbers of charts are no telephones. */
function phoneOf(run: string): string | null {
  const plain = run.normalize('NFKC').replace(/[^\d+]/g, '');
  return isNumber(plain) ? plain : null;
}
