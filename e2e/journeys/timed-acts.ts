import type { Page } from 'playwright-core';
import type { Client } from '../product/client.ts';
import { childCalled } from './children.ts';
import { timePress, watchInteractions } from './interactions.ts';

/** Presses, waits for what that shows, and keeps how long it took. */
const pressOn = (page: Page, took: number[]) => async (act: () => Promise<void>, shown: () => Promise<void>) =>
  void took.push(await timePress(page, act, shown));

/** What one does all day with a full board, each press timed on its own: milliseconds. */
export const actNames = ['open', 'filter', 'move', 'tick'] as const;
export type Acts = Readonly<Record<(typeof actNames)[number], readonly number[]>>;

type Board = { readonly url: string; readonly api: Client; readonly told: readonly string[]; readonly rounds: number };

/** Opens cards, filters, moves one there and back, ticks tasks and takes it back. */
export async function timeActs(page: Page, { url, api, told, rounds }: Board): Promise<Acts> {
  await page.goto(`${url}/board`);
  await page.locator('[data-case]').first().waitFor();
  await page.locator('[data-connection="on"]', { hasText: '接続中' }).waitFor();
  await page.waitForLoadState('networkidle');
  await watchInteractions(page);
  const open = await openCards(page, told, rounds);
  const filter = await filterBoard(page, rounds);
  const move = await moveCard(page, (await childCalled(api, '青木')).id, rounds);
  // By the bar, as one goes there: the board stays held behind it.
  await page.locator('.bar-nav a[href="/tasks"]').click();
  return { open, filter, move, tick: await tickTasks(page, rounds) };
}

async function openCards(page: Page, told: readonly string[], rounds: number): Promise<number[]> {
  const ids = await page.$$eval(
    '[data-case]',
    (cards, known) =>
      cards
        .filter(card => card.getBoundingClientRect().bottom < window.innerHeight)
        .map(card => card.getAttribute('data-case') ?? '')
        .filter(id => known.includes(id)),
    told,
  );
  if (ids.length === 0) throw new Error('no card with a history is in sight');
  const sheet = page.locator('.side-sheet');
  const took: number[] = [];
  const press = pressOn(page, took);
  for (let n = 0; n < rounds; n++) {
    const card = page.locator(`#card-${ids[n % ids.length]}`);
    await press(
      () => card.click(),
      () => sheet.locator('.timeline').first().waitFor(),
    );
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  }
  return took;
}

/** One choice after the other, put on and taken off. */
async function filterBoard(page: Page, rounds: number): Promise<number[]> {
  await page.locator('[data-board-key="f"]').click();
  const boxes = page.locator('.filter-panel input[type="checkbox"]');
  await boxes.first().waitFor();
  const chips = page.locator('.filter-chips');
  const count = await boxes.count();
  const took: number[] = [];
  const press = pressOn(page, took);
  for (let n = 0; n < rounds; n++) {
    const box = boxes.nth((n * 3) % count);
    await press(
      () => box.click(),
      () => chips.waitFor(),
    );
    await press(
      () => box.click(),
      () => chips.waitFor({ state: 'detached' }),
    );
  }
  await page.locator('[data-board-key="f"]').click();
  return took;
}

/** By the button of the card, the sheet's own and the one that takes it back. */
async function moveCard(page: Page, id: string, rounds: number): Promise<number[]> {
  const card = page.locator(`[data-case="${id}"]`);
  // A full column shows its first cards.
  const more = page.locator('[data-column="preparation"] .cell-more');
  while ((await card.count()) === 0) await more.click();
  const sheet = page.getByRole('dialog');
  const undo = page.getByRole('button', { name: /元に戻す/ });
  const took: number[] = [];
  const press = pressOn(page, took);
  for (let n = 0; n < Math.ceil(rounds / 2); n++) {
    const go = sheet.locator('button[type="submit"]');
    await press(
      () => card.locator('.card-move').click(),
      () => go.waitFor(),
    );
    await press(
      () => go.click(),
      () => undo.waitFor(),
    );
    await press(
      () => undo.click(),
      () => undo.waitFor({ state: 'detached' }),
    );
  }
  return took;
}

async function tickTasks(page: Page, rounds: number): Promise<number[]> {
  const ticked = page.locator('.task[data-settled="ticked"]');
  const box = page.getByRole('checkbox', { name: /^済みにする/ }).first();
  await box.waitFor();
  const took: number[] = [];
  const press = pressOn(page, took);
  for (let n = 0; n < Math.ceil(rounds / 2); n++) {
    await press(
      () => box.click(),
      () => ticked.waitFor(),
    );
    const back = ticked.getByRole('button', { name: '元に戻す' });
    await press(
      () => back.click(),
      () => ticked.waitFor({ state: 'detached' }),
    );
  }
  return took;
}
