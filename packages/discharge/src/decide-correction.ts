import { type CaseState, changesBetween, type Decision } from './decide.ts';
import type { CaseEvent } from './event.ts';
import { isByTwo, isStageMove, registrationType } from './events.ts';
import { foldFacts, type PastEvent, takenBack } from './fold-facts.ts';
import { positionOf } from './position.ts';
import { settleRegions } from './settle.ts';
import { runningEvaluation } from './stages/evaluation-admission/events.ts';
import type { Words } from './words.ts';

export type Correction = {
  /** The whole history so far, oldest first. */
  readonly history: readonly PastEvent[];
  /** State before the event that is corrected, when it was a move. */
  readonly before: CaseState | null;
};

const refuse = (code: string, text: Words): Decision => ({
  ok: false,
  kind: 'wrongStage',
  reasons: [{ code, text, params: {}, waivable: 'no' }],
});

const laterMove = () =>
  refuse('correction.laterMove', {
    ja: 'そのあとに別の移動があります。後のものから訂正してください。',
    en: 'A later move exists; correct that one first.',
  });

const notCorrectable: readonly string[] = [registrationType, 'entry.corrected', 'move.undone'];

/**
 * `entry.corrected {seq, reason}`: nothing is removed; facts become those without the entry. A move, a death or the
 * withdrawal of a consent is taken back by two people: the first correction is a proposal, the second, by another person, puts the case back where it
 * stood before the move. Facts recorded since then stay: a consent withdrawn meanwhile is not given again.
 */
export function decideCorrection(state: CaseState, event: CaseEvent, { history, before }: Correction): Decision {
  const seq = Number(event.body.seq);
  const taken = takenBack(history);
  const target = history.find(past => past.event.seq === seq)?.event;
  if (!target || notCorrectable.includes(target.type) || taken.has(seq))
    return refuse('correction.target', { ja: 'その記録は訂正できません。', en: 'That entry cannot be corrected.' });
  const facts = foldFacts([...history, { event, stage: positionOf(state.value).stage }]);
  if (isStageMove(target.type)) {
    const isLast = history.every(
      past => past.event.seq <= seq || !isStageMove(past.event.type) || taken.has(past.event.seq),
    );
    if (!isLast || !before) return laterMove();
    return ofTwo(state, event, { history, after: { value: before.value, facts } });
  }
  const after = { value: state.value, facts };
  if (isByTwo(target.type)) return ofTwo(state, event, { history, after });
  return standsWithout(after) ? accepted(state, after, event) : laterMove();
}

/** The first person proposes, a second one decides. */
function ofTwo(
  state: CaseState,
  event: CaseEvent,
  { history, after }: { history: readonly PastEvent[]; after: CaseState },
): Decision {
  const seq = Number(event.body.seq);
  if (!state.facts.corrections.some(pending => pending.seq === seq))
    return accepted(state, { value: state.value, facts: after.facts }, event);
  const proposal = history.findLast(past => past.event.type === event.type && past.event.body.seq === seq)?.event.by;
  if (proposal?.person === event.by.person || proposal?.membership === event.by.membership)
    return refuse('correction.secondPerson', {
      ja: 'この記録の訂正には、もう一人の確認が必要です。',
      en: 'A second person must confirm the correction of this entry.',
    });
  return accepted(state, after, event);
}

/** A stage that lives on a recorded item cannot lose it: the move into the stage is to be corrected first. */
function standsWithout({ value, facts }: CaseState): boolean {
  const { stage } = positionOf(value);
  if (stage === 'trialStay') return facts.stays.some(({ status }) => status === 'begun');
  return stage !== 'evaluationAdmission' || runningEvaluation(facts) !== undefined;
}

function accepted(before: CaseState, after: CaseState, event: CaseEvent): Decision {
  const settled = settleRegions(after, event);
  return {
    ok: true,
    state: settled,
    position: positionOf(settled.value),
    effects: [],
    deadlines: changesBetween(before.facts, settled.facts),
  };
}
