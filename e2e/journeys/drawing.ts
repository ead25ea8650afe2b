import type { Page } from 'playwright-core';

export type Drawing = {
  /** When the figures at the columns' heads were drawn anew. */
  readonly drawn: readonly number[];
  /** Cards that were set on their way then. */
  readonly moving: number;
  /** When the page itself was at work for more than 50 ms, and for how long. */
  readonly tasks: readonly { readonly at: number; readonly ms: number }[];
};

/** Less than a frame: nothing was drawn between two tasks that are no further apart. */
const FRAME_MS = 17;

/** Of two tasks in a row, between which nothing is drawn, the shorter one: the longest such; 0 where no two follow. */
export const twiceInARow = (tasks: Drawing['tasks']): number =>
  Math.max(
    0,
    ...tasks.slice(1).map(({ at, ms }, n) => {
      const before = tasks[n];
      return before && at - before.at - before.ms < FRAME_MS ? Math.min(ms, before.ms) : 0;
    }),
  );

/** Notes how a board is drawn from now on; the answer tells what was noted. */
export async function watchDrawing(page: Page): Promise<() => Promise<Drawing>> {
  await page.evaluate(() => {
    const drawn: number[] = [];
    const noted = { drawn, moving: 0, tasks: [] as { at: number; ms: number }[] };
    Reflect.set(window, 'drawing', noted);
    const board = document.querySelector('.board-frame');
    if (!board) throw new Error('there is no board');
    const isCount = ({ target }: MutationRecord) =>
      (target instanceof Element ? target : target.parentElement)?.closest('.column-count');
    new MutationObserver(changes => {
      if (changes.some(isCount)) drawn.push(performance.now());
    }).observe(board, { childList: true, characterData: true, subtree: true });
    new PerformanceObserver(list => {
      for (const { startTime: at, duration: ms } of list.getEntries()) noted.tasks.push({ at, ms });
    }).observe({ type: 'longtask' });
    // Counted where it begins: to ask in every frame would have the page worked out once more for the asking.
    const { animate } = Element.prototype;
    Element.prototype.animate = function (...how) {
      if (drawn.length > 2 && board.contains(this)) noted.moving++;
      return animate.apply(this, how);
    };
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
