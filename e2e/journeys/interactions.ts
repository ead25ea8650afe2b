import type { Page } from 'playwright-core';

/** Event timing tells nothing of what was drawn sooner. */
const LEAST_MS = 16;

type Noted = { longest: number; presses: number };

/** Notes from now on how long the browser takes from a press to the next drawing, as INP counts it. */
export const watchInteractions = (page: Page): Promise<void> =>
  page.evaluate(least => {
    const noted: Noted = { longest: 0, presses: 0 };
    Reflect.set(window, 'interactions', noted);
    const count = (event: Event) => {
      if (event.isTrusted) noted.presses++;
    };
    window.addEventListener('pointerdown', count, { capture: true });
    window.addEventListener('keydown', count, { capture: true });
    new PerformanceObserver(list => {
      for (const entry of list.getEntries())
        if (Reflect.get(entry, 'interactionId')) noted.longest = Math.max(noted.longest, entry.duration);
      // Not in TypeScript's own list of options yet.
    }).observe({ type: 'event', durationThreshold: least } as PerformanceObserverInit);
  }, LEAST_MS);

/**
 * Milliseconds of one press, by event timing: from the input to the drawing that follows it. `shown` waits for what the
 * press leads to.
 * @throws where nothing was pressed: then nothing was measured
 */
export async function timePress(
  page: Page,
  press: () => Promise<void>,
  shown: () => Promise<unknown>,
): Promise<number> {
  await page.evaluate(() => void Object.assign(Reflect.get(window, 'interactions'), { longest: 0, presses: 0 }));
  await press();
  await shown();
  const { longest, presses } = await page.evaluate(async () => {
    // An entry comes once its drawing is on the screen, which is a frame or two later.
    for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
    return Reflect.get(window, 'interactions') as Noted;
  });
  if (presses === 0) throw new Error('nothing was pressed');
  return Math.max(LEAST_MS, longest);
}
