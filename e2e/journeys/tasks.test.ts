import pg from 'pg';
import type { Locator, Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { signIn } from '../product/client.ts';
import { startMailbox } from '../product/mailbox.ts';
import { demoPassword } from '../product/product.ts';
import { startReceiver } from '../product/receiver.ts';
import { caseNow, childCalled } from './children.ts';
import { fill } from './forms.ts';
import { tabTo } from './keyboard.ts';
import { openProgram } from './open-program.ts';
import { axeFindings, isDrawn, rawCodes, sidewaysScroll, smallTargets } from './screen-scan.ts';

const mailbox = await startMailbox();
afterAll(() => mailbox.stop());
/** Invented for this test. */
const vapid = {
  VAPID_PUBLIC_KEY: 'BAXUBolB_fGdvdJ3J7N-yYZuNQHKO0klSWVhCXvnolYP5bSKcCKnRsmZ1he5BTxkKRWJzwWtiuwOa3k9buwFmgI',
  VAPID_PRIVATE_KEY: 'l_bFgPGmOVPhtNY_TSOx_ZaQw0vxI_8dMfN0csdQ6FU',
  VAPID_SUBJECT: 'mailto:it@kaerimichi.example',
};
const mail = { SMTP_URL: mailbox.url, MAIL_FROM: 'かえりみち <no-reply@kaerimichi.example>' };
const program = openProgram({ env: { ...mail, ...vapid, OUTSIDE_LOOPBACK: '1' } });

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

it('tasks are dated, given to a colleague and ticked where they stand, and the history says so', async () => {
  const api = await signIn(program.url, 'dsn@demo');
  const { id, version } = await childCalled(api, '青木');
  const hold = { type: 'hold.added', holdId: 'h-given', code: 'school', recheckOn: todayInTokyo() };
  expect((await api.send(id, version, hold)).status).toBe(200);
  const { page, context, errors } = await program.signIn('dsn@demo', { reducedMotion: 'reduce' });
  await readInInbox(page, id);
  const row = page.locator(`.task[data-task="${id}"][data-kind="hold"]`, { hasText: '学校' });
  // One press ticks what wants no form, and another takes it back.
  await page.getByRole('checkbox', { name: /^済みにする:K-0098 / }).click();
  const ticked = page.locator('.task[data-settled="ticked"]');
  await ticked.getByText(/^済みにしました /).waitFor();
  await ticked.getByRole('button', { name: '元に戻す' }).click();
  await ticked.waitFor({ state: 'detached' });
  // Without a network it waits, and is sent once there is one.
  await context.setOffline(true);
  await page.getByRole('checkbox', { name: /^済みにする:K-0098 / }).click();
  await page
    .locator('.task[data-settled="waiting"]')
    .getByText(/^送信待ち/)
    .waitFor();
  await context.setOffline(false);
  await ticked.getByText(/^済みにしました /).waitFor({ timeout: 30_000 });
  await ticked.getByRole('button', { name: '元に戻す' }).click();
  await ticked.waitFor({ state: 'detached' });
  // Of a hold that is still there Space asks for the day on which it is looked at again.
  await row.locator('.task-link').focus();
  await page.keyboard.press('Space');
  const sheet = page.getByRole('dialog');
  await sheet.getByText('止まっている理由を確かめる(学校・園)', { exact: true }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await sheet.getByLabel(/^新しい期限/).fill('2030-01-10');
  await sheet.getByLabel(/^理由/).fill('面談が来年になった');
  await sheet.getByRole('button', { name: '1件の期限を動かす' }).click();
  await sheet.waitFor({ state: 'detached' });
  await row.getByRole('button', { name: /^経過:K-0151 / }).click();
  await row.getByText('面談が来年になった').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await row.getByRole('button', { name: /^担当を変える:K-0151 / }).click();
  const people = sheet.getByLabel(/^だれに/);
  await people.locator('option', { hasText: '岡田 律子' }).waitFor({ state: 'attached' });
  expect((await people.locator('option').allInnerTexts()).filter(name => /のぞみ|拠点/.test(name))).toEqual([]);
  await sheet.getByLabel('決まった時刻まで(勤務の間)').check();
  await sheet.getByLabel('時刻', { exact: true }).fill('午後11時半');
  await sheet.getByText('23:30', { exact: true }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await sheet.getByLabel('ずっと').check();
  await people.selectOption({ label: await nameIn(people, '岡田 律子') });
  await sheet.getByRole('button', { name: '1件の担当を変える' }).click();
  await row.waitFor({ state: 'detached' });
  // The case says of the day that it was moved, and by whom.
  await page.setViewportSize({ width: 1600, height: 900 });
  await page.goto(`${program.url}/cases/${id}`);
  const moved = page.locator('.case-aside .deadlines li', { hasText: /はじめは.+、1回動いた/ });
  await moved.getByText(/^最後に動かした人:\S+/).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await rawCodes(page)).toEqual([]);
  await page.goto(`${program.url}/tasks?view=morning`);
  await page.locator('.morning-case', { hasText: 'K-0151' }).getByText('タスクの担当を変えた').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
  const head = await program.signIn('head@demo');
  await head.page.locator(`.task[data-task="${id}"]`, { hasText: '学校' }).getByText('担当:岡田 律子').waitFor();
  await head.context.close();
});

it('what is half written is warned of a minute before the session ends, and stands there after the password', async () => {
  const { id: caseId } = await childCalled(await signIn(program.url, 'dsn@demo'), '上野');
  const { page, context, errors } = await program.signIn('dsn@demo', { reducedMotion: 'reduce' });
  // A connection that comes back after the jump would ask the server anew.
  await page.routeWebSocket(/socket\.io/, socket => socket.close());
  await page.route('**/socket.io/**', route => route.abort());
  await page.clock.install();
  await page.goto(`${program.url}/cases/${caseId}/record/note.added`);
  await fill(page, { note: '途中まで書いた' });
  await page.getByText(/^下書き保存 \d\d:\d\d$/).waitFor();
  const warning = page.getByRole('alertdialog', { name: 'まもなく操作を止めます' });
  const stay = warning.getByRole('button', { name: 'このまま続ける' });
  await page.clock.fastForward('13:30');
  expect(await warning.count()).toBe(0);
  await page.clock.fastForward('00:40');
  await expect.poll(() => stay.evaluate(button => button === document.activeElement)).toBe(true);
  expect(await axeFindings(page)).toEqual([]);
  const told = page.waitForRequest(request => new URL(request.url()).pathname.endsWith('/me'));
  await page.keyboard.press('Enter');
  expect((await told).headers()['x-background']).toBeUndefined();
  await warning.waitFor({ state: 'detached' });
  // Nobody is there: at its end the server is asked, which does not count as being there, and the page is locked.
  await page.clock.fastForward('14:10');
  await warning.waitFor();
  await page.evaluate(() => fetch('/api/v1/session', { method: 'DELETE' }));
  const asked = page.waitForRequest(request => new URL(request.url()).pathname.endsWith('/me'));
  await page.clock.fastForward('01:00');
  expect((await asked).headers()['x-background']).toBe('1');
  const lock = page.getByRole('alertdialog', { name: 'ログインが終わりました' });
  await lock.locator('input[autocomplete~="username"]').fill('dsn@demo');
  await lock.locator('input[type="password"]').fill(demoPassword);
  await page.keyboard.press('Enter');
  await lock.waitFor({ state: 'detached' });
  expect(await page.locator('#field-note').inputValue()).toBe('途中まで書いた');
  await page.goto(`${program.url}/tasks`);
  await page.getByRole('button', { name: /^下書きを消す/ }).click();
  expect(errors).toEqual([]);
  await context.close();
});

it('what is new is told by mail, once each, at the address that was confirmed, and names nobody', async () => {
  const api = await signIn(program.url, 'dsn@demo');
  const { id } = await childCalled(api, '江口');
  const { page, context, errors } = await program.signIn('dsn@demo', { viewport: { width: 320, height: 640 } });
  await page.goto(`${program.url}/settings`);
  await page.getByLabel('メールアドレス').fill('dsn@hospital.example');
  await page.keyboard.press('Enter');
  const code = page.getByLabel('届いた6けたの番号');
  await code.fill('1');
  await expect.poll(() => mailbox.arrived.length).toBe(1);
  await code.fill(/\d{6}/.exec(mailbox.arrived[0]?.text ?? '')?.[0] ?? '');
  await page.keyboard.press('Enter');
  await page.getByText('届け先').waitFor();
  expect(mailbox.arrived[0]).toMatchObject({ to: 'dsn@hospital.example', subject: 'かえりみち:メールアドレスの確認' });
  await page.getByLabel('あなたの番のものは、すぐに').check();
  await page.getByRole('group', { name: '送らない時間' }).getByLabel('決めない').check();
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  expect(await smallTargets(page, 44)).toEqual([]);
  expect(await axeFindings(page)).toEqual([]);
  const notices = () => mailbox.arrived.slice(1);
  await expect.poll(() => notices().length).toBe(1);
  // What comes up then is told alone, once it cannot be taken back any more; a choice has it looked for at once.
  const { version, no } = await caseNow(api, id);
  const hold = { type: 'hold.added', holdId: 'h-mailed', code: 'housing', recheckOn: todayInTokyo() };
  expect((await api.send(id, version, hold)).status).toBe(200);
  const changes = page.getByLabel(/^変更のお知らせ/);
  const lookAgain = async () => {
    await changes.setChecked(!(await changes.isChecked()));
    return notices().length;
  };
  await expect.poll(lookAgain, { timeout: 30_000, interval: 2_000 }).toBe(2);
  expect(notices()[1]).toMatchObject({ subject: `かえりみち:確認が必要なことが1件あります(${no})` });
  await page.reload();
  await page.getByText(/^最後のメール:.*に送りました。/).waitFor();
  const everything = mailbox.arrived.map(({ raw, subject, text }) => `${raw} ${subject} ${text}`).join();
  expect(everything).not.toMatch(/江口|青木|石井|上野|住まい/);
  expect(errors).toEqual([]);
  await context.close();
});

it('a service of the house is told by webhook once an administrator has registered it, with a secret shown once', async () => {
  const receiver = await startReceiver();
  const { page, context, errors } = await program.signIn('admin@demo', {
    ...{ at: '/admin?part=webhooks', viewport: { width: 320, height: 640 } },
  });
  await page.getByRole('textbox', { name: /^送り先のアドレス/ }).fill('https://10.0.0.1/hook');
  await page.getByRole('button', { name: '加える', exact: true }).click();
  await page.getByText('組織の中や専用のもの').first().waitFor();
  await page.getByRole('textbox', { name: /^送り先のアドレス/ }).fill(`${receiver.url}/hook`);
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  expect(await smallTargets(page, 44)).toEqual([]);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '加える', exact: true }).click();
  const slip = page.getByRole('dialog');
  await slip.getByText(/^whsec_/).waitFor();
  await slip.getByRole('button', { name: '渡したので閉じる' }).click();
  await page.getByRole('button', { name: /^送った記録/ }).click();
  await slip.getByRole('button', { name: '試しに送る' }).click();
  await slip.getByText('届きました').first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(receiver.arrived.map(({ body }) => JSON.parse(String(body)).type)).toContain('test');
  expect(receiver.arrived.map(({ body }) => String(body)).join()).not.toMatch(/[ぁ-ん一-龠]/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^送り先を変える/ }).click();
  await slip.getByRole('button', { name: '送り先を消す' }).click();
  await slip.getByRole('button', { name: 'この送り先を消す' }).click();
  await page.getByText('まだありません。').waitFor();
  expect(errors.filter(error => !error.includes('400'))).toEqual([]);
  await context.close();
  await receiver.stop();
});

