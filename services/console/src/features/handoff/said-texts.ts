/** What is typed on the page of one handoff, by what it is for: a section that is asked about, a question, the decision. */
export type SaidTexts = Readonly<Record<string, string>>;

/** As it was kept; null: nothing of it was. */
export function keptTexts(kept: unknown): SaidTexts | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const texts = Object.entries(kept).filter((text): text is [string, string] => typeof text[1] === 'string');
  return texts.some(([, text]) => text !== '') ? Object.fromEntries(texts) : null;
}

/** Without what is sent or not wanted; null: nothing is left to keep. */
export function withoutSaid(texts: SaidTexts, names: readonly string[]): SaidTexts | null {
  const left = Object.entries(texts).map(([name, text]) => [name, names.includes(name) ? '' : text] as const);
  return left.some(([, text]) => text !== '') ? Object.fromEntries(left) : null;
}
