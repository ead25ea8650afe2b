/** Latin letters of the kana that a name may begin with (Hepburn), row by row of the syllabary. */
const letters: readonly (readonly [kana: string, letter: string])[] = [
  ['あぁ', 'A'],
  ['いぃゐ', 'I'],
  ['うぅ', 'U'],
  ['えぇゑ', 'E'],
  ['おぉを', 'O'],
  ['かきくけこ', 'K'],
  ['がぎぐげご', 'G'],
  ['さしすせそ', 'S'],
  ['ざずぜぞづ', 'Z'],
  ['じぢ', 'J'],
  ['たつてと', 'T'],
  ['ち', 'C'],
  ['だでど', 'D'],
  ['なにぬねのん', 'N'],
  ['はひへほ', 'H'],
  ['ふ', 'F'],
  ['ばびぶべぼ', 'B'],
  ['ぱぴぷぺぽ', 'P'],
  ['まみむめも', 'M'],
  ['やゆよゃゅょ', 'Y'],
  ['らりるれろ', 'R'],
  ['わ', 'W'],
  ['ゔ', 'V'],
];
const letterOf = new Map(letters.flatMap(([kana, letter]) => [...kana].map(sign => [sign, letter] as const)));

const hiragana = (sign: string): string =>
  sign >= 'ァ' && sign <= 'ヶ' ? String.fromCharCode(sign.charCodeAt(0) - 0x60) : sign;

/** `いしい そら` as `I.S`, family name first; undefined where the reading begins with nothing that has a letter. */
export function romanInitials(kana: string | null): string | undefined {
  const found = (kana ?? '')
    .normalize('NFKC')
    .split(/\s+/)
    .flatMap(([first = '']) => letterOf.get(hiragana(first)) ?? (/[a-z]/i.test(first) ? first.toUpperCase() : []));
  return found.length > 0 ? found.join('.') : undefined;
}
