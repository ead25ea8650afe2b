import type { Actor, CaseEvent } from './event.ts';
import { isByTwo, isOutsideChart, isStageMove } from './events.ts';
import { type CaseFacts, emptyFacts } from './facts.ts';
import { enterStage, recordEvent } from './setup.ts';

/** One stored event with the stage the case stood in after it. */
export type PastEvent = { readonly event: CaseEvent; readonly stage: string };

/** An entry without its content, but for what is corrected or undone by it. */
export type OutlinedEvent = Pick<CaseEvent, 'seq' | 'type'> & {
  /** Of `entry.corrected` and `move.undone` alone. */
  readonly about: { readonly seq: number; readonly by: Actor } | null;
};

const seqOf = ({ body }: CaseEvent) => Number(body.seq);

export function outlineOf({ event }: Pick<PastEvent, 'event'>): OutlinedEvent {
  const { seq, type, by } = event;
  return { seq, type, about: isOutsideChart(type) ? { seq: seqOf(event), by } : null };
}

type Corrections = {
  /** Entries taken back so far: facts corrected once, what takes two corrected by two, moves undone. */
  readonly taken: ReadonlySet<number>;
  /** Corrections that took nothing back by themselves, by their own seq: the seq of the entry and who proposed it. */
  readonly proposals: ReadonlyMap<number, { readonly seq: number; readonly by: Actor }>;
};

/** What the corrections and undos of a history have come to. */
export function correctionsIn(outline: readonly OutlinedEvent[]): Corrections {
  const typeOf = new Map(outline.map(event => [event.seq, event.type]));
  const proposed = new Set<number>();
  const taken = new Set<number>();
  const proposals = new Map<number, { readonly seq: number; readonly by: Actor }>();
  for (const event of outline) {
    if (!event.about) continue;
    const { seq } = event.about;
    if (event.type === 'move.undone') taken.add(seq);
    if (event.type !== 'entry.corrected') continue;
    if (proposed.has(seq) || !isByTwo(typeOf.get(seq) ?? '')) taken.add(seq);
    else proposals.set(event.seq, event.about);
    proposed.add(seq);
  }
  return { taken, proposals };
}

export const takenBack = (outline: readonly OutlinedEvent[]) => correctionsIn(outline).taken;

/** Facts from the events that stand, each recorded as it was; the stages entered are those of the history. */
export function foldFacts(
  history: readonly PastEvent[],
  without: ReadonlySet<number> = takenBack(history.map(outlineOf)),
): CaseFacts {
  let facts = emptyFacts('');
  let stage = 'screening';
  for (const past of history) {
    const { event } = past;
    if (!without.has(event.seq)) {
      facts = recordEvent(facts, event);
      if (past.stage !== stage && isStageMove(event.type)) facts = enterStage(facts, event, past.stage);
    }
    stage = past.stage;
  }
  return { ...facts, corrections: pendingCorrections(history, without) };
}

/** Corrections that wait for a second person. */
function pendingCorrections(history: readonly PastEvent[], without: ReadonlySet<number>): CaseFacts['corrections'] {
  const { proposals } = correctionsIn(history.map(outlineOf));
  return [...proposals.values()]
    .filter(({ seq }) => !without.has(seq))
    .map(({ seq, by }) => ({ seq, by: by.membership }));
}
