import type { Card } from '@kaerimichi/contracts';

export type Mark = { readonly kind: 'new' | 'moved'; readonly until: number };
export type Marks = ReadonlyMap<string, Mark>;

/** A card that moved has an outline for so long, a new one its word (experience.md §5.4). */
const MOVED_MS = 30_000;
const NEW_MS = 60_000;

type Cards = ReadonlyMap<string, Card>;

/** Marks after a change of the cards; nothing is new to a wall that has just begun (`before` null). */
export function marksAfter(marks: Marks, before: Cards | null, after: Cards, now: number): Marks {
  if (before === null) return marks;
  const next = new Map([...marks].filter(([id, { until }]) => until > now && after.has(id)));
  for (const [id, { column }] of after) {
    const was = before.get(id);
    if (!was) next.set(id, { kind: 'new', until: now + NEW_MS });
    else if (was.column !== column) next.set(id, { kind: 'moved', until: now + MOVED_MS });
  }
  return next;
}

/** Those whose time is not over; the same object where that is all of them. */
export function marksAt(marks: Marks, now: number): Marks {
  const kept = [...marks].filter(([, { until }]) => until > now);
  return kept.length === marks.size ? marks : new Map(kept);
}

/** Cards in another column than before: these slide. */
export const movedCards = (before: Cards | null, after: Cards): string[] =>
  before === null
    ? []
    : [...after.values()].flatMap(({ id, column }) => {
        const was = before.get(id);
        return was && was.column !== column ? id : [];
      });
