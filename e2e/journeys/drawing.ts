import type { Page } from 'playwright-core';

/** When the figures at the columns' heads were drawn anew, what was on its way then, and the longer of two long frames. */
export type Drawing = { readonly drawn: readonly number[]; readonly moving: number; readonly longest: number };

/** Notes how a board is drawn from now on; the answer tells what was noted. */
export async function watchDrawing(page: Page): Promise<() => Promise<Drawing>> {
  await page.evaluate(() => {
    const drawn: number[] = [];
    const noted = { drawn, moving: 0, longest: 0 };
    Reflect.set(window, 'drawing', noted);
    const board = document.querySelector('.board-frame');
    if (!board) throw new Error('there is no board');
    const isCount = ({ target }: MutationRecord) =>
      (target instanceof Element ? target : target.parentElement)?.closest('.column-count');
    new MutationObserver(changes => {
      if (changes.some(isCount)) drawn.push(performance.now());
    }).observe(board, { childList: true, characterData: true, subtree: true });
    let before = performance.now();
    let last = 0;
    const frame = (now: number) => {
      // Two long frames one after the other are a board that stands still.
      noted.longest = Math.max(noted.longest, Math.min(last, now - before));
      last = now - before;
      before = now;
      if (drawn.length > 2) noted.moving += board.getAnimations({ subtree: true }).length;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  return () => page.evaluate(() => Reflect.get(window, 'drawing') as Drawing);
}

/** Notes when the card of a case comes to stand in another column. */
export const watchColumn = (page: Page, id: string) =>
  page.evaluate(caseId => {
    const column = () =>
      document.querySelector(`[data-case="${caseId}"]`)?.closest('[data-column]')?.getAttribute('data-column') ?? '';
    let last = column();
    const seen: number[] = [];
    Reflect.set(window, 'arrivals', seen);
    new MutationObserver(() => {
      if (column() === last || column() === '') return;
      last = column();
      seen.push(Date.now());
    }).observe(document.body, { childList: true, subtree: true });
  }, id);
export const arrivals = (page: Page) => page.evaluate(() => Reflect.get(window, 'arrivals') as number[]);
