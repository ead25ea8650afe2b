import { type CaseState, changesBetween, type Decision } from './decide.ts';
import { restored } from './decide-undo.ts';
import type { CaseEvent } from './event.ts';
import { eventsByType } from './events.ts';
import { type CaseFacts, emptyFacts } from './facts.ts';
import { positionOf } from './position.ts';
import { settleRegions } from './settle.ts';
import { enterStage } from './setup.ts';
import type { Words } from './words.ts';

/** One stored event with the stage the case stood in after it. */
export type PastEvent = { readonly event: CaseEvent; readonly stage: string };

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

const notCorrectable: readonly string[] = ['case.registered', 'entry.corrected', 'move.undone'];

/**
 * `entry.corrected {seq, reason}`: nothing is removed; facts become those without the entry. A move or a death is taken
 * back by two people: the first correction is a proposal, the second by another membership restores the state before it.
 */
export function decideCorrection(state: CaseState, event: CaseEvent, { history, before }: Correction): Decision {
  const seq = Number(event.body.seq);
  const target = history.find(past => past.event.seq === seq)?.event;
  if (!target || notCorrectable.includes(target.type) || correctedSeqs(history).has(seq))
    return refuse('correction.target', { ja: 'その記録は訂正できません。', en: 'That entry cannot be corrected.' });
  if (eventsByType.get(target.type)?.kind === 'move') return correctMove(state, event, { seq, before, history });
  const facts = foldFacts(history, new Set([...correctedSeqs(history), seq]));
  return accepted(state, { value: state.value, facts }, event);
}

function correctMove(state: CaseState, event: CaseEvent, on: { seq: number } & Correction): Decision {
  const { seq, before, history } = on;
  const isLast = history.every(past => past.event.seq <= seq || !isMove(past.event.type));
  if (!isLast || !before)
    return refuse('correction.laterMove', {
      ja: 'そのあとに別の移動があります。後のものから訂正してください。',
      en: 'A later move exists; correct that one first.',
    });
  const proposal = state.facts.corrections.find(pending => pending.seq === seq);
  if (!proposal) {
    const corrections = [...state.facts.corrections, { seq, by: event.by.membership }];
    return accepted(state, { value: state.value, facts: { ...state.facts, corrections } }, event);
  }
  if (proposal.by === event.by.membership)
    return refuse('correction.secondPerson', {
      ja: '移動の訂正には、もう一人の確認が必要です。',
      en: 'A second person must confirm the correction of a move.',
    });
  // Facts recorded since the move stay; only the move itself is taken back.
  const facts = foldFacts(history, new Set([...correctedSeqs(history), seq]));
  const corrections = state.facts.corrections.filter(pending => pending.seq !== seq);
  const back = restored(state, {
    value: before.value,
    facts: { ...facts, entry: before.facts.entry, round: before.facts.round, corrections },
  });
  return back.ok ? accepted(state, back.state, event) : back;
}

const isMove = (type: string) => eventsByType.get(type)?.kind === 'move' && !notCorrectable.includes(type);

/** Entries taken back so far: facts corrected once, moves corrected twice, moves undone. */
function correctedSeqs(history: readonly PastEvent[]): Set<number> {
  const counts = new Map<number, number>();
  for (const { event } of history)
    if (event.type === 'entry.corrected' || event.type === 'move.undone') {
      const seq = Number(event.body.seq);
      counts.set(seq, (counts.get(seq) ?? 0) + (event.type === 'move.undone' ? 2 : 1));
    }
  const typeOf = new Map(history.map(({ event }) => [event.seq, event.type]));
  return new Set([...counts].filter(([seq, n]) => n >= (isMove(typeOf.get(seq) ?? '') ? 2 : 1)).map(([seq]) => seq));
}

/** Facts from the events that stand, each recorded as it was; the stages entered are those of the history. */
export function foldFacts(history: readonly PastEvent[], without: ReadonlySet<number>): CaseFacts {
  let facts = emptyFacts('');
  let stage = '';
  for (const past of history) {
    const { event } = past;
    if (!without.has(event.seq)) facts = eventsByType.get(event.type)?.record(facts, event) ?? facts;
    const entered = past.stage !== stage && event.type !== 'case.registered' && !without.has(event.seq);
    if (entered && isMove(event.type)) facts = enterStage(facts, event, past.stage);
    stage = past.stage;
  }
  return facts;
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
