import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { worlds } from '../product/product.ts';
import { type Person, signInAs } from './browser.ts';
import { cardsOn, caseNow, childCalled } from './children.ts';
import { fill } from './forms.ts';
import { type Line, openLine } from './line.ts';
import { openProgram } from './open-program.ts';
import { visit } from './screen-scan.ts';
import { closeSheet, readSheet } from './sheet.ts';
import { strips } from './strips.ts';

/** Minutes 0 to 4 and 9 to 10 of the demo story (experience.md §14), told as a newcomer plays them. */
const world = 'whole';
const program = openProgram({ world });
const wide = { viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' as const };
/** What every open case of the network counts, the coordinator's board. */
const OPEN_CASES = 128;
const CHANGED = 12;
const NAME = /石井|そら|青木|ひな|上野|みお|江口|はる|加藤|ゆい|大野|りく/;

let api: Client;
let ishii: string;
/** The two windows of one browser, side by side: each name of the computer keeps a person of its own. */
let a: Page;
let b: Page;
const errors: string[] = [];
/** What was played aloud in either window. */
const sounds: string[] = [];

const port = () => new URL(program.url).port;

beforeAll(async () => {
  api = await signIn(program.url, 'dsn@demo');
  ishii = (await childCalled(api, '石井')).id;
  await lookedBefore(await signIn(program.url, 'coord@demo'));
  const context = await program.browser.newContext({ locale: 'ja-JP', ...wide });
  await context.exposeFunction('heard', (what: string) => sounds.push(what));
  await context.addInitScript(() => {
    const heard = (what: string): void => Reflect.get(window, 'heard')(what);
    HTMLMediaElement.prototype.play = async () => heard('play');
    OscillatorNode.prototype.start = () => heard('tone');
  });
  const open = async () => {
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', fault => errors.push(String(fault)));
    return page;
  };
  [a, b] = [await open(), await open()];
  await a.goto(`http://localhost:${port()}/demo`);
  await b.goto(`${program.url}/demo`);
});

/** The coordinator has looked at the board once; since then twelve children came to stand still. */
async function lookedBefore({ cookie, url }: Client): Promise<void> {
  const answer = await fetch(`${url}/api/v1/me/seen`, {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ board: 'board', cases: {} }),
  });
  expect(answer.status, await answer.text()).toBe(200);
  const { columns, rows } = (await api.get<{ columns: string[]; rows: unknown[][] }>('/board')).body;
  const ids = rows.map(row => String(row[columns.indexOf('id')])).filter(id => id !== ishii);
  await standStill(ids.slice(0, CHANGED), 'since-then');
}

/** Each of these children gets a reason for standing still. */
async function standStill(ids: readonly string[], holdId: string): Promise<void> {
  for (const id of ids) {
    const { version } = await caseNow(api, id);
    const hold = { type: 'hold.added', holdId, code: 'housing', recheckOn: '2030-01-01' };
    expect((await api.send(id, version, hold)).status).toBe(200);
  }
}

