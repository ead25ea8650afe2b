/** Characters that the font lacks, as it can write them. */
const written: Readonly<Record<string, string>> = {
  '☐': '□',
  '☑': '■',
  '☒': '■',
  '✓': 'レ',
  '✔': 'レ',
  '\t': ' ',
  '\u00a0': ' ',
  ...Object.fromEntries([...'₀₁₂₃₄₅₆₇₈₉'].map((small, digit) => [small, String(digit)])),
};

/** Asks for a shape of the character before it; joiners and marks of direction. */
const isInvisible = (character: string): boolean => /\p{Cc}|\p{Cf}|\p{Variation_Selector}/u.test(character);

/**
 * A text in characters that a font has. What it has no shape for is a 〓, as printers have always set it: nothing that
 * somebody wrote disappears unseen. A shape that a name asks for (辻 with one dot) is left to the character itself.
 */
export function printable(text: string, hasShape: (codePoint: number) => boolean): string {
  return [...text.normalize('NFC')]
    .map(character => written[character] ?? character)
    .filter(character => !isInvisible(character))
    .map(character => (hasShape(character.codePointAt(0) ?? 0) ? character : '〓'))
    .join('');
}