it('a browser is told where the program has keys for it, and says why where its push service is not reached', async () => {
  const { page, context } = await program.signIn('dsn@demo', { at: '/settings' });
  await context.grantPermissions(['notifications']);
  await page.getByRole('button', { name: 'このブラウザーで知らせる' }).click();
  await page.getByText('このブラウザーのお知らせの仕組みにつながりません。').waitFor();
  const scopes = () =>
    page.evaluate(async () => {
      const all = await navigator.serviceWorker.getRegistrations();
      return all.map(({ scope, active }) => [new URL(scope).pathname, active?.state]);
    });
  expect(await scopes()).toEqual([['/push/', 'activated']]);
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  expect(await axeFindings(page)).toEqual([]);
  await context.close();
});

it('a mail comes again under the same id, and once, where the program was killed before it knew that it was taken', async () => {
  const api = await signIn(program.url, 'dsn@demo');
  const { id, version } = await childCalled(api, '江口');
  const hold = { type: 'hold.added', holdId: 'h-killed', code: 'school', recheckOn: todayInTokyo() };
  expect((await api.send(id, version, hold)).status).toBe(200);
  const before = mailbox.arrived.length;
  const count = () => mailbox.arrived.length - before;
  let isKilled = false;
  mailbox.onArrival = async () => {
    mailbox.onArrival = () => {};
    await program.product.kill();
    isKilled = true;
  };
  const lookNow = () => onDatabase(`UPDATE notice_look SET next_at = now() - interval '1 second', seen = NULL`);
  await expect.poll(async () => count() || (await lookNow().then(count)), { timeout: 30_000, interval: 1_000 }).toBe(1);
  await expect.poll(() => isKilled).toBe(true);
  await program.restart();
  // The claim of the program that was killed ends by itself after three minutes.
  await onDatabase(`UPDATE outgoing_mail SET claimed_until = now() WHERE state = 'waiting'`);
  await expect.poll(count).toBe(2);
  const [first, second] = mailbox.arrived.slice(before);
  expect(second).toMatchObject({ id: first?.id, to: first?.to, subject: first?.subject, text: first?.text });
  await expect.poll(() => onDatabase(`SELECT FROM outgoing_mail WHERE state = 'waiting'`)).toBe(0);
  await lookNow();
  await expect.poll(() => onDatabase('SELECT FROM notice_look WHERE next_at < now()')).toBe(0);
  expect(count()).toBe(2);
});

/** Rows that a statement found or changed. */
async function onDatabase(text: string): Promise<number> {
  const client = new pg.Client({ connectionString: program.product.connection() });
  await client.connect();
  const { rowCount } = await client.query(text);
  await client.end();
  return rowCount ?? 0;
}

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