/** By one press on the start page, as whoever has the name; lands where they do. */
async function become(page: Page, name: RegExp, home: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/demo`);
  await page.getByRole('button', { name }).click();
  await page.waitForURL(url => url.pathname === home);
}

async function onBoard(page: Page): Promise<void> {
  await page.locator('[data-case]').first().waitFor();
  await page.locator('[data-connection="on"]', { hasText: '接続中' }).waitFor();
}

/** 次の出来事 ▶ in the second window, and the words with which it says what somebody else did. */
async function nextHappens(words: string): Promise<void> {
  const next = b.getByRole('button', { name: '次の出来事 ▶' });
  await next.click();
  await b.locator('.note-done', { hasText: words }).waitFor();
  await expect.poll(() => next.getAttribute('aria-busy')).toBeNull();
}

describe('minutes 0 to 1', () => {
  it('the hub sees every open case of six hospitals by lanes, with what is late and what stands still in words', async () => {
    await become(a, /^森 .*として始める$/, '/board');
    await onBoard(a);
    await a.getByLabel('区分け').selectOption({ label: '病院ごと' });
    await a.getByText(`${OPEN_CASES}件中 ${OPEN_CASES}件を表示`, { exact: true }).waitFor();
    const lanes = await a.locator('.lane-fold').allInnerTexts();
    expect(lanes).toHaveLength(6);
    const hospital = lanes.find(lane => lane.includes('こども医療センター'));
    expect(hospital).toMatch(new RegExp(`${worlds[world].cards}件・期限切れ\\d+・停止\\d+`));
    await a.goto(`${new URL(a.url()).origin}/board?lanes=lead&lead=org-kodomo`);
    await a.getByText(`${OPEN_CASES}件中 ${worlds[world].cards}件を表示`, { exact: true }).waitFor();
    expect(await a.locator('[data-case] .due-overdue').first().innerText()).toMatch(/期限切れ \d+日/);
    expect(await a.locator('[data-case] .hold-chip').first().innerText()).toMatch(/停止:/);
  });

  it('the wall beside it shows numbers and no name', async () => {
    const wall = await a.context().newPage();
    await wall.goto(`http://localhost:${port()}/wall/demo`);
    const tiles = wall.locator('[data-case]');
    await tiles.first().waitFor();
    expect((await tiles.allInnerTexts()).filter(text => !/\d{4}/.test(text))).toEqual([]);
    expect(await wall.evaluate(() => document.body.outerHTML)).not.toMatch(NAME);
    await wall.close();
  });
});

describe('minutes 1 to 2', () => {
  it('what changed since the last look is listed, and a child is found by a few keys', async () => {
    await a.getByRole('button', { name: `前回から ${CHANGED}件の変更` }).click();
    const changes = a.getByRole('dialog', { name: '前回からの変更' });
    await changes.getByRole('button', { name: '開く' }).first().waitFor();
    expect(await changes.getByRole('button', { name: '開く' }).count()).toBe(CHANGED);
    await a.keyboard.press('Escape');
    const count = (shown: number | string) => a.getByText(new RegExp(`^${OPEN_CASES}件中 ${shown}件を表示$`));
    await a.locator('.card-link[tabindex="0"]').focus();
    await a.keyboard.press('x');
    await count(OPEN_CASES).waitFor();
    await a.keyboard.press('q');
    await count('[0-9]{1,2}').waitFor();
    await a.keyboard.press('/');
    await a.keyboard.type('142');
    await a.locator('#search-results [aria-selected="true"]', { hasText: 'K-0142' }).waitFor();
    await a.keyboard.press('Enter');
    await a.waitForURL(url => url.pathname === `/cases/${ishii}`);
  });
});

