import type { CaseState } from './decide.ts';
import { dischargeWarnings } from './discharge-warnings.ts';
import { eventsByType } from './events.ts';
import type { CaseFacts } from './facts.ts';
import { type Move, movesFrom } from './moves.ts';
import { type Done, explainObjection, explainRequirement, type Unmet } from './reasons.ts';
import { standingOf } from './requirements.ts';
import { isMeant } from './setup.ts';
import type { Day } from './vocabulary.ts';
import type { Words } from './words.ts';

/** One move as people see it before anyone clicks: enabled, or with everything that is still missing. */
export type TransitionView = {
  readonly event: string;
  readonly to: string;
  readonly how: string | null;
  readonly label: Words;
  readonly isForward: boolean;
  readonly enabled: boolean;
  readonly unmet: readonly Unmet[];
  readonly done: readonly Done[];
  readonly effects: readonly Words[];
  /** What to look at first; never blocks. */
  readonly warnings: readonly Words[];
  /** Fields that choose this target. */
  readonly fixed: Readonly<Record<string, string>>;
  /** Further fields the move asks for. */
  readonly needs: readonly string[];
};

/** Every move from where a case stands, explained by the same requirement lists that the guards enforce. */
export function transitionsOf(state: CaseState, on: Day): TransitionView[] {
  return movesFrom(state.value)
    .filter(move => isMeant(state.facts, null, move.params))
    .map(move => explainMove(move, state.facts, on));
}

function explainMove(move: Move, facts: CaseFacts, on: Day): TransitionView {
  const definition = eventsByType.get(move.event);
  const explained = move.params.needs.map(id => explainRequirement(id, { facts, on, needs: move.params.needs }));
  const notYet = definition?.notYet?.(facts);
  const unmet = [
    ...(notYet ? [explainObjection(notYet)] : []),
    ...explained.flatMap(({ unmet: missing }) => missing ?? []),
  ];
  const fixed = { ...move.params.when };
  return {
    event: move.event,
    to: move.to,
    how: move.how,
    label: definition?.label ?? { ja: move.event, en: move.event },
    isForward: move.isForward,
    enabled: unmet.length === 0,
    unmet,
    done: explained.flatMap(({ done }) => done ?? []),
    effects: (definition?.effects ?? []).map(({ text }) => text),
    warnings: dischargeWarnings(move.event, facts, on),
    fixed,
    needs: [
      ...Object.keys(definition?.body.shape ?? {}).filter(name => !(name in fixed)),
      ...Object.keys(definition?.texts ?? {}),
    ],
  };
}

/** One move that can be made, without the sentences of its conditions. */
export type OpenMove = Pick<TransitionView, 'event' | 'to' | 'how' | 'label' | 'isForward'>;

/** The moves of `transitionsOf` that are enabled, told in a tenth of its time. */
export function openMovesOf({ value, facts }: CaseState, on: Day): OpenMove[] {
  const isOpen = ({ event, params }: Move) =>
    isMeant(facts, null, params) &&
    !eventsByType.get(event)?.notYet?.(facts) &&
    params.needs.every(id => standingOf(id, facts, on).how !== 'unmet');
  return movesFrom(value)
    .filter(isOpen)
    .map(({ event, to, how, isForward }) => {
      const label = eventsByType.get(event)?.label ?? { ja: event, en: event };
      return { event, to, how, label, isForward };
    });
}
