import type { Locator, Page } from 'playwright-core';

/** More stops than any page has: a person would have given up long before. */
const MOST_STOPS = 150;

const hasFocus = (locator: Locator) => locator.evaluate(element => element === document.activeElement);

/** Presses Tab until the element has the focus; fails where the keyboard does not get there. */
export async function tabTo(page: Page, locator: Locator): Promise<void> {
  await locator.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await hasFocus(locator)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${locator}`);
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');

/** Steps over the board by arrow keys, column by column, until the card of a case has the focus. */
export async function arrowTo(page: Page, caseId: string): Promise<void> {
  const press = async (key: string) => {
    const before = await focused(page);
    await page.keyboard.press(key);
    return (await focused(page)) !== before;
  };
  while (await press('ArrowLeft'));
  do {
    await press('Home');
    do if ((await focused(page)) === `card-${caseId}`) return;
    while (await press('ArrowDown'));
  } while (await press('ArrowRight'));
  throw new Error(`no arrow reaches ${caseId}`);
}
