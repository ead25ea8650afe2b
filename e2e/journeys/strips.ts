import type { Page } from 'playwright-core';

type Said = readonly [state: string, strip: string];

/** Notes from now on what the connection mark and the strip say, each change once; the answer reads what was noted. */
export async function strips(page: Page): Promise<() => Promise<Said[]>> {
  await page.evaluate(() => {
    const said: [string, string][] = [];
    Reflect.set(window, 'strips', said);
    const look = () => {
      const state = document.querySelector('[data-connection]')?.getAttribute('data-connection') ?? '';
      const text = document.querySelector('.strip')?.textContent ?? '';
      if (text !== '' && said.at(-1)?.[0] !== state) said.push([state, text]);
    };
    new MutationObserver(look).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    });
  });
  // Written by the observer above, in this very page.
  return () => page.evaluate(() => Reflect.get(window, 'strips') as [string, string][]);
}
