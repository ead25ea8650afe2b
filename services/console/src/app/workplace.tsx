import type { Card, Me, Pathway } from '@kaerimichi/contracts';
import { daysBetween, isTurnOfPerson } from '@kaerimichi/discharge';
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { Live } from '../live/live.ts';
import type { Observable } from '../live/observable.ts';
import type { SeenCases } from '../live/seen-cases.ts';
import { tokyoDayOf } from '../words/dates.ts';
import { useSpeech } from '../words/speech-context.tsx';
import type { MoveNotice } from './move-notice.ts';
import type { MovesAhead } from './moves-ahead.ts';
import type { OwnWrites } from './own-writes.ts';
import { useSelected } from './services.tsx';

/** Where a signed-in person works: who they are, the live connection, what was just done, what is being said. */
export type Workplace = {
  readonly me: Me;
  readonly pathway: Pathway;
  readonly live: Live;
  /** Whether this membership is still the one that is signed in here; false for good once it has left. */
  readonly isHere: () => boolean;
  /** What this person wrote: their own change is neither news to them nor kept waiting. */
  readonly own: OwnWrites;
  /** Moves of this person that are under way. */
  readonly ahead: MovesAhead;
  /** What this person has seen of the cases, here or elsewhere. */
  readonly seen: SeenCases;
  readonly notice: Observable<MoveNotice | null>;
  /** Says something politely to a screen reader; joined, at most every five seconds. */
  readonly announce: (text: string) => void;
};

const WorkplaceContext = createContext<Workplace | null>(null);
export const WorkplaceProvider = WorkplaceContext.Provider;

export function useWorkplace(): Workplace {
  const workplace = useContext(WorkplaceContext);
  if (!workplace) throw new Error('WorkplaceProvider is missing');
  return workplace;
}

const DAY_CHECK_MS = 30_000;

/** The Japanese day by the server's clock; changes at midnight while the page is open, and nothing is drawn anew before. */
export function useToday(): string {
  const { live } = useWorkplace();
  const follow = useCallback(
    (look: () => void) => {
      const timer = setInterval(look, DAY_CHECK_MS);
      // A pulse corrects the clock.
      const stop = live.status.subscribe(look);
      return () => {
        clearInterval(timer);
        stop();
      };
    },
    [live],
  );
  return useSyncExternalStore(follow, () => tokyoDayOf(live.now()));
}

type Turn = NonNullable<Card['turn']>;

/**
 * Whether it is this membership's turn: given to it by name, or to nobody, and of its role in the organisation meant.
 * `now`: by the server's clock, since what is lent comes back by that.
 */
export const isMyTurn = (
  { turn, lead }: { readonly turn?: Turn | undefined; readonly lead: string },
  { membership: { id, role, org } }: Me,
  now: number,
): boolean => isTurnOfPerson(turn, lead, { membership: id, role, org: org.id, at: new Date(now).toISOString() });

/** Whether this membership may waive a condition: the event must be open to it, and the right be given (a head nurse). */
export const mayWaive = (me: Me, can: readonly string[]): boolean =>
  can.includes('requirement.waived') && me.membership.flags.includes('mayWaive');

/** Whether this membership may ever send an event, to some case at some time. */
export const maySend = (me: Me, type: string): boolean =>
  Object.values(me.abilities.events).some(types => types.includes(type));

/**
 * Whether this membership ever moves a case: without that there is no button for it. Where it is not its turn to move
 * this one, the sheet says who does and what is missing.
 */
export const mayMove = (me: Me, pathway: Pathway): boolean =>
  pathway.events.some(({ type, kind }) => kind === 'move' && maySend(me, type));

/** Whose turn it is in words: 「あなた」, a role of one's own house, or an organisation; with the days of waiting. */
export function useTurnWords(length: 'whole' | 'short' = 'whole') {
  const { me, live } = useWorkplace();
  const orgs = useSelected(live.board, state => state.orgs);
  const { say, code } = useSpeech();
  return (turn: Turn | undefined, lead: string, today: string): string => {
    if (!turn) return say('turn.nobody');
    if (isMyTurn({ turn, lead }, me, live.now())) return say('turn.you');
    const role = code('role', turn.role);
    const org = turn.org && turn.org !== me.membership.org.id ? orgs[turn.org] : undefined;
    const days = daysBetween(turn.since, today);
    const who = org ? (length === 'short' ? shortName(org) : say('turn.orgRole', { org, role })) : role;
    return days > 0 ? say('turn.waiting', { who, days }) : who;
  };
}

/** A name without what stands in brackets at its end, for a narrow card. */
const shortName = (name: string): string => name.replace(/\s*[((][^()()]*[))]$/, '');
