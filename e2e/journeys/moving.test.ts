import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { worlds } from '../product/product.ts';
import type { Person } from './browser.ts';
import { caseNow, childCalled, columnOf, eventsAfter, movesOf } from './children.ts';
import { arrowTo, tabTo } from './keyboard.ts';
import { openProgram } from './open-program.ts';
import { axeFindings } from './screen-scan.ts';
import { closeSheet, readSheet } from './sheet.ts';

const world = 'whole';

const program = openProgram({ world });
let nurse: Person;
let doctor: Person;
let api: Client;
let doctorApi: Client;

const wide = { viewport: { width: 1920, height: 1080 } };

beforeAll(async () => {
  nurse = await program.signIn('dsn@demo', wide);
  doctor = await program.signIn('doctor@demo', wide);
  api = await signIn(program.url, 'dsn@demo');
  doctorApi = await signIn(program.url, 'doctor@demo');
});

const cardOf = (page: Page, id: string) => page.locator(`[data-case="${id}"]`);
const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id);

async function openBoard(page: Page): Promise<void> {
  await page.goto(`${program.url}/board`);
  await page.locator('[data-case]').first().waitFor();
}

/** From the top of the board's page to a card, by keyboard alone. */
async function reachCard(page: Page, id: string): Promise<void> {
  await page.locator('[data-case]').first().waitFor();
  await tabTo(page, page.locator('.card-link[tabindex="0"]'));
  await arrowTo(page, id);
  expect(await focusedId(page)).toBe(`card-${id}`);
}

/** Drags a card with the pointer over everything on its way, and lets go over the middle of a column. */
async function drag(page: Page, id: string, column: string): Promise<void> {
  const from = await cardOf(page, id).boundingBox();
  const to = await page.locator(`[data-column="${column}"]`).boundingBox();
  if (!from || !to) throw new Error(`nothing to drag from or to ${column}`);
  await page.mouse.move(from.x + from.width / 2, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + 40, { steps: 20 });
  await page.mouse.up();
}

/** Everything that a page sends to move or change a case. */
function countWrites(page: Page): () => number {
  let writes = 0;
  page.on('request', request => {
    if (request.method() !== 'GET' && /\/cases\/[^/]+\/events$/.test(new URL(request.url()).pathname)) writes++;
  });
  return () => writes;
}

describe('a move by keyboard alone', () => {
  it('is refused with exactly what the API says, is mended through the links, succeeds, and leaves the focus on the card', async () => {
    const { page } = nurse;
    const { id } = await childCalled(api, '森田');
    await openBoard(page);
    for (const fixed of ['plan.explained', 'plan.handedOver']) {
      await reachCard(page, id);
      await page.keyboard.press('m');
      const forward = (await movesOf(api, id)).find(move => move.forward);
      const said = await readSheet(page);
      expect(said.unmet).toEqual(forward?.reasons.map(({ text }) => text));
      expect(said.isButtonOn).toBe(false);
      const reason = forward?.reasons[0];
      expect(reason?.fix?.route).toContain(fixed);
      await tabTo(page, page.getByRole('dialog').getByRole('link', { name: `記録する:${reason?.text}` }));
      await page.keyboard.press('Enter');
      await page.waitForURL(url => url.pathname.endsWith(`/record/${fixed}`));
      await tabTo(page, page.locator('main form button[type="submit"]'));
      await page.keyboard.press('Enter');
      await page.waitForURL(url => url.pathname === `/cases/${id}`);
      await tabTo(page, page.getByRole('link', { name: '連携ボード' }).first());
      await page.keyboard.press('Enter');
    }
    await reachCard(page, id);
    await page.keyboard.press('m');
    expect(await readSheet(page)).toMatchObject({ unmet: [], isButtonOn: true });
    expect(await axeFindings(page), 'sheet of a possible move').toEqual([]);
    await tabTo(page, page.getByRole('dialog').locator('button[type="submit"]'));
    await page.keyboard.press('Enter');
    await expect.poll(() => columnOf(page, id)).toBe('preparation');
    await expect.poll(() => focusedId(page)).toBe(`card-${id}`);
    expect((await caseNow(api, id)).stage).toBe('preparing');
  });

  it('becomes possible in the open sheet when the doctor, also by keyboard, supplies what is missing', async () => {
    const { id } = await childCalled(api, '石井');
    const { page } = nurse;
    await openBoard(page);
    await reachCard(page, id);
    await page.keyboard.press('m');
    const forward = (await movesOf(api, id)).find(move => move.forward);
    expect(forward?.reasons.map(({ code }) => code)).toEqual(['minutesApproved', 'trainingReady']);
    expect((await readSheet(page)).unmet).toEqual(forward?.reasons.map(({ text }) => text));
    expect(await axeFindings(page), 'sheet of a blocked move').toEqual([]);

    const alone = { procedure: 'suctionTracheal', caregiver: 'father', level: 4 };
    const { version: before } = await caseNow(api, id);
    expect((await api.send(id, before, { type: 'skill.assessed', ...alone })).status).toBe(200);
    await expect.poll(async () => (await readSheet(page)).unmet).toEqual([forward?.reasons[0]?.text]);

    const { page: other } = doctor;
    await openBoard(other);
    await reachCard(other, id);
    await other.keyboard.press('Shift+Enter');
    await other.waitForURL(url => url.pathname === `/cases/${id}`);
    await tabTo(other, other.getByRole('navigation', { name: 'ケースの内容' }).getByRole('link', { name: '記録' }));
    await other.keyboard.press('Enter');
    await tabTo(other, other.getByRole('link', { name: '議事録を承認する' }).first());
    await other.keyboard.press('Enter');
    await other.waitForURL(url => url.pathname.endsWith('/record/minutes.approved'));
    // The link from the open condition has chosen the meeting: what is approved stands beside the button.
    await other.locator('main form').getByText('吸引は父も「ひとりで」になってから退院する').waitFor();
    await tabTo(other, other.locator('main form button[type="submit"]'));
    await other.keyboard.press('Enter');
    await other.waitForURL(url => url.pathname === `/cases/${id}`);

    await expect.poll(async () => (await readSheet(page)).isButtonOn).toBe(true);
    const { version } = await caseNow(api, id);
    await tabTo(page, page.getByRole('dialog').locator('button[type="submit"]'));
    await page.keyboard.press('Enter');
    await expect.poll(() => columnOf(page, id)).toBe('handoff');
    await expect.poll(() => focusedId(page)).toBe(`card-${id}`);
    expect((await eventsAfter(api, { id, version })).map(({ type }) => type)).toEqual(['preparation.closed']);
  });
});

