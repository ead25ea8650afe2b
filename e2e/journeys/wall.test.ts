import { Client as Database } from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { registerCases } from '../product/register-cases.ts';
import { type Person, picture } from './browser.ts';
import { caseNow, childCalled } from './children.ts';
import { openProgram } from './open-program.ts';
import { axeFindings } from './screen-scan.ts';

const program = openProgram();
const full = { width: 1920, height: 1080 };
const fourK = { width: 3840, height: 2160 };
const PIN = '480912';
const NAME = /石井|そら|青木|ひな|上野|みお|江口|はる|加藤|ゆい|大野|りく/;

let api: Client;
let office: Person;
let wall: Page;
let address = '';
/** Everything that reached the wall: bodies of answers and frames of the socket. */
const told: string[] = [];
const asked: string[] = [];
const errors: string[] = [];

beforeAll(async () => {
  api = await signIn(program.url, 'dsn@demo');
  office = await program.signIn('admin@demo');
});
afterAll(() => office?.context.close());

/** A device of its own, whose clock can be turned. */
async function openDevice(): Promise<Page> {
  const context = await program.browser.newContext({ locale: 'ja-JP', viewport: full, colorScheme: 'light' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('pageerror', fault => errors.push(String(fault)));
  page.on('request', request => asked.push(request.url()));
  page.on('websocket', socket => socket.on('framereceived', ({ payload }) => told.push(String(payload))));
  page.on('response', async answer => {
    if (answer.url().includes('/api/')) told.push(await answer.text().catch(() => ''));
  });
  await page.clock.install();
  return page;
}

/** The clock of the device is so much further; what waits for a timer goes on waiting. */
async function later(page: Page, ms: number): Promise<void> {
  await page.clock.setSystemTime((await page.evaluate(() => Date.now())) + ms);
}

const bodyText = (page: Page) => page.evaluate(() => document.body.outerHTML);
/** Boxes in which something has no room: nothing on a wall scrolls, and no tile says half of a word. */
const overflowing = (page: Page) =>
  page.evaluate(() => {
    const parts = '.wall-bar, .wall-column, .wall-column-body, .wall-tile, .wall-tile > p, .wall-band, .wall-foot';
    return [document.documentElement, ...document.querySelectorAll(parts)]
      .filter(box => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1)
      .map(box => `${box.className} ${box.textContent}`.slice(0, 80));
  });

describe('a screen of the organisation', () => {
  it('is made by the administrator, and its link is shown once', async () => {
    const { page } = office;
    await page.goto(`${program.url}/admin?part=screens`);
    await page.getByRole('textbox', { name: /^画面の名前/ }).fill('3階病棟の壁');
    await page.getByLabel(/^名前を2分だけ表示するPIN/).fill(PIN);
    await page.getByRole('button', { name: '加える', exact: true }).click();
    const slip = page.getByRole('dialog');
    await slip.getByText('いま一度だけ表示されます').waitFor();
    address = (await slip.getByText('/wall/').textContent()) ?? '';
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/wall\/[\w-]{36}#[\w-]{43}$/);
    expect(await axeFindings(page)).toEqual([]);
    await slip.getByRole('button', { name: '開いたので閉じる' }).click();
    await page
      .getByRole('row', { name: /3階病棟の壁/ })
      .getByText('リンクがまだ開かれていません')
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('is a wall of numbers in the device that opens it: no name in the page, in answers or in frames', async () => {
    wall = await openDevice();
    await wall.goto(address);
    await wall.locator('[data-case]').first().waitFor();
    await wall.getByText(/最新 \d\d:\d\d:\d\d/).waitFor();
    expect(new URL(wall.url()).hash).toBe('');
    expect(asked.filter(url => url.includes(address.split('#')[1] ?? '-'))).toEqual([]);
    const ishii = await childCalled(api, '石井');
    const tile = wall.locator(`[data-case="${ishii.id}"]`);
    expect(await tile.textContent()).toContain('0142');
    // A change reaches it: the case stands still, and its tile says so.
    const hold = { type: 'hold.added', holdId: 'wall', code: 'housing', recheckOn: '2030-01-01' };
    expect((await api.send(ishii.id, ishii.version, hold)).status).toBe(200);
    await tile.getByText('住まい').waitFor({ state: 'attached' });
    expect(await bodyText(wall)).not.toMatch(NAME);
    expect(told.join('\n')).toContain(ishii.id);
    expect(told.join('\n')).not.toMatch(NAME);
  });

  it('fits the screen at 1080 lines and at 4K, with nothing to scroll and no finding of axe', async () => {
    for (const [size, root] of [
      [full, '20px'],
      [fourK, '40px'],
    ] as const) {
      await wall.setViewportSize(size);
      expect(await wall.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(root);
      expect(await overflowing(wall), root).toEqual([]);
    }
    await wall.setViewportSize(full);
    await picture(wall, 'wall');
    expect(await axeFindings(wall)).toEqual([]);
  });

  it('shows names to whoever types its PIN, and hides them when the server says that the time is over', async () => {
    await wall.locator('.wall-band').click();
    const dialog = wall.getByRole('dialog');
    await dialog.getByLabel('この画面のPIN').fill('000000');
    await wall.keyboard.press('Enter');
    await dialog.getByText('PINが違います').waitFor();
    for (const digit of PIN) await dialog.getByRole('button', { name: digit, exact: true }).click();
    await dialog.getByRole('button', { name: '表示する' }).click();
    await wall.getByText('石井 そら').waitFor();
    await wall.getByText(/名前を表示中 あと [12]:\d\d/).waitFor();
    await endSights();
    await expect.poll(() => told.join('\n')).toContain('["wall.sight",{"until":null}]');
    await wall.getByText('石井 そら').waitFor({ state: 'detached' });
    expect(await bodyText(wall)).not.toMatch(NAME);
    // What it is sent from then on has no name either.
    told.splice(0);
    const ishii = await caseNow(api, (await childCalled(api, '石井')).id);
    expect((await api.send(ishii.id, ishii.version, { type: 'hold.removed', holdId: 'wall' })).status).toBe(200);
    await expect.poll(() => told.join('\n')).toContain(`"version":${ishii.version + 1}`);
    expect(told.join('\n') + (await bodyText(wall))).not.toMatch(NAME);
  });

  it('ends within two seconds when the administrator ends it', async () => {
    const { page } = office;
    await page.getByRole('button', { name: '3階病棟の壁を終える' }).click();
    await page.getByRole('button', { name: 'この画面を終える' }).click();
    const at = performance.now();
    await wall.getByText('まだ壁面の画面として登録されていないか').waitFor();
    expect(performance.now() - at).toBeLessThan(2_000);
    expect(await wall.locator('[data-case]').count()).toBe(0);
    await page
      .getByRole('row', { name: /3階病棟の壁/ })
      .getByText('終了')
      .waitFor();
    expect(errors).toEqual([]);
    expect(office.errors).toEqual([]);
    await wall.context().close();
  });
});

/** As if two minutes had passed for the program. */
async function endSights(): Promise<void> {
  const database = new Database({ connectionString: program.product.connection() });
  await database.connect();
  await database.query(`UPDATE screen SET sight_until = sight_until - interval '2 minutes'`);
  await database.end();
}

describe('the wall of the demo', () => {
  it('is opened without a link, and says that it is a demo', async () => {
    wall = await openDevice();
    await wall.goto(`${program.url}/wall/demo`);
    await wall.locator('[data-case]').first().waitFor();
    await wall.getByText('実在の方の情報を入れないでください').waitFor();
    expect(await bodyText(wall)).not.toMatch(NAME);
  });

  it('marks what is new, pages by itself every twenty seconds, and is held and turned by key', async () => {
    // A column has room for fifteen.
    await registerCases(api, 16);
    await wall.getByText('新着').first().waitFor();
    const page = (at: number) => wall.getByText(`2枚のうち${at}枚目`).waitFor();
    await page(1);
    await wall.keyboard.press('ArrowRight');
    await page(2);
    await wall.keyboard.press(' ');
    await wall.getByRole('button', { name: '止める', pressed: true }).waitFor();
    await wall.clock.fastForward(25_000);
    await page(2);
    await wall.keyboard.press(' ');
    await wall.getByRole('button', { name: '止める', pressed: false }).waitFor();
    await wall.clock.fastForward(21_000);
    await page(1);
    await wall.keyboard.press(' ');
    expect(await overflowing(wall)).toEqual([]);
  });

  it('says how old it is when the server is gone: amber after 30 seconds, names hidden after two minutes', async () => {
    await wall.locator('.wall-fresh-now').waitFor();
    await wall.getByRole('button', { name: '名前を2分だけ表示' }).click();
    await wall.getByLabel('この画面のPIN').fill('246810');
    await wall.keyboard.press('Enter');
    await wall.getByText('石井 そら').waitFor();
    await program.product.stop();
    await later(wall, 31_000);
    await wall.locator('.wall-stale .wall-fresh', { hasText: /\d\d:\d\d時点の表示です。再接続しています/ }).waitFor();
    expect(await bodyText(wall)).toMatch(NAME);
    await later(wall, 90_000);
    // By its own clock: nobody is there who would tell it.
    await wall.getByText('石井 そら').waitFor({ state: 'detached' });
    expect(await bodyText(wall)).not.toMatch(NAME);
    expect(await axeFindings(wall)).toEqual([]);
  });

  it('is replaced by words after ten minutes, over the old board', async () => {
    await later(wall, 10 * 60_000);
    await wall.getByText(/^最新ではありません\(\d\d:\d\d 時点\)。画面の担当者は通信を確認してください。$/).waitFor();
    expect(await wall.locator('main').getAttribute('aria-hidden')).toBe('true');
    await picture(wall, 'wall-lost');
    expect(await axeFindings(wall)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
