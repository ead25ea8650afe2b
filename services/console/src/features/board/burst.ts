/** More changes within a second are not followed by any eye: outlines only (experience.md §6.2). */
const MOST = 5;
const WITHIN_MS = 1_000;

/** Counts what moves; answers whether it is too much to be followed. */
export function createBurst(now: () => number = () => performance.now()): (moved: number) => boolean {
  let recent: { readonly at: number; readonly moved: number }[] = [];
  return moved => {
    const at = now();
    recent = [...recent.filter(one => at - one.at < WITHIN_MS), { at, moved }];
    return recent.reduce((sum, one) => sum + one.moved, 0) > MOST;
  };
}
