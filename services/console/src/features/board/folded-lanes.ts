type Folded = Readonly<Record<string, readonly string[]>>;

/** Views of which is kept what was folded, the latest; a browser is no archive. */
export const MOST_VIEWS = 40;

/** With the lanes folded in one view, which is the latest now; where nothing is folded nothing is kept. */
export function withFolded(kept: Folded, key: string, lanes: readonly string[]): Folded {
  const others = Object.entries(kept).filter(([other]) => other !== key);
  const all = lanes.length > 0 ? [...others, [key, lanes] as const] : others;
  return Object.fromEntries(all.slice(-MOST_VIEWS));
}
