import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { type Person, signInAs } from './browser.ts';
import { caseNow, childCalled, eventsAfter, movesOf } from './children.ts';
import { type Line, openLine } from './line.ts';
import { openProgram } from './open-program.ts';
import { axeFindings } from './screen-scan.ts';
import { readSheet } from './sheet.ts';

const program = openProgram({ world: 'whole' });
let line: Line;
let api: Client;
let nurse: Person;
/** Works on the same children, over a wire whose live connection can be cut. */
let head: Person;

beforeAll(async () => {
  line = await openLine(Number(new URL(program.url).port));
  api = await signIn(program.url, 'dsn@demo');
  nurse = await program.signIn('dsn@demo');
  head = await signInAs(program.browser, line.url, 'head@demo');
});
afterAll(async () => {
  line?.close();
});

const submitOf = (page: Page) => page.getByRole('dialog').locator('button[type="submit"]');
const alertOf = (page: Page) => page.locator('.note-soon[role="alert"]');

async function openSheet({ page }: Person, id: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/cases/${id}`);
  await page.getByRole('button', { name: '段階を進める' }).click();
  await submitOf(page).waitFor();
}

/** What a conflict must say: when, who and what since a version, and that one's own was not carried out. */
async function namedConflict(id: string, version: number, mine: string): Promise<RegExp> {
  const [first] = await eventsAfter(api, { id, version });
  const who = `\\d\\d:\\d\\dに${first?.by.name}さんが先に変更しました.「${first?.label}」`;
  return new RegExp(`${who}。.*あなたの操作.「${mine}」.は行っていません。`, 's');
}

describe('two people who open the same move', () => {
  const convene = '共同カンファへ進める';

  it('the second is told who was faster, when and with what, while the sheet is open; nothing is done', async () => {
    const { id, version } = await childCalled(api, '青木');
    await openSheet(nurse, id);
    await openSheet(head, id);
    await submitOf(nurse.page).click();
    await expect.poll(async () => (await caseNow(api, id)).stage).toBe('jointConference');

    await alertOf(head.page).waitFor();
    await expect
      .poll(() => alertOf(head.page).innerText(), { timeout: 10_000 })
      .toMatch(await namedConflict(id, version, convene));
    expect(await axeFindings(head.page), 'sheet with a conflict').toEqual([]);
    // What stood under the hand still stands there, and does nothing.
    expect(await readSheet(head.page)).toMatchObject({ button: convene, isButtonOn: false });
    await submitOf(head.page).click({ force: true });
    expect((await eventsAfter(api, { id, version })).map(({ type }) => type)).toEqual(['conference.convened']);

    await head.page.getByRole('button', { name: 'いまの状態を見る' }).click();
    await alertOf(head.page).waitFor({ state: 'detached' });
    expect((await readSheet(head.page)).moves).toHaveLength((await movesOf(api, id)).length);
  });

  it('the second is told the same by the server’s refusal when no live connection warned it', async () => {
    const { id, version } = await childCalled(api, '青木');
    const back = '準備・技術習得へ戻す';
    await openSheet(head, id);
    line.cutLive();
    await head.page.getByRole('dialog').getByText(back).first().click();
    await head.page.locator('#field-reason').fill('手技をもう一度確かめる');
    await openSheet(nurse, id);
    await nurse.page.getByRole('dialog').getByText(back).first().click();
    await nurse.page.locator('#field-reason').fill('機器が届いていない');
    await submitOf(nurse.page).click();
    await expect.poll(async () => (await caseNow(api, id)).stage).toBe('preparing');

    await submitOf(head.page).click();
    await alertOf(head.page).waitFor();
    await expect
      .poll(() => alertOf(head.page).innerText(), { timeout: 10_000 })
      .toMatch(await namedConflict(id, version, back));
    expect(await axeFindings(head.page), 'sheet with a refused conflict').toEqual([]);
    expect(await head.page.locator('#field-reason').inputValue()).toBe('手技をもう一度確かめる');
    expect((await eventsAfter(api, { id, version })).map(({ type }) => type)).toEqual(['preparation.resumed']);
    line.mend();
  });

  it('of two who press at the same moment one moves the case, and the other is told', async () => {
    const { id, version } = await childCalled(api, '青木');
    await openSheet(nurse, id);
    await openSheet(head, id);
    await Promise.all([nurse, head].map(({ page }) => submitOf(page).click()));
    await expect.poll(async () => (await alertOf(nurse.page).count()) + (await alertOf(head.page).count())).toBe(1);
    expect((await eventsAfter(api, { id, version })).map(({ type }) => type)).toEqual(['conference.convened']);
  });
});

describe('two people who write the same form', () => {
  const goal = '#field-goal';
  const problems = '#field-problems';

  async function openPlan({ page }: Person, id: string): Promise<void> {
    await page.goto(`${new URL(page.url()).origin}/cases/${id}/record/plan.written`);
    await page.locator(goal).waitFor();
  }
  const submit = (page: Page) => page.locator('main form button[type="submit"]').click();
  const recorded = (page: Page, id: string) => page.waitForURL(url => url.pathname === `/cases/${id}`);
  const lastPlan = async (id: string, version: number) => (await eventsAfter(api, { id, version })).at(-1);

  it('keep both contents without a word when each changed other fields', async () => {
    const { id, version } = await childCalled(api, '森田');
    await openPlan(nurse, id);
    await openPlan(head, id);
    await nurse.page.locator('input[name="field-school"][value="true"]').check();
    await nurse.page.locator(goal).fill('家で眠れるようにする。');
    // Until she has sent it the other one is told, and waits for a press at most.
    await head.page.getByText(/^松本.+さんが\d\d:\d\dから編集中です。/).waitFor();
    expect(await head.page.locator(problems).isDisabled()).toBe(true);
    expect(await axeFindings(head.page), 'a form that somebody else fills in').toEqual([]);
    await head.page.getByRole('button', { name: '同時に編集する' }).click();
    expect(await head.page.locator(problems).isDisabled()).toBe(false);
    await submit(nurse.page);
    await recorded(nurse.page, id);
    await head.page.getByText(/から同じところを編集中です/).waitFor({ state: 'detached' });

    await head.page.locator(problems).fill('夜間の吸引の回数が多い。');
    await submit(head.page);
    await recorded(head.page, id);
    const events = await eventsAfter(api, { id, version });
    expect(events.map(({ type }) => type)).toEqual(['plan.written', 'plan.written']);
    expect(events[1]).toMatchObject({
      body: { school: true },
      texts: { goal: '家で眠れるようにする。', problems: '夜間の吸引の回数が多い。' },
    });
  });

  it('are asked about the fields that both changed, and about no other; nothing typed is lost', async () => {
    const { id, version } = await childCalled(api, '森田');
    const { page } = head;
    await openPlan(nurse, id);
    await openPlan(head, id);
    await nurse.page.locator(goal).fill('家族と家で過ごす。');
    await nurse.page.locator('input[name="field-destination"][value="facility"]').check();
    await nurse.page.locator('input[name="field-school"][value="false"]').check();
    await submit(nurse.page);
    await recorded(nurse.page, id);

    await page.locator(goal).fill('きょうだいと家で過ごす。');
    await page.locator('input[name="field-destination"][value="hospital"]').check();
    await page.locator(problems).fill('停電のときの電源。');
    await submit(page);
    await alertOf(page).waitFor();
    await expect
      .poll(() => alertOf(page).innerText(), { timeout: 10_000 })
      .toMatch(await namedConflict(id, version, '退院支援計画書を作る・改める'));
    const chooser = page.locator('section', { has: page.locator('#choose-title') });
    expect(await chooser.locator('legend').allInnerTexts()).toEqual([
      expect.stringContaining('退院先'),
      expect.stringContaining('目標・支援の概要'),
    ]);
    expect(await chooser.evaluate(element => element === document.activeElement)).toBe(true);
    expect(await chooser.locator('input:checked').count(), 'nothing is chosen beforehand').toBe(0);
    expect(await chooser.locator('del').allInnerTexts()).toContain('家族');
    expect(await chooser.locator('ins').allInnerTexts()).toContain('きょうだい');
    expect(await axeFindings(page), 'form with a conflict').toEqual([]);

    await submit(page);
    await page.locator('.error-summary').getByText('のどれを残すか選んでください').first().waitFor();
    expect((await eventsAfter(api, { id, version })).map(({ type }) => type)).toEqual(['plan.written']);
    await chooser.getByLabel('相手の内容:施設').check();
    await chooser.getByLabel('両方つなげる').check();
    expect(await page.locator(goal).inputValue()).toBe('家族と家で過ごす。\nきょうだいと家で過ごす。');
    expect(await page.locator(problems).inputValue()).toBe('停電のときの電源。');
    await submit(page);
    await recorded(page, id);
    expect(await lastPlan(id, version)).toMatchObject({
      body: { destination: 'facility', school: false },
      texts: { goal: '家族と家で過ごす。\nきょうだいと家で過ごす。', problems: '停電のときの電源。' },
    });
  });

  it('are not asked when what happened meanwhile was about something else: it is sent again, once', async () => {
    const { id, version } = await childCalled(api, '森田');
    const { page } = head;
    await openPlan(head, id);
    await page.locator(goal).fill('春までに家へ帰る。');
    expect((await api.send(id, version, { type: 'whereabouts.recorded', place: 'away' })).status).toBe(200);
    const sent: (string | undefined)[] = [];
    page.on('request', request => {
      if (request.method() === 'POST' && request.url().endsWith('/events')) sent.push(request.headers()['if-match']);
    });
    await submit(page);
    await recorded(page, id);
    expect(sent).toEqual([`"${version}"`, `"${version + 1}"`]);
    const events = await eventsAfter(api, { id, version });
    expect(events.map(({ type }) => type)).toEqual(['whereabouts.recorded', 'plan.written']);
    expect([...nurse.errors, ...head.errors]).toEqual([]);
  });
});
