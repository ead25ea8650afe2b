/** Where cards stood before a change; null: nothing to slide. */
export type Places = ReadonlyMap<string, DOMRect | null>;

const MOVE_MS = 240;
const APPEAR_MS = 160;

const findCard = (board: HTMLElement | null, id: string) =>
  board?.querySelector<HTMLElement>(`[data-case="${CSS.escape(id)}"]`) ?? null;

export function placesOf(board: HTMLElement | null, ids: readonly string[]): Places {
  return new Map(ids.map(id => [id, findCard(board, id)?.getBoundingClientRect() ?? null]));
}

/** Slides cards from where they stood to where they stand; new ones fade in. `moveMs`: how long a card is on its way. */
export function slide(board: HTMLElement | null, before: Places, moveMs = MOVE_MS): void {
  if (before.size === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  for (const [id, from] of before) {
    const card = findCard(board, id);
    if (!card) continue;
    if (!from) {
      card.animate([{ opacity: 0 }, { opacity: 1 }], { duration: APPEAR_MS });
      continue;
    }
    const to = card.getBoundingClientRect();
    const shift = `translate(${from.left - to.left}px, ${from.top - to.top}px)`;
    card.animate([{ transform: shift, zIndex: 5 }, { transform: 'none' }], {
      duration: moveMs,
      easing: 'cubic-bezier(.2,0,0,1)',
    });
  }
}
