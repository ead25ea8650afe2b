import type { Card } from '@kaerimichi/contracts';

/** More changes within a second are not followed by any eye: outlines only (experience.md §6.2). */
const MOST = 5;
const WITHIN_MS = 1_000;

/** Counts changes; answers whether they are too many to be followed. */
export function createBurst(now: () => number = () => performance.now()): (changes: number) => boolean {
  let recent: { readonly at: number; readonly changes: number }[] = [];
  return changes => {
    const at = now();
    recent = [...recent.filter(one => at - one.at < WITHIN_MS), { at, changes }];
    return recent.reduce((sum, one) => sum + one.changes, 0) > MOST;
  };
}

type Cards = ReadonlyMap<string, Pick<Card, 'version'>>;

/** What happened between two drawings: every event of a case, also of one that is drawn where it was before. */
export function countChanges(before: Cards, after: Cards): number {
  let changes = 0;
  for (const [id, { version }] of after) {
    const known = before.get(id);
    if (known?.version !== version) changes += known ? Math.max(1, version - known.version) : 1;
  }
  for (const id of before.keys()) if (!after.has(id)) changes += 1;
  return changes;
}