describe('a drag', () => {
  it('onto a column whose conditions are not met opens the same sheet as the key, and changes nothing', async () => {
    const { page } = nurse;
    const { id, version } = await childCalled(api, '上野');
    await openBoard(page);
    await cardOf(page, id).getByRole('link').first().focus();
    await page.keyboard.press('m');
    const byKey = await readSheet(page);
    expect(byKey.unmet.length).toBeGreaterThan(3);
    await closeSheet(page);
    await drag(page, id, 'discharge');
    expect(await readSheet(page)).toEqual(byKey);
    await closeSheet(page);
    expect((await caseNow(api, id)).version).toBe(version);
  });

  it('onto a column that is open writes exactly one entry, once it is confirmed', async () => {
    const { page } = nurse;
    const { id, version } = await childCalled(api, '青木');
    await openBoard(page);
    await drag(page, id, 'conference');
    expect(await readSheet(page)).toMatchObject({ button: '共同カンファへ進める', isButtonOn: true });
    expect((await caseNow(api, id)).version).toBe(version);
    await page.getByRole('dialog').locator('button[type="submit"]').click();
    await expect.poll(() => columnOf(page, id)).toBe('conference');
    expect((await eventsAfter(api, { id, version })).map(({ type }) => type)).toEqual(['conference.convened']);
    await page.getByRole('button', { name: /元に戻す/ }).click();
    await expect.poll(() => columnOf(page, id)).toBe('preparation');
  });

  it('over several columns cannot skip one (Wekan #116)', async () => {
    const { page } = nurse;
    const { id, version } = await childCalled(api, '原');
    const next = await movesOf(api, id);
    expect(next.find(({ forward }) => forward)?.to).toBe('planning');
    await openBoard(page);
    for (const column of ['preparation', 'conference', 'evaluation', 'handoff', 'discharge', 'home', 'adult']) {
      await drag(page, id, column);
      const said = await readSheet(page);
      await page.getByRole('dialog').getByText('その段階へはここから直接は進めません').waitFor();
      expect(said.moves).toHaveLength(next.length);
      await closeSheet(page);
      expect(await columnOf(page, id), column).toBe('assessment');
    }
    const forced = await api.send(id, version, { type: 'preparation.closed' });
    expect([forced.status, forced.body.code]).toEqual([409, 'wrong-stage']);
    // Taken up and put down again where it stood: nothing was meant, nothing opens.
    await drag(page, id, 'assessment');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect((await caseNow(api, id)).version).toBe(version);
  });
});

