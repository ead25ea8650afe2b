import type { Page } from 'playwright-core';
import { type Fields, fill } from './forms.ts';

/** What an open transition sheet says. */
export type SheetSaid = {
  /** Moves offered, with the mark whether they are possible now. */
  readonly moves: readonly { readonly name: string; readonly isReady: boolean }[];
  readonly unmet: readonly string[];
  readonly button: string;
  readonly isButtonOn: boolean;
};

const sheetOf = (page: Page) => page.locator('.sheet [role="dialog"]');

/** Reads the sheet once its moves are there. */
export async function readSheet(page: Page): Promise<SheetSaid> {
  const sheet = sheetOf(page);
  await sheet.locator('.moves').waitFor();
  return sheet.evaluate(element => {
    const text = (found: Element | null | undefined) => (found?.textContent ?? '').trim();
    const submit = element.querySelector('button[type="submit"]');
    return {
      moves: [...element.querySelectorAll('.move-choice')].map(choice => ({
        name: text(choice.querySelector('strong')),
        isReady: choice.querySelector('.move-ready') !== null,
      })),
      unmet: [...element.querySelectorAll('.condition-unmet div > p:first-child')].map(line =>
        text(line).replace(/^まだ:\s*/, ''),
      ),
      button: text(submit),
      isButtonOn: submit !== null && submit.getAttribute('aria-disabled') !== 'true',
    };
  });
}

/** Chooses a move in the open sheet, fills what it asks for and confirms it, twice where it is grave. */
export async function confirmMove(page: Page, name: string, fields: Fields = {}): Promise<void> {
  const sheet = sheetOf(page);
  const named = page.locator('.move-choice', { has: page.getByText(name, { exact: true }) });
  const choice = sheet.locator(named);
  await choice.waitFor({ state: 'attached' });
  if (!(await choice.isVisible())) await sheet.locator('details', { has: named }).locator('summary').click();
  await choice.locator('input').check();
  await fill(page, fields);
  const submit = sheet.locator('button[type="submit"]');
  await submit.click();
  if (await sheet.getByText('もう一度確かめてください').isVisible()) await submit.click();
  await sheet.waitFor({ state: 'detached' });
}

export async function closeSheet(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await sheetOf(page).waitFor({ state: 'detached' });
}
