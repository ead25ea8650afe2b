import type { BoardControl } from './keys.ts';

/**
 * What has a key but stands outside the cards is found by its mark, whoever draws it: a button is pressed, a choice gets
 * the focus. In a lane's section its fold is the button `data-board-key="lane"`.
 */
const findControl = (control: string, within: ParentNode = document): HTMLElement | null =>
  within.querySelector<HTMLElement>(`[data-board-key="${control}"]`);

export const isControlThere = (control: BoardControl | 'lane'): boolean => findControl(control) !== null;

export function operate(control: BoardControl): void {
  const found = findControl(control);
  found?.focus();
  if (!(found instanceof HTMLButtonElement)) return;
  found.click();
  // What it opened is gone on with; what it closed is not.
  const opened = found.getAttribute('aria-controls');
  requestAnimationFrame(() => {
    if (opened) document.getElementById(opened)?.querySelector<HTMLElement>('input, select, button, a')?.focus();
  });
}

/** Folds the lane of a card, or unfolds it again: its own where it is folded, else the first that is. */
export function foldLane(caseId: string | null, isFolded: boolean): void {
  const own = caseId === null ? null : document.getElementById(`card-${caseId}`)?.closest('section');
  const wanted = `[data-board-key="lane"][aria-expanded="${isFolded}"]`;
  const fold =
    (own ?? document).querySelector<HTMLElement>(wanted) ??
    (isFolded ? null : document.querySelector<HTMLElement>(wanted));
  fold?.click();
  fold?.focus();
}