describe('the ways to move a case', () => {
  it('are the moves that the sheet lists, and no other (CARE #760)', async () => {
    const { page } = nurse;
    const writes = countWrites(page);
    await openBoard(page);
    const ids = await page.$$eval('[data-case]', cards => cards.map(card => card.getAttribute('data-case') ?? ''));
    expect(ids).toHaveLength(worlds[world].cards);
    const before = await Promise.all(ids.map(id => caseNow(api, id)));
    for (const id of ids) {
      await cardOf(page, id).locator('.card-move').click();
      const { moves } = await readSheet(page);
      const left = await movesOf(api, id);
      for (const { name, isReady } of moves) {
        const at = left.findIndex(
          ({ label, enabled }) => enabled === isReady && (name === label || name.startsWith(`${label}(`)),
        );
        expect(at, `${name} of ${id} is a move of the API`).toBeGreaterThanOrEqual(0);
        left.splice(at, 1);
      }
      expect(left, `moves of ${id} that the sheet does not list`).toEqual([]);
      await closeSheet(page);
      // A card has its link and this button, nothing else that could act.
      expect(await cardOf(page, id).locator('a, button, input, select').count()).toBe(2);
    }
    await tryEveryKey(page, ids[0] ?? '');
    for (const column of ['intake', 'assessment', 'preparation', 'home']) {
      await openBoard(page);
      await drag(page, ids[0] ?? '', column);
      await page.keyboard.press('Escape');
    }
    expect(writes()).toBe(0);
    expect(await Promise.all(ids.map(id => caseNow(api, id)))).toEqual(before);
  });

  it('give the same decision by drag, button, key and API (CARE #781)', async () => {
    const blocked = await childCalled(api, '木村');
    const open = await childCalled(api, '青木');
    for (const [child, column] of [
      [blocked, 'assessment'],
      [open, 'conference'],
    ] as const) {
      const [first, ...others] = await sheetsOf(nurse.page, child.id, column);
      for (const other of others) expect(other).toEqual(first);
      const forward = (await movesOf(api, child.id)).find(move => move.forward);
      expect(first?.unmet).toEqual(forward?.reasons.map(({ text }) => text));
      expect(first?.isButtonOn).toBe(forward?.enabled);
      const answer = await api.send(child.id, child.version, { type: forward?.event });
      const reasons = answer.body.reasons?.map(({ code }) => code) ?? [];
      expect(reasons).toEqual(forward?.reasons.map(({ code }) => code));
      expect(answer.status).toBe(forward?.enabled ? 200 : 409);
      expect((await caseNow(api, child.id)).stage).toBe(forward?.enabled ? forward.to : child.stage);
    }
    // A role that may not make the move is not offered it in any of the ways, and refused by the API.
    const { id, version } = await childCalled(api, '森田');
    for (const { moves } of await sheetsOf(doctor.page, id, 'conference'))
      expect(moves.map(({ name }) => name)).not.toContain('共同カンファへ進める');
    expect((await doctorApi.send(id, version, { type: 'conference.convened' })).status).toBe(403);
  });
});

/** Opens the sheet: named after its conditions for whoever has no way on. */
const MOVES = /^(段階を進める|いまの条件を見る)$/;

/** What the sheet says however it is opened: drag, button on the card, key, side sheet, case page. */
async function sheetsOf(page: Page, id: string, column: string) {
  const found = [];
  await openBoard(page);
  const ways = [
    () => drag(page, id, column),
    () => cardOf(page, id).locator('.card-move').click(),
    async () => {
      await cardOf(page, id).getByRole('link').first().focus();
      await page.keyboard.press('m');
    },
    async () => {
      // The sheet that was closed gives the focus back to the card.
      await expect.poll(() => focusedId(page)).toBe(`card-${id}`);
      await page.keyboard.press('Enter');
      await page.locator('.side-sheet').getByRole('button', { name: MOVES }).click();
    },
    async () => {
      await page.goto(`${program.url}/cases/${id}`);
      await page.getByRole('button', { name: MOVES }).click();
    },
  ];
  for (const open of ways) {
    await open();
    found.push(await readSheet(page));
    await closeSheet(page);
  }
  return found;
}

/** Every key that a hand may fall on, with a card in focus; whatever opens is left again. */
async function tryEveryKey(page: Page, id: string): Promise<void> {
  const keys = [
    ...'befgijklmnoprstuvwyz0123456789[]',
    'Delete',
    'Backspace',
    'Space',
    'PageDown',
    'Control+ArrowRight',
  ];
  await cardOf(page, id).getByRole('link').first().focus();
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.keyboard.press('Escape');
    await cardOf(page, id).getByRole('link').first().focus();
  }
}
