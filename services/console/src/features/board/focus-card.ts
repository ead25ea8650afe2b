/** After a move the sheet gives the focus back and the card is drawn anew in its column, in either order. */
const LOOKS_MS = [50, 150, 400, 1000];

/** Whether the focus is nowhere, or on a card: then nobody is disturbed when it goes to the moved card. */
function isFree(): boolean {
  const { activeElement } = document;
  return !activeElement || activeElement === document.body || activeElement.closest('[data-case]') !== null;
}

/** Puts the focus on a card, wherever it comes to stand within the next second. */
export function focusCard(id: string): void {
  for (const ms of LOOKS_MS)
    setTimeout(() => {
      if (isFree()) document.getElementById(`card-${id}`)?.focus();
    }, ms);
}
