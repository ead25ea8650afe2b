import { addDays } from '@kaerimichi/discharge';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { signIn } from '../product/client.ts';
import { childCalled } from './children.ts';
import { fill } from './forms.ts';
import { tabTo } from './keyboard.ts';
import { openProgram } from './open-program.ts';
import { axeFindings, sidewaysScroll } from './screen-scan.ts';

const program = openProgram();
const caseOf = async (familyName: string) => childCalled(await signIn(program.url, 'dsn@demo'), familyName);
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date());

it('a stage and an arrow of the drawing list each condition as it is today, by mouse and by keys, with what shows it', async () => {
  const { id } = await caseOf('上野');
  const { page, context, errors } = await program.signIn('dsn@demo', { at: `/cases/${id}/path` });
  await page.getByRole('button', { name: '図', exact: true }).click();
  const frame = page.getByRole('region', { name: '図' });
  // Of a stage that lies behind: what its ways ask, met as it was.
  await frame.getByRole('button', { name: /^準備・技術習得 / }).click();
  const found = page.getByRole('heading', { name: '準備・技術習得からの進み方' }).locator('..');
  const evidence = found.getByRole('link', { name: /^根拠の記録を見る:/ }).first();
  await evidence.waitFor();
  expect(await axeFindings(page)).toEqual([]);
  // An arrow by keys: only that way, with what is missing and who has the turn.
  const arrow = frame.getByRole('button', { name: '引き継ぎから退院への条件' });
  await tabTo(page, arrow);
  await page.keyboard.press('Enter');
  const way = page.getByRole('heading', { name: '引き継ぎから退院への条件' }).locator('..');
  await way.getByText(/^次に進む条件 \d+\/\d+$/).waitFor();
  expect(await way.locator('.condition-unmet').count()).toBeGreaterThan(0);
  expect(await arrow.getAttribute('aria-pressed')).toBe('true');
  // The same arrow with the mouse leads on to its entry.
  await frame.getByRole('button', { name: '準備・技術習得から共同カンファへの条件' }).click();
  const shown = page.getByRole('heading', { name: '準備・技術習得から共同カンファへの条件' }).locator('..');
  await shown
    .getByRole('link', { name: /^根拠の記録を見る:/ })
    .first()
    .click();
  await page.waitForURL(({ pathname, search }) => pathname === `/cases/${id}` && search.startsWith('?entry='));
  expect(errors).toEqual([]);
  await context.close();
});

