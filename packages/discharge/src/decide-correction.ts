import { type CaseState, changesBetween, type Decision, type Refused } from './decide.ts';
import type { Actor, CaseEvent } from './event.ts';
import { eventsByType, isByTwo, isStageMove, registrationType } from './events.ts';
import type { CaseFacts } from './facts.ts';
import { foldFacts, type OutlinedEvent, outlineOf, type PastEvent, takenBack } from './fold-facts.ts';
import { aboutNoteTypes } from './notes/note-types.ts';
import { positionOf } from './position.ts';
import { settleRegions } from './settle.ts';
import { runningEvaluation } from './stages/evaluation-admission/running.ts';
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

/** Whoever was sent it has it: it is withdrawn, which both ends see, and not made never to have been. */
const sentHandoff = () =>
  refuse('correction.sent', {
    ja: '送った引き継ぎは訂正で消せません。「引き継ぎを取り下げる」を使ってください。',
    en: 'A handoff that was sent is not corrected away: withdraw it.',
  });

/**
 * A name is put right by recording the right one: it stands in no facts, so that none would come back. A merge is of two
 * histories: the case that ended is reopened.
 */
const notCorrectable: readonly string[] = [
  registrationType,
  'child.named',
  'case.merged',
  'case.absorbed',
  'entry.corrected',
  'move.undone',
  // A version is put right by the next one.
  ...aboutNoteTypes,
];

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

/** A history as far as it is known to whoever asks: every entry in outline, oldest first. */
export type KnownHistory = {
  readonly outline: readonly OutlinedEvent[];
  /** The same entries with what they say; null where none that is asked about `restsOnContent`. */
  readonly whole: readonly PastEvent[] | null;
};

export const knownWhole = (whole: readonly PastEvent[]): KnownHistory => ({ outline: whole.map(outlineOf), whole });

/**
 * What stands against the correction of each entry of a history: the one judge both of a correction that is sent and of
 * the entries that a page offers it for.
 */
export function correctionObjections(state: CaseState, { outline, whole }: KnownHistory): CorrectionObjection {
  const taken = takenBack(outline);
  const types = new Map(outline.map(event => [event.seq, event.type]));
  const lastMove = outline.findLast(event => isStageMove(event.type) && !taken.has(event.seq))?.seq ?? 0;
  return ({ seq, by }) => {
    const type = types.get(seq);
    if (type === undefined || notCorrectable.includes(type) || taken.has(seq))
      return refuse('correction.target', { ja: 'その記録は訂正できません。', en: 'That entry cannot be corrected.' });
    if (type === 'handoff.sent') return sentHandoff();
    if (isStageMove(type)) return seq < lastMove ? laterMove() : byOneself(state, outline, { seq, by });
    if (isByTwo(type)) return byOneself(state, outline, { seq, by });
    if (!restsOnContent(state, type)) return null;
    if (!whole) throw new Error('What a stage lives on is judged by the whole history.');
    return standsWithout(state.value, foldFacts(whole, new Set([...taken, seq]))) ? null : laterMove();
  };
}

/** Whoever proposed the correction does not decide it too. */
function byOneself({ facts }: CaseState, outline: readonly OutlinedEvent[], { seq, by }: Asked): Refused | null {
  if (!isProposed(facts, seq)) return null;
  const proposal = outline.findLast(({ type, about }) => type === 'entry.corrected' && about?.seq === seq);
  const { person, membership } = proposal?.about?.by ?? {};
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
  const objection = correctionObjections(state, knownWhole(history))({ seq, by: event.by });
  if (objection) return objection;
  const type = history.find(past => past.event.seq === seq)?.event.type ?? '';
  const facts = foldFacts([...history, { event, stage: positionOf(state.value).stage }]);
  if (isStageMove(type) && !before) return laterMove();
  const isFirstHalf = (isStageMove(type) || isByTwo(type)) && !isProposed(state.facts, seq);
  const value = before && isStageMove(type) && !isFirstHalf ? before.value : state.value;
  return accepted(state, { value, facts }, event);
}

/** Whether what stands against the correction of an entry of this type depends on what entries say. */
export function restsOnContent({ value }: Pick<CaseState, 'value'>, type: string): boolean {
  const ground = groundOf.get(positionOf(value).stage);
  return ground !== undefined && eventsByType.get(type)?.item?.field === ground.item;
}

const standsWithout = (value: CaseState['value'], facts: CaseFacts): boolean =>
  groundOf.get(positionOf(value).stage)?.isIn(facts) ?? true;

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
