import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { type Product, startProduct } from '../product/product.ts';
import { openBrowser, type Person, picture, signInAs } from './browser.ts';

let product: Product;
let browser: Browser;
let nurse: Person;
let doctor: Person;
let api: Client;
let doctorApi: Client;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  nurse = await signInAs(browser, product.url, 'dsn@demo', { viewport: { width: 1920, height: 1080 } });
  doctor = await signInAs(browser, product.url, 'doctor@demo');
  api = await signIn(product.url, 'dsn@demo');
  doctorApi = await signIn(product.url, 'doctor@demo');
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

const columnOf = (page: Page, id: string) =>
  page.evaluate(
    at => document.querySelector(`[data-case="${at}"]`)?.closest('[data-column]')?.getAttribute('data-column'),
    id,
  );

async function caseByNumber(no: string): Promise<{ id: string; version: number; stage: string }> {
  const found = await api.get<{ cards: { id: string }[] }>(`/search?q=${no}`);
  const id = found.body.cards[0]?.id ?? '';
  return (await api.get<{ id: string; version: number; stage: string }>(`/cases/${id}`)).body;
}

describe('the board', () => {
  it('shows every child in its column, and the picture of it', async () => {
    const { page } = nurse;
    await page.goto(`${product.url}/board`);
    await page.locator('[data-case]').first().waitFor();
    expect(await page.locator('[data-case]').count()).toBe(10);
    await picture(page, 'board');
  });

  it('opens the same sheet by key and by drag; a blocked move changes nothing and lists what the server says', async () => {
    const { page } = nurse;
    const before = await caseByNumber('0142');
    const listed = await api.get<{ event: string; reasons: { text: string }[] }[]>(`/cases/${before.id}/transitions`);
    const reasons = listed.body.find(({ event }) => event === 'preparation.closed')?.reasons ?? [];
    expect(reasons.length).toBeGreaterThan(0);
    await page.goto(`${product.url}/board`);
    const card = page.locator(`[data-case="${before.id}"]`);
    await card.getByRole('link').first().focus();
    await page.keyboard.press('m');
    const sheet = page.getByRole('dialog');
    for (const { text } of reasons) await sheet.getByText(text).first().waitFor();
    await page.keyboard.press('Escape');
    await card.dragTo(page.locator('[data-column="handoff"]').first());
    for (const { text } of reasons) await page.getByRole('dialog').getByText(text).first().waitFor();
    await page.keyboard.press('Escape');
    expect((await caseByNumber('0142')).version).toBe(before.version);
  });

  it('moves by keyboard alone once the reasons are gone, and the other browser sees it within half a second', async () => {
    const { id, version } = await caseByNumber('0142');
    const approved = await doctorApi.send(id, version, { type: 'minutes.approved', conferenceId: 'k1' });
    expect(approved.status).toBe(200);
    await doctor.page.goto(`${product.url}/board`);
    await doctor.page.locator(`[data-case="${id}"]`).waitFor();
    const { page } = nurse;
    await page.goto(`${product.url}/board`);
    await page.locator(`[data-case="${id}"]`).getByRole('link').first().focus();
    await page.keyboard.press('m');
    const button = page.getByRole('dialog').locator('button[type="submit"]');
    await button.waitFor();
    await button.focus();
    const began = performance.now();
    await page.keyboard.press('Enter');
    await expect.poll(() => columnOf(doctor.page, id), { interval: 20, timeout: 5_000 }).toBe('handoff');
    expect(performance.now() - began, 'milliseconds from the key to the other browser').toBeLessThan(1_500);
    expect((await caseByNumber('0142')).stage).toBe('readyForDischarge');
  });

  it('catches up after being offline: the board equals a fresh one', async () => {
    const { page, context } = doctor;
    const { id, version } = await caseByNumber('0151');
    await page.goto(`${product.url}/board`);
    await page.locator(`[data-case="${id}"]`).waitFor();
    await context.setOffline(true);
    let at = version;
    for (let n = 0; n < 7; n++) {
      const answer = await api.send(id, at, { type: 'whereabouts.recorded', place: n % 2 ? 'hospital' : 'away' });
      expect(answer.status).toBe(200);
      at = answer.body.version;
    }
    const hold = await api.send(id, at, {
      type: 'hold.added',
      holdId: 'gap',
      code: 'housing',
      recheckOn: '2099-01-01',
    });
    expect(hold.status).toBe(200);
    await context.setOffline(false);
    await page
      .locator(`[data-case="${id}"]`)
      .getByText(/他1|住まい/)
      .first()
      .waitFor({ timeout: 40_000 });
  });

  it('tells who was faster, and loses nothing, when two move the same child', async () => {
    const { id, version } = await caseByNumber('0120');
    const [first, second] = await Promise.all([
      doctorApi.send(id, version, { type: 'evaluation.recorded', changesCare: false, result: '一人目' }),
      api.send(id, version, { type: 'evaluation.recorded', changesCare: true, result: '二人目' }),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    const loser = first.status === 409 ? first : second;
    expect(loser.body).toMatchObject({
      code: 'version-conflict',
      current: { version: version + 1 },
      events: [{ type: 'evaluation.recorded' }],
    });
  });
});
