/** Nobody listens to a hundred sentences: of a burst the first are said, and how many others there are. */
const MOST = 4;

/** What is said at once of what came since the last time: each once, the rest as a number. */
export function joinSaid(waiting: readonly string[], more: (n: number) => string): string {
  const each = [...new Set(waiting)];
  if (each.length <= MOST) return each.join(' ');
  return [...each.slice(0, MOST), more(each.length - MOST)].join(' ');
}