describe('minutes 2 to 4', () => {
  const dots = () => a.locator(`[data-case="${ishii}"] .dots`).innerText();
  const met = async () => Number((await dots()).match(/^(\d+)\//)?.[1]);

  it('the move is refused with two reasons, and the way to mend one of them is behind a link', async () => {
    await become(a, /^松本 .*として始める$/, '/tasks');
    await visit(a, '/board');
    await onBoard(a);
    const before = await met();
    await a.locator(`#card-${ishii}`).click();
    const side = a.locator('.side-sheet');
    await side.locator('.condition-unmet').first().waitFor();
    expect(await side.locator('.condition-unmet').count()).toBe(2);
    await side.getByRole('button', { name: '段階を進める' }).click();
    const { unmet, isButtonOn } = await readSheet(a);
    expect([unmet.length, isButtonOn]).toEqual([2, false]);
    const training = unmet.find(reason => reason.includes('吸引')) ?? '';
    await a
      .locator('.sheet [role="dialog"]')
      .getByRole('link', { name: `記録する:${training}` })
      .click();
    await a.waitForURL(url => url.pathname.endsWith('/record/skill.assessed'));
    await fill(a, { procedure: 'suctionTracheal', caregiver: 'father', level: 4 });
    await a.locator('main form button[type="submit"]').click();
    await a.waitForURL(url => url.pathname === `/cases/${ishii}`);
    await visit(a, `/board?open=${ishii}`);
    await expect.poll(met).toBe(before + 1);
    await expect.poll(() => side.locator('.condition-unmet').count()).toBe(1);
  });

  it('what others do arrives in the open sheet by itself, without a sound', async () => {
    const side = a.locator('.side-sheet');
    const before = await met();
    await nextHappens('通訳の予約');
    await side.locator('.timeline').getByText('宿題').first().waitFor();
    await nextHappens('議事録を承認');
    await expect.poll(met).toBe(before + 1);
    expect(await side.locator('.condition-unmet').count()).toBe(0);
    await side.getByRole('button', { name: '段階を進める' }).click();
    await expect.poll(async () => (await readSheet(a)).isButtonOn).toBe(true);
    await closeSheet(a);
    expect(sounds).toEqual([]);
  });

  it('a date that is settled stands among her tasks and on the family’s page at once', async () => {
    const family = await program.signIn('family@demo', { viewport: { width: 390, height: 844 } });
    const dates = family.page.locator('.family-date');
    await dates.first().waitFor();
    const known = await dates.count();
    await visit(a, `/cases/${ishii}/record/conference.planned`);
    const on = tokyoDay(6);
    await fill(a, { conferenceKind: 'joint', plannedOn: on });
    await a.locator('main form button[type="submit"]').click();
    await a.waitForURL(url => url.pathname === `/cases/${ishii}`);
    await expect.poll(() => dates.count()).toBe(known + 1);
    await visit(a, '/tasks');
    const [, month, day] = on.split('-').map(Number);
    await a
      .locator(`.task[data-task="${ishii}"]`, { hasText: `${month}/${day}` })
      .first()
      .waitFor();
    await family.context.close();
    expect([...errors, ...family.errors]).toEqual([]);
  });
});

const tokyoDay = (ahead: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(Date.now() + ahead * 86_400_000);

describe('minutes 9 to 10', () => {
  let line: Line;
  /** 松本, over a wire that is mended once something happened: what she missed is then a known number. */
  let nurse: Person;

  beforeAll(async () => {
    line = await openLine(Number(port()));
    nurse = await signInAs(program.browser, line.url, 'dsn@demo', wide);
  });
  afterAll(async () => {
    await nurse?.context.close();
    line?.close();
  });

  it('the prefecture reads why children stand still, in counts without a child', async () => {
    const { page, context } = await program.signIn('pref@demo');
    const table = page.getByRole('table', { name: '止まっている理由ごとの進行中のケース' });
    await table.waitFor();
    expect(await table.getByRole('row').count()).toBeGreaterThan(3);
    expect(await page.locator('main').innerText()).not.toMatch(/K-\d/);
    expect(await page.locator('main').innerText()).not.toMatch(NAME);
    await context.close();
  });

  it('while the server is gone the strip turns grey, then amber; when it is back nothing is lost', async () => {
    const { page } = nurse;
    await page.clock.install();
    await page.goto(`${line.url}/board`);
    await onBoard(page);
    const said = await strips(page);
    await program.product.stop();
    await page.locator('.strip-grey').waitFor();
    await page.clock.setSystemTime((await page.evaluate(() => Date.now())) + 31_000);
    await page.locator('.strip-amber').waitFor();
    line.cut();
    await program.restart();
    await standStill(
      (await cardsOn(page)).slice(0, 7).map(({ id }) => id ?? ''),
      'while-away',
    );
    line.mend();
    await page.evaluate(() => void window.dispatchEvent(new Event('focus')));
    await page
      .locator('.strip', { hasText: '最新になりました。離れていた間に7件変わりました。' })
      .waitFor({ timeout: 20_000 });
    const states = (await said()).map(([state]) => state);
    expect(states.slice(0, 2)).toEqual(['waiting', 'stale']);
    expect(states.slice(-2)).toEqual(['catchingUp', 'back']);
    const fresh = await nurse.context.newPage();
    await fresh.goto(page.url());
    await onBoard(fresh);
    await expect
      .poll(async () => JSON.stringify(await cardsOn(fresh)) === JSON.stringify(await cardsOn(page)))
      .toBe(true);
    expect(await cardsOn(page)).toHaveLength(worlds[world].cards);
    expect([...errors, ...nurse.errors]).toEqual([]);
  });
});
