import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { signIn } from '../product/client.ts';
import { caseNow, childCalled } from './children.ts';
import { fill } from './forms.ts';
import { tabTo } from './keyboard.ts';
import { openProgram } from './open-program.ts';
import { axeFindings, isDrawn, rawCodes, sidewaysScroll } from './screen-scan.ts';

const program = openProgram();

it('what one has to do stands in one list, is done by the keyboard alone, and is gone then', async () => {
  const api = await signIn(program.url, 'dsn@demo');
  const { id } = await childCalled(api, '上野');
  const { page, context, errors } = await program.signIn('dsn@demo', { viewport: { width: 390, height: 844 } });
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^マイタスク、あなたの番 \d+件$/ })
    .click();
  await page.getByRole('heading', { level: 1, name: 'マイタスク' }).waitFor();
  await page.locator('.task').first().waitFor();
  await isDrawn(page);
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  expect(await axeFindings(page)).toEqual([]);
  // Somebody writes why a child stands still: the open list follows by itself.
  const { version } = await caseNow(api, id);
  const hold = { type: 'hold.added', holdId: 'h-task', code: 'housing', recheckOn: todayInTokyo() };
  const sent = await api.send(id, version, hold);
  expect(sent.status).toBe(200);
  const row = page.locator(`.task[data-task="${id}"][data-kind="hold"]`, { hasText: '住まい' });
  await tabTo(page, row.locator('.task-link'));
  await page.keyboard.press('Enter');
  await page.waitForURL(url => url.pathname === `/cases/${id}/record/hold.removed`);
  await tabTo(page, page.locator('main form button[type="submit"]'));
  await page.keyboard.press('Enter');
  await page.waitForURL(`${program.url}/cases/${id}`);
  await page.goto(`${program.url}/tasks`);
  await page.locator('.task').first().waitFor();
  expect(await row.count()).toBe(0);
  expect(errors).toEqual([]);
  await context.close();
});

it('a task is given to a colleague by name and its day is moved with a reason, and the history says so', async () => {
  const api = await signIn(program.url, 'dsn@demo');
  const { id, version } = await childCalled(api, '青木');
  const hold = { type: 'hold.added', holdId: 'h-given', code: 'school', recheckOn: todayInTokyo() };
  expect((await api.send(id, version, hold)).status).toBe(200);
  const { page, context, errors } = await program.signIn('dsn@demo', { reducedMotion: 'reduce' });
  await readInInbox(page, id);
  const row = page.locator(`.task[data-task="${id}"][data-kind="hold"]`, { hasText: '学校' });
  await row.getByRole('link', { name: /^期限を動かす:K-0151 / }).waitFor();
  // Whoever looks at a hold again and finds it still there does not have to remove it.
  await row.locator('.task-link').click();
  await page.getByText('まだ続いているときは').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: '次に確かめる日を決める' }).click();
  await page.waitForURL(url => url.pathname === `/cases/${id}/record/task.dueMoved`);
  await page.getByText('止まっている理由を確かめる(学校・園)', { exact: true }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await fill(page, { dueOn: '2030-01-10', reason: '面談が来年になった' });
  await page.locator('main form button[type="submit"]').click();
  await page.waitForURL(`${program.url}/cases/${id}`);
  await page.locator('.entry', { hasText: 'タスクの期限を動かした' }).getByText('面談が来年になった').waitFor();
  await page.goto(`${program.url}/tasks`);
  await row.getByRole('link', { name: /^担当を変える:K-0151 / }).click();
  const people = page.getByLabel(/^担当/);
  // The people come after the form; only those of the own organisation are offered.
  await people.locator('option', { hasText: '岡田 律子' }).waitFor({ state: 'attached' });
  expect((await people.locator('option').allInnerTexts()).filter(name => /のぞみ|拠点/.test(name))).toEqual([]);
  await people.selectOption({ label: await nameIn(people, '岡田 律子') });
  await page.locator('main form button[type="submit"]').click();
  await page.waitForURL(`${program.url}/cases/${id}`);
  await page.locator('.entry', { hasText: 'タスクの担当を変えた' }).getByText('岡田 律子').waitFor();
  expect(await rawCodes(page)).toEqual([]);
  await page.goto(`${program.url}/tasks`);
  await page.locator('.task').first().waitFor();
  expect(await row.count()).toBe(0);
  expect(errors).toEqual([]);
  await context.close();
  const head = await program.signIn('head@demo');
  await head.page.locator(`.task[data-task="${id}"]`, { hasText: '学校' }).getByText('担当:岡田 律子').waitFor();
  await head.context.close();
});

/** What came up is told in 通知, and reading the case clears it, in the list and in the bar. */
async function readInInbox(page: Page, id: string): Promise<void> {
  const bell = page.getByRole('link', { name: /^通知/ });
  const count = async () => Number((await bell.getAttribute('aria-label'))?.match(/\d+/)?.[0] ?? 0);
  await expect.poll(count).toBeGreaterThan(0);
  const before = await count();
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await page.waitForURL(url => url.pathname === '/inbox');
  const group = page.locator(`[data-notice="${id}"]`);
  await group.getByRole('link', { name: /学校/ }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.title()).not.toContain('青木');
  await group.getByRole('link', { name: /^K-0151/ }).click();
  await page.waitForURL(`${program.url}/cases/${id}`);
  await expect.poll(count).toBe(before - 1);
  await page.goBack();
  await page.locator('[data-notice]').first().waitFor();
  expect(await group.count()).toBe(0);
  await page.goto(`${program.url}/tasks`);
}

const nameIn = async (people: Locator, name: string) =>
  (await people.locator('option').allInnerTexts()).find(label => label.includes(name)) ?? name;

const todayInTokyo = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date());
