import type { WayAhead } from '@kaerimichi/contracts';

/** The moves that lead from here up to a stage; all of them where the way does not pass it. */
export function neededUntil(ways: readonly WayAhead[], stage: string): WayAhead[] {
  const last = ways.findIndex(({ to }) => to === stage);
  return last < 0 ? [...ways] : ways.slice(0, last + 1);
}

/** Where most lists end: at home, or else as far as the way goes. */
export function usualGoal(ways: readonly WayAhead[]): string {
  return (ways.find(({ to }) => to === 'discharged') ?? ways.at(-1))?.to ?? '';
}
