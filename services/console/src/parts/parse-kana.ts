/** Hiragana of any kana (katakana, half-width); other characters stay, so that a wrong one is seen. */
export function toHiragana(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[ァ-ヶ]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Kana of either width, long mark, middle dot and spaces only. */
export const isKana = (text: string): boolean =>
  /^[\p{Script=Hiragana}\p{Script=Katakana}ー・\s]*$/u.test(text.normalize('NFKC'));
