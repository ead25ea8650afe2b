const SMALL_OFFSET = 0x60;

/** Katakana of any width as hiragana; everything else as NFKC has it. The prolonged sound mark stays. */
export function toHiragana(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u30a1-\u30f6]/g, sign => String.fromCharCode(sign.charCodeAt(0) - SMALL_OFFSET));
}

/** Is this text written in kana only (a reading, not a name in characters)? */
export const isKana = (text: string): boolean =>
  /^[\p{Script=Hiragana}\p{Script=Katakana}ー・\s]+$/u.test(text.normalize('NFKC'));