it('an item of a checklist is ticked in the list of tasks with Space, and taken back', async () => {
  const { id, version } = await caseOf('江口');
  const api = await signIn(program.url, 'dsn@demo');
  const { membership } = (await api.get<{ membership: { id: string } }>('/me')).body;
  const check = { id: 'spaceTick', section: 'localCare', what: '物品の置き場所', owner: membership.id };
  const added = { type: 'checklist.itemsAdded', checks: [{ ...check, dueOn: addDays(today(), 1) }] };
  expect((await api.send(id, version, added)).status).toBe(200);
  const { page, context, errors } = await program.signIn('dsn@demo', { at: '/tasks' });
  const row = page.locator(`.task[data-task="${id}"]`, { hasText: '物品の置き場所' });
  await row.locator('.task-link').focus();
  await page.keyboard.press('Space');
  await row.getByText(/^済みにしました /).waitFor();
  await row.getByRole('button', { name: '元に戻す' }).click();
  await page.locator('.task[data-settled]').waitFor({ state: 'detached' });
  // With the mouse, in its box.
  await row.getByRole('checkbox', { name: /^済みにする:K-0077 / }).click();
  await row.getByText(/^済みにしました /).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

it('an exception is asked for from the sheet of the moves, comes to whoever may make it, and its refusal is read there', async () => {
  const { id } = await caseOf('上野');
  const { page, context, errors } = await program.signIn('dsn@demo', { at: `/cases/${id}/next` });
  const condition = (on: Page) => on.locator('.condition-unmet', { hasText: '初回外来の日を決めた' }).first();
  const openSheet = async () => {
    await page.goto(`${program.url}/cases/${id}/next`);
    await page.getByRole('button', { name: /^段階を進める/ }).click();
    return page.getByRole('dialog');
  };
  const sheet = await openSheet();
  await sheet.getByRole('link', { name: '例外の承認を頼む:初回外来の日を決めた' }).click();
  await fill(page, { reason: '外来の枠が来週まで決まらない' });
  await page.locator('main form button[type="submit"]').click();
  await page.waitForURL(`${program.url}/cases/${id}`);
  await openSheet();
  await condition(page)
    .getByText(/返事待ちです$/)
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
  const head = await program.signIn('head@demo', { at: '/tasks' });
  await head.page.getByRole('link', { name: /例外の承認を頼まれています:初回外来の日を決めた/ }).click();
  await head.page.waitForURL(({ pathname }) => pathname === `/cases/${id}/record/requirement.waived`);
  await head.page.goto(`${program.url}/cases/${id}/next`);
  await head.page.getByRole('link', { name: '例外を断る:初回外来の日を決めた' }).click();
  await fill(head.page, { reason: '電話で日を決められます' });
  await head.page.locator('main form button[type="submit"]').click();
  await head.page.waitForURL(`${program.url}/cases/${id}`);
  await head.context.close();
  await openSheet();
  await condition(page)
    .getByText(/^例外は認められませんでした/)
    .waitFor();
  await condition(page)
    .getByRole('link', { name: /^例外の承認を頼む:/ })
    .waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

it('on a telephone of 320 pixels the head of a case leaves room for the page', async () => {
  const { id } = await caseOf('上野');
  const viewport = { width: 320, height: 640 };
  const { page, context } = await program.signIn('dsn@demo', { at: `/cases/${id}`, viewport });
  const head = page.locator('.case-header');
  await head.getByText('あなたの番です').waitFor();
  expect((await head.boundingBox())?.height).toBeLessThanOrEqual(210);
  await context.close();
});

it('columns of the tasks stand where they stand in every other section', async () => {
  const { page, context } = await program.signIn('dsn@demo', { at: '/tasks' });
  await page.locator('.task .task-due').first().waitFor();
  for (const part of ['.task-what', '.task-changes', '.task-due']) {
    const lefts = await page
      .locator(`.task:not([data-settled]) ${part}`)
      .evaluateAll(parts => [...new Set(parts.map(one => Math.round(one.getBoundingClientRect().left)))]);
    expect(lefts, part).toHaveLength(1);
  }
  await context.close();
});

it('a page that cannot be shown has a number, by which the log of the server has it', async () => {
  const { page, context } = await program.signIn('dsn@demo', { at: '/tasks' });
  // A part that answers with what the page cannot read.
  await page.route('**/api/v1/inbox*', route => route.fulfill({ json: { groups: 1 } }));
  await page.goto(`${program.url}/inbox`);
  await page.getByRole('heading', { name: '表示できませんでした' }).waitFor();
  const number = /記録番号 ([0-9A-F]{4}-[0-9A-F]{2})/.exec(
    (await page.getByText(/^記録番号 /).textContent({ timeout: 5_000 })) ?? '',
  )?.[1];
  expect(number).toBeDefined();
  await expect.poll(() => program.product.log()).toContain(`"recordNumber":"${number}"`);
  await context.close();
});

it('an outline is put into a note at the caret by keys, and Escape closes what offers them', async () => {
  const { id } = await caseOf('上野');
  const { page, context, errors } = await program.signIn('dsn@demo', { at: `/cases/${id}` });
  const note = page.getByLabel(/^書き込む/).first();
  await note.fill('夜の電話');
  const offer = page.getByRole('button', { name: 'ひな型を入れる' }).first();
  await tabTo(page, offer);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  expect(await offer.getAttribute('aria-expanded')).toBe('false');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: '申し送り', exact: true }));
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect.poll(() => note.inputValue()).toBe('夜の電話\n状況:\n背景:\n判断:\nお願いしたいこと:');
  await expect.poll(() => note.evaluate(field => field === document.activeElement)).toBe(true);
  await page.keyboard.type('SpO2');
  expect(await note.inputValue()).toContain('状況:SpO2\n');
  expect(errors).toEqual([]);
  await context.close();
});

it('the statement of accessibility is read before signing in, on a telephone too', async () => {
  const context = await program.browser.newContext({ locale: 'ja-JP', viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  await page.goto(`${program.url}/login`);
  await page.getByRole('link', { name: 'アクセシビリティ' }).click();
  await page.getByRole('heading', { name: 'まだできていないこと・確かめていないこと' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
  await context.close();
});
