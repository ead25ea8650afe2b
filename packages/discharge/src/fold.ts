/**
 * One form for everything that reads alike: full and half width, katakana and hiragana, upper and lower case;
 * spaces, middle dots, hyphens and long-vowel marks do not count (ｻﾄｳ ﾕｳｷ = さとうゆうき; コーヒー = こひ).
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(KATAKANA, letter => String.fromCharCode(letter.charCodeAt(0) - KATAKANA_TO_HIRAGANA))
    .replace(NOT_SEARCHED, '');
}

const KATAKANA = /[ァ-ヶ]/g;
const KATAKANA_TO_HIRAGANA = 0x60;
const NOT_SEARCHED = /[\s・･\-‐‑–—−ー－_.,、。'"()（）]+/g;
