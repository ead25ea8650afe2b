/** One step of a search over a chart, from position to position. */
export type Step = { readonly from: string; readonly event: string; readonly to: string };

/** The steps from a position to the nearest one that is looked for; null where none leads there. */
export function shortestWay(
  steps: readonly Step[],
  from: string,
  isGoal: (position: string) => boolean,
): readonly Step[] | null {
  const cameBy = new Map<string, Step | null>([[from, null]]);
  // A Map is walked in the order in which it grows: nearer positions come first.
  for (const [position] of cameBy) {
    if (isGoal(position)) return wayBack(cameBy, position);
    for (const step of steps) if (step.from === position && !cameBy.has(step.to)) cameBy.set(step.to, step);
  }
  return null;
}

function wayBack(cameBy: ReadonlyMap<string, Step | null>, goal: string): Step[] {
  const way: Step[] = [];
  for (let step = cameBy.get(goal); step; step = cameBy.get(step.from)) way.unshift(step);
  return way;
}
