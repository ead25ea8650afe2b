import { type CaseState, changesBetween, type Decision } from './decide.ts';
import type { CaseEvent } from './event.ts';
import { isMove } from './events.ts';
import { positionOf } from './position.ts';
import { toldBy } from './quiet-dates.ts';
import type { Words } from './words.ts';

/** A person may take a move back for this long; notices wait as long before they leave the house. */
export const UNDO_SECONDS = 10;

/** The event that is to be undone, as stored. */
export type UndoTarget = {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly person: string;
  /** State before it; null for facts, which are corrected instead. */
  readonly before: CaseState | null;
};

const refuse = (code: string, text: Words): Decision => ({
  ok: false,
  kind: 'wrongStage',
  reasons: [{ code, text, params: {}, waivable: 'no' }],
});

/** `move.undone {seq}`: by the same person, within ten seconds, while nothing later exists. Decided beside the chart. */
export function decideUndo(state: CaseState, event: CaseEvent, target: UndoTarget | null): Decision {
  if (!target?.before || !isMove(target.type))
    return refuse('undo.notAMove', {
      ja: '元に戻せるのは直前の段階の移動だけです。',
      en: 'Only the last move can be undone.',
    });
  if (target.seq !== event.seq - 1)
    return refuse('undo.notLast', { ja: 'そのあとに別の記録があります。', en: 'Something was recorded since.' });
  if (target.person !== event.by.person)
    return refuse('undo.notYours', {
      ja: '元に戻せるのは進めた本人だけです。',
      en: 'Only the person who moved it can undo it.',
    });
  if (Date.parse(event.at) - Date.parse(target.at) > UNDO_SECONDS * 1000)
    return refuse('undo.late', { ja: '10秒を過ぎたので元に戻せません。', en: 'More than 10 seconds have passed.' });
  return restored(state, target.before, event);
}

/** Value, facts and deadlines become those before the move, but for what the undoing itself tells of. */
function restored(state: CaseState, before: CaseState, { on }: CaseEvent): Decision {
  const facts = toldBy(before.facts, on);
  return {
    ok: true,
    state: facts === before.facts ? before : { value: before.value, facts },
    position: positionOf(before.value),
    effects: [],
    deadlines: changesBetween(state.facts, facts),
  };
}
