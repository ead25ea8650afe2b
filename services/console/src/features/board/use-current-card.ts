import { type FocusEvent, type PointerEvent, useMemo, useState } from 'react';
import type { Lane } from './placing.ts';
import type { Touch } from './use-shown-cards.ts';

const caseOf = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-case]')?.dataset.case ?? null) : null;

/** The one card of the board that Tab reaches: the last that had the focus, else the first. */
export function useCurrentCard(lanes: readonly Lane[], touch: (how: Touch, id: string | null) => void) {
  const [last, setLast] = useState<string | null>(null);
  const ids = useMemo(
    () => lanes.flatMap(({ cells }) => cells.flatMap(({ cards }) => cards.map(({ id }) => id))),
    [lanes],
  );
  const current = last !== null && ids.includes(last) ? last : (ids[0] ?? null);
  const touches = useMemo(
    () => ({
      onPointerOver: (event: PointerEvent) => touch('hovered', caseOf(event.target)),
      onPointerLeave: () => touch('hovered', null),
      onFocus: (event: FocusEvent) => {
        const id = caseOf(event.target);
        touch('focused', id);
        if (id) setLast(id);
      },
      onBlur: (event: FocusEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget)) touch('focused', null);
      },
    }),
    [touch],
  );
  return { current, touches };
}
