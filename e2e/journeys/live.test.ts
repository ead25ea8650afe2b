import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { isTurnOf } from '../product/in-turn.ts';
import { worlds } from '../product/product.ts';
import { type Person, signInAs } from './browser.ts';
import { cardsOn, caseNow, childCalled, columnOf, moveAbout } from './children.ts';
import { arrivals, twiceInARow, watchColumn, watchDrawing } from './drawing.ts';
import { type Line, openLine } from './line.ts';
import { openProgram } from './open-program.ts';
import { axeFindings } from './screen-scan.ts';
import { strips } from './strips.ts';

const world = 'whole';

const program = openProgram({ world });
let line: Line;
let api: Client;
/** Sees the board over a wire that can be cut. */
let doctor: Person;

const portOf = (url: string) => Number(new URL(url).port);
const wide = { viewport: { width: 1920, height: 1080 } };

beforeAll(async () => {
  line = await openLine(portOf(program.url));
  api = await signIn(program.url, 'dsn@demo');
  doctor = await signInAs(program.browser, line.url, 'doctor@demo', wide);
});
afterAll(async () => {
  line?.close();
});

async function openBoard(page: Page): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/board`);
  await page.locator('[data-case]').first().waitFor();
  await page.locator('[data-connection="on"]', { hasText: '接続中' }).waitFor();
}

/** Everything that changed since the last visit is marked as seen. */
async function seeAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: /前回から \d+件の変更/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'すべて見た' }).click();
  await page.keyboard.press('Escape');
}

/** Something happens to so many children: each gets a reason for standing still. */
async function happen(count: number, name: string): Promise<string[]> {
  const ids = (await shownIds()).slice(0, count);
  for (const id of ids) {
    const { version } = await caseNow(api, id);
    const hold = { type: 'hold.added', holdId: name, code: 'housing', recheckOn: '2030-01-01' };
    expect((await api.send(id, version, hold)).status).toBe(200);
  }
  return ids;
}
const shownIds = () =>
  doctor.page.$$eval('[data-case]', cards => cards.map(card => card.getAttribute('data-case') ?? ''));

/** The person looks at the window again: then a connection is tried at once, not after the next pause. */
const look = (page: Page) => page.evaluate(() => void window.dispatchEvent(new Event('focus')));

/** The board of a page equals one that is loaded afresh beside it, card for card. */
async function equalsFreshBoard({ page, context }: Person): Promise<void> {
  const fresh = await context.newPage();
  await fresh.goto(page.url());
  await fresh.locator('[data-case]').first().waitFor();
  await fresh.locator('[data-connection="on"]', { hasText: '接続中' }).waitFor();
  expect((await cardsOn(fresh)).length).toBe(worlds[world].cards);
  // What was seen is told beside the cards, a moment later perhaps.
  await expect
    .poll(async () => JSON.stringify(await cardsOn(fresh)) === JSON.stringify(await cardsOn(page)))
    .toBe(true);
  const [held, loaded] = [await cardsOn(page), await cardsOn(fresh)];
  await fresh.close();
  expect(held).toEqual(loaded);
}

describe('a change by somebody else', () => {
  it('stands in the other browser within half a second (p95 of 20 moves), outlined, and among the changes', async () => {
    const nurse = await program.signIn('dsn@demo', wide);
    const { id } = await childCalled(api, '青木');
    await openBoard(doctor.page);
    await openBoard(nurse.page);
    await watchColumn(doctor.page, id);
    const took: number[] = [];
    const measure = async (press: () => Promise<void>) => {
      const before = (await arrivals(doctor.page)).length;
      const began = Date.now();
      await press();
      await expect.poll(async () => (await arrivals(doctor.page)).length, { interval: 20 }).toBe(before + 1);
      took.push(((await arrivals(doctor.page)).at(-1) ?? 0) - began);
    };
    for (let round = 0; round < 10; round++) {
      await nurse.page.locator(`[data-case="${id}"] .card-move`).click();
      const go = nurse.page.getByRole('dialog').locator('button[type="submit"]');
      await go.focus();
      await measure(() => nurse.page.keyboard.press('Enter'));
      const undo = nurse.page.getByRole('button', { name: /元に戻す/ });
      await undo.focus();
      await measure(() => nurse.page.keyboard.press('Enter'));
      await expect.poll(() => columnOf(nurse.page, id), { timeout: 10_000 }).toBe('preparation');
    }
    const sorted = took.toSorted((a, b) => a - b);
    expect(sorted).toHaveLength(20);
    expect(sorted[18], `p95 of ${sorted.join(' ')} ms from the key to the other board`).toBeLessThanOrEqual(500);
    await nurse.context.close();
  });

  it('of many at once is drawn three times a second at most, without movement', async () => {
    const { page } = doctor;
    await openBoard(page);
    await page.mouse.move(5, 5);
    const { id } = await childCalled(api, '青木');
    const watched = await watchDrawing(page);
    const version = await moveAbout(api, { id, count: 100 });
    await page.locator(`[data-case="${id}"][data-version="${version}"]`).waitFor();
    const { drawn, moving, tasks } = await watched();
    for (const from of drawn)
      expect(drawn.filter(at => at >= from && at < from + 1000).length, `${drawn.join(' ')}`).toBeLessThanOrEqual(3);
    expect(moving, 'cards on their way in a burst').toBe(0);
    expect(twiceInARow(tasks), 'the shorter of two long tasks in a row').toBeLessThan(100);
  });

  it('does not move a card under the pointer until the pointer leaves', async () => {
    const { page } = doctor;
    const { id, version } = await childCalled(api, '青木');
    // High enough that no card is half under the heads, where its link would count as a small target.
    await page.setViewportSize({ ...wide.viewport, height: 2_000 });
    await openBoard(page);
    // What a case looked like in the middle of a burst is nothing to compare with.
    await seeAll(page);
    await page.locator(`[data-case="${id}"]`).hover();
    expect((await api.send(id, version, { type: 'conference.convened' })).status).toBe(200);
    await page
      .getByRole('button', { name: /1件の更新があります/ })
      .first()
      .waitFor();
    await new Promise(done => setTimeout(done, 1_000));
    expect(await columnOf(page, id)).toBe('preparation');
    expect(await axeFindings(page), 'board with a change that waits').toEqual([]);
    await page.mouse.move(5, 5);
    await expect.poll(() => columnOf(page, id), { interval: 20, timeout: 1_000 }).toBe('conference');

    const card = page.locator(`[data-case="${id}"]`);
    await card.getByText('変更', { exact: true }).waitFor();
    expect(await card.evaluate(element => getComputedStyle(element).outlineStyle)).toBe('solid');
    const still = page.locator('[data-case]:not(.card-changed)').first();
    expect(await still.evaluate(element => getComputedStyle(element).outlineStyle)).toBe('none');
    await page.getByRole('button', { name: /前回から \d+件の変更/ }).click();
    const changes = page.getByRole('dialog');
    await changes.getByText('青木').waitFor();
    await changes.getByText(/準備.*→.*共同カンファ/).waitFor();
    expect(await axeFindings(page), 'list of changes').toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('that was seen at one workplace is no change at another, and what comes after it is one', async () => {
    const { page } = doctor;
    const { id, version } = await childCalled(api, '青木');
    // A visit is told in the same way: it says nothing of this child.
    const told = page.waitForResponse(
      answer => answer.url().endsWith('/me/seen') && (answer.request().postData() ?? '').includes(id),
    );
    await seeAll(page);
    expect((await told).status()).toBe(200);
    const elsewhere = await signInAs(program.browser, program.url, 'doctor@demo', wide);
    await openBoard(elsewhere.page);
    const button = elsewhere.page.getByRole('button', { name: /前回から/ });
    const hold = { type: 'hold.added', holdId: 'seen-elsewhere', code: 'housing', recheckOn: '2030-01-01' };
    expect((await api.send(id, version, hold)).status).toBe(200);
    await elsewhere.page.locator(`[data-case="${id}"]`, { hasText: '変更' }).waitFor();
    expect(await button.textContent()).toMatch(/^前回から 1件の変更/);
    await elsewhere.page.reload();
    await button.waitFor();
    expect(await button.textContent()).toMatch(/^前回から 1件の変更/);
    await button.click();
    await elsewhere.page
      .getByRole('dialog')
      .getByText(/止まっている理由.*→.*住まい/)
      .waitFor();
    await elsewhere.context.close();
  });
});

describe('who else has a case open', () => {
  it('is seen on its card and said with it, until they look elsewhere', async () => {
    const nurse = await program.signIn('dsn@demo', wide);
    const { id } = await childCalled(api, '青木');
    await openBoard(doctor.page);
    await openBoard(nurse.page);
    await doctor.page.getByText(/^見ている人:松本/).waitFor({ state: 'attached' });
    await nurse.page.locator(`#card-${id}`).click();
    await nurse.page.locator('.side-sheet').waitFor();
    const card = doctor.page.locator(`[data-case="${id}"]`);
    await card.locator('.face').waitFor();
    const words = await doctor.page.locator(`#card-${id}`).evaluate(link => {
      const described = link.getAttribute('aria-describedby') ?? '';
      return document.getElementById(described)?.textContent;
    });
    expect(words).toMatch(/^松本 .*さんが開いています$/);
    expect(await axeFindings(doctor.page), 'a card that somebody has open').toEqual([]);
    expect(await nurse.page.locator(`[data-case="${id}"] .face`).count()).toBe(0);
    await nurse.page.locator('.side-sheet').getByRole('button', { name: '閉じる' }).click();
    await card.locator('.face').waitFor({ state: 'detached' });
    await nurse.context.close();
    await doctor.page.getByText(/^見ている人/).waitFor({ state: 'detached' });
  });
});

