import { beforeRegistration, type CaseState, type Decision, decide } from './decide.ts';
import { decideCorrection } from './decide-correction.ts';
import { decideUndo } from './decide-undo.ts';
import type { CaseEvent } from './event.ts';
import { isMove } from './events.ts';
import { emptyFacts } from './facts.ts';
import type { PastEvent } from './fold-facts.ts';

/** Where a history leads, or the first of its events that would be decided otherwise today. */
export type Redecided =
  | { readonly ok: true; readonly state: CaseState }
  | { readonly ok: false; readonly seq: number; readonly why: string };

/**
 * Decides every stored event again, oldest first, undo and corrections included, and compares the stage with the one
 * that was stored. The state before a move, which its row keeps, is computed on the way.
 */
export function redecide(history: readonly PastEvent[]): Redecided {
  return walk(
    history.map(({ event }) => event),
    index => history[index]?.stage,
  );
}

/** The state to which events lead; refused ones end the walk. */
export function replay(events: readonly CaseEvent[]): Redecided {
  return walk(events, () => undefined);
}

export type Walked = { state: CaseState; readonly past: PastEvent[]; readonly before: Map<number, CaseState> };

function walk(events: readonly CaseEvent[], storedStage: (index: number) => string | undefined): Redecided {
  const walked: Walked = { state: beforeRegistration(emptyFacts('')), past: [], before: new Map() };
  for (const [index, event] of events.entries()) {
    const no = (why: string) => ({ ok: false, seq: event.seq, why }) as const;
    if (event.seq !== index + 1) return no(`seq ${event.seq} stands where ${index + 1} should`);
    const decision = decideNext(walked, event);
    if (!decision.ok)
      return no(`${event.type}: ${decision.kind} (${decision.reasons.map(({ code }) => code).join(', ')})`);
    const { stage } = decision.position;
    const stored = storedStage(index) ?? stage;
    if (stored !== stage) return no(`${event.type}: leads to ${stage}, stored is ${stored}`);
    if (isMove(event.type)) walked.before.set(event.seq, walked.state);
    walked.state = decision.state;
    walked.past.push({ event, stage });
  }
  return { ok: true, state: walked.state };
}

/** Chart, undo or correction: the same three doors through which the event came. */
export function decideNext({ state, past, before }: Walked, event: CaseEvent): Decision {
  const seq = Number(event.body.seq);
  if (event.type === 'entry.corrected')
    return decideCorrection(state, event, { history: past, before: before.get(seq) ?? null });
  if (event.type !== 'move.undone') return decide(state, event);
  const target = past.find(({ event: earlier }) => earlier.seq === seq)?.event;
  if (!target) return decideUndo(state, event, null);
  const { type, at, by } = target;
  return decideUndo(state, event, { seq, type, at, person: by.person, before: before.get(seq) ?? null });
}
