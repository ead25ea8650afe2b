import type { Page, Route } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import type { Person } from './browser.ts';
import { caseNow, childCalled, columnOf } from './children.ts';
import { openProgram } from './open-program.ts';
import { axeFindings } from './screen-scan.ts';

const program = openProgram({ world: 'whole' });
let api: Client;
let nurse: Person;
/** Events that were sent and are kept back on their way. */
let held: Route[];

beforeAll(async () => {
  api = await signIn(program.url, 'dsn@demo');
  nurse = await program.signIn('dsn@demo', { viewport: { width: 1920, height: 1080 } });
  held = [];
  await nurse.page.route('**/api/v1/cases/*/events', route =>
    route.request().method() === 'POST' ? void held.push(route) : route.continue(),
  );
});

const cardOf = (page: Page, id: string) => page.locator(`article[data-case="${id}"]`);
const dialog = (page: Page) => page.getByRole('dialog');

async function openMove(page: Page, id: string): Promise<void> {
  await page.goto(`${program.url}/board`);
  await cardOf(page, id).locator('button').click();
  await dialog(page).locator('button[type="submit"]').waitFor();
}

/** Presses the button and waits until the event is on its way. */
async function sendMove(page: Page): Promise<Route> {
  await dialog(page).locator('button[type="submit"]').click();
  await expect.poll(() => held.length).toBe(1);
  const [route] = held.splice(0);
  if (!route) throw new Error('nothing was sent');
  return route;
}

describe('a move from the board', () => {
  it('shows its card where it goes before the server has answered, says so, and stays there', async () => {
    const { page } = nurse;
    const { id, version } = await childCalled(api, '青木');
    await openMove(page, id);
    const route = await sendMove(page);
    await expect.poll(() => columnOf(page, id), { timeout: 1_000 }).toBe('conference');
    await cardOf(page, id).getByText('送信中').waitFor();
    await dialog(page).waitFor({ state: 'detached' });
    expect(await axeFindings(page), 'board with a move under way').toEqual([]);
    expect((await caseNow(api, id)).version).toBe(version);

    await route.continue();
    await cardOf(page, id).getByText('送信中').waitFor({ state: 'detached' });
    expect(await columnOf(page, id)).toBe('conference');
    await page
      .getByText(/共同カンファ.*進めました|元に戻す/)
      .first()
      .waitFor();
    expect((await caseNow(api, id)).stage).toBe('jointConference');
  });

  it('comes back with the server’s reasons where it is refused, and with what was typed', async () => {
    const { page } = nurse;
    const { id, version } = await childCalled(api, '青木');
    await openMove(page, id);
    await dialog(page).getByText('準備・技術習得へ戻す').first().click();
    await page.locator('#field-reason').fill('手技をもう一度確かめる');
    const route = await sendMove(page);
    await expect.poll(() => columnOf(page, id), { timeout: 1_000 }).toBe('preparation');
    await dialog(page).waitFor({ state: 'detached' });
    // Meanwhile somebody else was faster.
    const hold = { type: 'hold.added', holdId: 'faster', code: 'housing', recheckOn: '2030-01-01' };
    expect((await api.send(id, version, hold)).status).toBe(200);

    await route.continue();
    await dialog(page)
      .getByText(/先に変更しました/)
      .waitFor();
    expect(await page.locator('#field-reason').inputValue()).toBe('手技をもう一度確かめる');
    await expect.poll(() => columnOf(page, id)).toBe('conference');
    expect(await cardOf(page, id).getByText('送信中').count()).toBe(0);
    expect(await axeFindings(page), 'sheet that came back').toEqual([]);
    expect((await caseNow(api, id)).stage).toBe('jointConference');
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
  });

  it('comes back where the network is gone, and nothing was done', async () => {
    const { page } = nurse;
    const { id, version } = await childCalled(api, '青木');
    await openMove(page, id);
    await dialog(page).getByText('準備・技術習得へ戻す').first().click();
    await page.locator('#field-reason').fill('やり直す');
    const route = await sendMove(page);
    await expect.poll(() => columnOf(page, id), { timeout: 1_000 }).toBe('preparation');
    await route.abort();
    // What is sent again under the same key may be on its way too.
    await nurse.page.unroute('**/api/v1/cases/*/events');
    await nurse.page.route('**/api/v1/cases/*/events', again =>
      again.request().method() === 'POST' ? again.abort() : again.continue(),
    );
    await dialog(page).locator('[role="alert"]').first().waitFor();
    await expect.poll(() => columnOf(page, id)).toBe('conference');
    expect((await caseNow(api, id)).version).toBe(version);
    expect(nurse.errors).toEqual([]);
  });
});
