/** What a hospital's chart takes in: a text, and how many of its characters it has no sign for. */
export type ChartCharacters = { readonly text: string; readonly lost: number };

/** Stands for a character that cannot be written, as printers do. */
const MISSING = '〓';

/** Signs that stand twice in Unicode, as a chart writes them. */
const sames: Readonly<Record<string, string>> = {
  '〜': '~',
  '～': '~',
  '—': '―',
  '–': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '\u00a0': ' ',
  '\t': ' ',
};

/** Rows of Shift_JIS that every chart has: JIS X 0208, and the kanji of names that Windows adds (髙, 﨑). */
const leads = [
  [0x81, 0x84],
  [0x88, 0x9f],
  [0xe0, 0xea],
  [0xfa, 0xfc],
] as const;
const isTrail = (byte: number) => byte !== 0x7f;

let known: ReadonlySet<string> | null = null;

/** Read from the browser's own table when it is first asked for. */
function accepted(): ReadonlySet<string> {
  if (known) return known;
  const bytes: number[] = [];
  for (const [from, to] of leads)
    for (let lead: number = from; lead <= to; lead++)
      for (let trail = 0x40; trail <= 0xfc; trail++) if (isTrail(trail)) bytes.push(lead, trail);
  const letters = new TextDecoder('shift_jis').decode(new Uint8Array(bytes));
  known = new Set([...letters].filter(letter => letter > '\u00ff' && !/[\ufffd\p{Co}\uff61-\uff9f]/u.test(letter)));
  return known;
}

const isPlain = (letter: string) => letter === '\n' || (letter >= ' ' && letter <= '~');
const isTaken = (letter: string) => isPlain(letter) || accepted().has(letter);

/** Pictures, and signs that only change how others look: joiners, variants, the frame of a keycap. */
const isOrnament = (letter: string) =>
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Cf}\p{Cc}]/u.test(letter) ||
  /^(?:[\ufe00-\ufe0f]|\u20e3)$/.test(letter);

/**
 * A text in characters that charts take in: letters and digits half-width, kana full-width, ① as (1), ㎏ as kg, no
 * pictures. What has no such form becomes 〓, and is counted: it is never left out in silence.
 */
export function chartCharacters(text: string): ChartCharacters {
  let lost = 0;
  const unified = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\uff61-\uff9f]+/g, kana => kana.normalize('NFKC'))
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, letter => letter.normalize('NFKC'));
  const letters = [...unified].map(letter => {
    const same = sames[letter] ?? letter;
    if (isTaken(same)) return same;
    const plain = plainForm(letter);
    if (plain !== null) return plain;
    if (isOrnament(letter)) return '';
    lost += 1;
    return MISSING;
  });
  return { text: letters.join(''), lost };
}

/** The same said in characters that are taken in: `①` as (1), `㎏` as kg, `é` as e; null where there is none. */
function plainForm(letter: string): string | null {
  if (isOrnament(letter) && !/[\u2100-\u214f]/.test(letter)) return null;
  const compatible = letter.normalize('NFKC');
  if (compatible !== letter && [...compatible].every(isTaken))
    return /[\u2460-\u2473]/.test(letter) ? `(${compatible})` : compatible;
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '');
  return bare !== '' && bare !== letter && [...bare].every(isTaken) ? bare : null;
}
