import { type CaseState, changesBetween, type Decision, type Refused } from './decide.ts';
import type { Actor, CaseEvent } from './event.ts';
import { eventsByType, isByTwo, isStageMove, registrationType } from './events.ts';
import type { CaseFacts } from './facts.ts';
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

const refuse = (code: string, text: Words): Refused => ({
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

/** What a stage lives on: the field of the events that begin such an item, and whether the facts still hold a running one. */
type Ground = { readonly item: 'stayId' | 'evaluationId'; readonly isIn: (facts: CaseFacts) => boolean };

/** A stage that lives on a recorded item cannot lose it: the move into the stage is to be corrected first. */
const groundOf: ReadonlyMap<string, Ground> = new Map([
  ['trialStay', { item: 'stayId', isIn: ({ stays }) => stays.some(({ status }) => status === 'begun') }],
  ['evaluationAdmission', { item: 'evaluationId', isIn: facts => runningEvaluation(facts) !== undefined }],
]);

type Asked = { readonly seq: number; readonly by: Pick<Actor, 'person' | 'membership'> };
/** Why an entry cannot be corrected by somebody now; null where it can. */
export type CorrectionObjection = (asked: Asked) => Refused | null;

/**
 * What stands against the correction of each entry of a history: the one judge both of a correction that is sent and of
 * the entries that a page offers it for. The history must be whole.
 */
export function correctionObjections(state: CaseState, history: readonly PastEvent[]): CorrectionObjection {
  const taken = takenBack(history);
  const entries = new Map(history.map(({ event }) => [event.seq, event]));
  const lastMove = history.findLast(({ event }) => isStageMove(event.type) && !taken.has(event.seq))?.event.seq ?? 0;
  return ({ seq, by }) => {
    const type = entries.get(seq)?.type;
    if (type === undefined || notCorrectable.includes(type) || taken.has(seq))
      return refuse('correction.target', { ja: 'その記録は訂正できません。', en: 'That entry cannot be corrected.' });
    if (isStageMove(type)) return seq < lastMove ? laterMove() : byOneself(state, history, { seq, by });
    if (isByTwo(type)) return byOneself(state, history, { seq, by });
    const ground = groundOf.get(positionOf(state.value).stage);
    if (!ground || eventsByType.get(type)?.item?.field !== ground.item) return null;
    return ground.isIn(foldFacts(history, new Set([...taken, seq]))) ? null : laterMove();
  };
}

/** Whoever proposed the correction does not decide it too. */
function byOneself({ facts }: CaseState, history: readonly PastEvent[], { seq, by }: Asked): Refused | null {
  if (!isProposed(facts, seq)) return null;
  const { person, membership } =
    history.findLast(({ event }) => event.type === 'entry.corrected' && event.body.seq === seq)?.event.by ?? {};
  if (person !== by.person && membership !== by.membership) return null;
  return refuse('correction.secondPerson', {
    ja: 'この記録の訂正には、もう一人の確認が必要です。',
    en: 'A second person must confirm the correction of this entry.',
  });
}

const isProposed = ({ corrections }: CaseFacts, seq: number) => corrections.some(pending => pending.seq === seq);

/**
 * `entry.corrected {seq, reason}`: nothing is removed; facts become those without the entry. A move, a death or the
 * withdrawal of a consent is taken back by two people: the first correction is a proposal, the second, by another person,
 * puts the case back where it stood before the move. Facts recorded since then stay: a consent withdrawn meanwhile is not
 * given again.
 */
export function decideCorrection(state: CaseState, event: CaseEvent, { history, before }: Correction): Decision {
  const seq = Number(event.body.seq);
  const objection = correctionObjections(state, history)({ seq, by: event.by });
  if (objection) return objection;
  const type = history.find(past => past.event.seq === seq)?.event.type ?? '';
  const facts = foldFacts([...history, { event, stage: positionOf(state.value).stage }]);
  if (isStageMove(type) && !before) return laterMove();
  const isFirstHalf = (isStageMove(type) || isByTwo(type)) && !isProposed(state.facts, seq);
  const value = before && isStageMove(type) && !isFirstHalf ? before.value : state.value;
  return accepted(state, { value, facts }, event);
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