// Half of the time of this file goes with waiting for what is cut to be noticed.
describe.runIf(isTurnOf(0) || isTurnOf(3) || isTurnOf(6))('after a gap', () => {
  const written = (n: number) => `つながらない間の記録 ${n}`;
  let noted: string[] = [];
  /** Offline by the browser's own word for the same time, with the board and one case open. */
  let away: Person;
  let awayLine: Line;
  let story: Page;
  let saidWithoutWire: () => Promise<unknown[]>;
  let saidOffline: () => Promise<unknown[]>;
  const findings: string[] = [];

  beforeAll(async () => {
    awayLine = await openLine(portOf(program.url));
    away = await signInAs(program.browser, awayLine.url, 'doctor@demo', wide);
    const { page } = doctor;
    await openBoard(page);
    await openBoard(away.page);
    const [child = ''] = await shownIds();
    story = await away.context.newPage();
    await story.goto(`${awayLine.url}/cases/${child}`);
    await story.locator('.timeline').first().waitFor();
    saidWithoutWire = await strips(page);
    saidOffline = await strips(away.page);

    line.cut();
    awayLine.cut();
    await away.context.setOffline(true);
    await happen(7, 'without-a-wire');
    noted = [1, 2, 3, 4, 5, 6, 7].map(written);
    for (const note of noted) expect((await api.send(child, '*', { type: 'note.added', note })).status).toBe(200);
    await page.locator('[data-connection="waiting"]', { hasText: '再接続中' }).waitFor();
    findings.push(...(await axeFindings(page)));
    await away.page.locator('[data-connection="offline"]', { hasText: 'オフライン' }).waitFor();
    findings.push(...(await axeFindings(away.page)));
    await page.locator('[data-connection="stale"]').waitFor({ timeout: 35_000 });
    findings.push(...(await axeFindings(page)));
  });
  afterAll(async () => {
    await away?.context.close();
    awayLine?.close();
  });

  it('of half a minute without a wire, what it says comes in order and the board equals a fresh one', async () => {
    const { page } = doctor;
    line.mend();
    await look(page);
    await page.locator('[data-connection="back"]').waitFor({ timeout: 20_000 });
    const said = await saidWithoutWire();
    const waiting = ['waiting', expect.stringMatching(/^つながりを待っています。表示は\d\d:\d\d時点です。$/)];
    expect(said).toEqual([
      waiting,
      ['stale', expect.stringMatching(/^\d\d:\d\d 時点の表示です。再接続しています。$/)],
      // By HTTP what is shown may be right again before the socket is back: then it is waited for once more.
      ...(said.length === 5 ? [waiting] : []),
      ['catchingUp', '更新を取り込んでいます…'],
      ['back', expect.stringMatching(/^最新になりました。離れていた間に7件変わりました。/)],
    ]);
    expect([...findings, ...(await axeFindings(page))]).toEqual([]);
    await equalsFreshBoard(doctor);
  });

  it('offline, nothing that happened is missing: neither on the board nor in the case (Medplum #4586)', async () => {
    awayLine.mend();
    await away.context.setOffline(false);
    await away.page.locator('[data-connection="back"]', { hasText: '接続中' }).waitFor({ timeout: 20_000 });
    const states = (await saidOffline()).map(said => (said as [string])[0]);
    // Between the network's return and the connection's it may say that it connects again, and that it is old.
    expect(states.filter(state => state !== 'waiting' && state !== 'stale')).toEqual(['offline', 'catchingUp', 'back']);
    for (const note of noted) await story.getByText(note, { exact: true }).waitFor();
    await equalsFreshBoard(away);
  });

  it('in which the program was started anew, the board equals a fresh one', async () => {
    const { page } = doctor;
    await openBoard(page);
    line.cut();
    await program.restart();
    const ids = await happen(3, 'while-away');
    // A gap shorter than three seconds is not mentioned.
    await page.locator('[data-connection="waiting"]').waitFor();
    line.mend();
    await look(page);
    await page.locator('[data-connection="back"]').waitFor({ timeout: 30_000 });
    for (const id of ids)
      expect(await page.locator(`[data-case="${id}"]`).getAttribute('data-version')).toBe(
        String((await caseNow(api, id)).version),
      );
    await equalsFreshBoard(doctor);
  });

  it('in which the tab was hidden so long that it let go of its connection, the board equals a fresh one', async () => {
    const person = await signInAs(program.browser, line.url, 'doctor@demo', wide);
    const { page } = person;
    await page.clock.install();
    await openBoard(page);
    const show = (state: 'hidden' | 'visible') =>
      page.evaluate(visibility => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
        document.dispatchEvent(new Event('visibilitychange'));
      }, state);
    await show('hidden');
    await page.clock.fastForward('10:01');
    await page.locator('[data-connection="waiting"], [data-connection="stale"]').waitFor();
    await happen(4, 'behind');
    await show('visible');
    await page.locator('[data-connection="back"], [data-connection="on"]').first().waitFor();
    await expect.poll(async () => (await page.locator('.card-changed').count()) >= 4).toBe(true);
    await equalsFreshBoard(person);
    expect([...person.errors, ...doctor.errors]).toEqual([]);
    await person.context.close();
  });
});
