import type { CaseFacts } from '../../facts.ts';
import { keepRecent } from '../../keep-recent.ts';

type Entry = CaseFacts['team'][number];

/** Whether whoever was asked said no, or gave its part up. */
export const hasLeft = ({ state }: Entry): boolean => state === 'declined' || state === 'ended';

/** Facts without the oldest of those who left, but for one. */
export function rememberTeam(facts: CaseFacts): CaseFacts {
  const { team, handoffs } = facts;
  return { ...facts, team: keepRecent(team, entry => isForgettable(entry, team, handoffs)) };
}

/**
 * Whoever left may be forgotten, but for the last word of an organisation that was sent a handoff: without it the old
 * handoff would let that organisation in again.
 */
const isForgettable = (entry: Entry, team: readonly Entry[], handoffs: CaseFacts['handoffs']): boolean =>
  hasLeft(entry) &&
  !(
    handoffs.some(({ org }) => org !== undefined && org === entry.org) &&
    team.findLast(other => hasLeft(other) && other.org === entry.org) === entry
  );
