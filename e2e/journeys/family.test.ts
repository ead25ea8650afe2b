import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { openProgram } from './open-program.ts';
import { axeFindings, isDrawn, rawCodes, sidewaysScroll, smallTargets, visit } from './screen-scan.ts';

const program = openProgram();
const phone = { locale: 'ja-JP', viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' as const };
const WITHIN_MS = 2_000;

/** A child in hospital with a telephone for the night. */
async function aChild(nurse: Client): Promise<string> {
  const child = { lead: 'org-kodomo', familyName: '試谷', givenName: 'ことは', bornOn: '2024-03-07' };
  const { body } = await nurse.post<{ id: string }>('/cases', { ...child, reason: '自宅へ帰るため', origin: 'ward' });
  const contact = { type: 'contacts.recorded', when: 'night', contact: '病棟の当直 045-000-0102' };
  expect((await nurse.send(body.id, 1, contact)).status).toBe(200);
  return body.id;
}

const findingsOf = async (page: Page): Promise<unknown[]> => [
  ...(await axeFindings(page)),
  ...((await sidewaysScroll(page)) > 0 ? ['scrolls sideways'] : []),
  ...(await smallTargets(page, 44)),
  ...(await rawCodes(page)),
];

/** Fills the form of the invitation, and reads the code off the paper. */
async function invitedOn(page: Page): Promise<string> {
  await page.getByRole('button', { name: '家族を招待する' }).click();
  await page.getByRole('button', { name: '招待の紙を作る' }).click();
  await page.getByText('続柄を選んでください。').waitFor();
  await page.getByLabel(/続柄/).selectOption('mother');
  await page.getByRole('radio', { name: 'ありません' }).check();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '招待の紙を作る' }).click();
  return codeOn(page, 'かえりみち ご家族のページへの招待');
}

/** The code on the paper, which is closed then; no word on it is the child's. */
async function codeOn(page: Page, title: string): Promise<string> {
  const slip = page.getByRole('region', { name: title });
  const paper = await slip.innerText();
  expect(paper).toContain(`${new URL(page.url()).origin}/join`);
  for (const word of ['試谷', 'ことは']) expect(paper).not.toContain(word);
  // A case number; the code of the invitation may have a K before its hyphen too.
  expect(paper).not.toMatch(/\bK-\d/);
  const code = await slip.locator('.slip-code').innerText();
  expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  await page.getByRole('button', { name: '渡したので閉じる' }).click();
  return code;
}

/** Whoever forgot the password comes back by a new code. */
async function comeBack(lead: Page, page: Page): Promise<void> {
  await lead.getByRole('button', { name: 'パスワードを忘れたとき:母 試谷 まいさん' }).click();
  expect(await axeFindings(lead)).toEqual([]);
  await lead.getByRole('button', { name: 'コードの紙を作る' }).click();
  const code = await codeOn(lead, 'かえりみち ご家族のページの新しいパスワード');
  await lead.getByText('新しいコード:未使用').waitFor();
  await page.goto(`${program.url}/join`);
  await page.getByLabel(/Code/).fill(code);
  await page.getByLabel(/birth date/).fill('R6.3.7');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('Sign-in name: mai').waitFor();
  await page.locator('input[type="password"]').fill('あたらしい朝の散歩とみかん');
  expect(await findingsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Use this password' }).click();
  await page.waitForURL(`${program.url}/family`);
  await lead.getByText('新しいコード:未使用').waitFor({ state: 'detached' });
}

/** What is taken away leaves the open page. */
async function narrowed(lead: Page, page: Page): Promise<void> {
  await lead.getByRole('button', { name: '範囲と期間を変える:母 試谷 まいさん' }).click();
  expect(await lead.getByRole('radio', { name: 'ありません' }).isChecked()).toBe(true);
  await lead.getByRole('checkbox', { name: /^計画/ }).uncheck();
  expect(await axeFindings(lead)).toEqual([]);
  await lead.getByRole('button', { name: '変更を保存する' }).click();
  await lead.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('2030/2/1').waitFor({ state: 'detached', timeout: WITHIN_MS });
  await page.locator('a[href="tel:0450000102"]').waitFor();
}

async function joinBy(page: Page, code: string): Promise<void> {
  await page.goto(`${program.url}/join`);
  const fill = async (typed: string, born: string) => {
    await page.getByLabel(/招待コード/).fill(typed);
    await page.getByLabel(/お子さんの生年月日/).fill(born);
    await page.getByRole('button', { name: '次へ' }).click();
  };
  await fill(code, 'R6.3.8');
  await page.getByRole('alert').getByText('招待コードか生年月日が合いません').waitFor();
  expect(await findingsOf(page)).toEqual([]);
  await fill(code.toLowerCase().replaceAll('-', ''), 'R6.3.7');
  await page.getByLabel(/あなたのお名前/).fill('試谷 まい');
  await page.getByLabel(/ログイン名/).fill('mai');
  await page.locator('input[type="password"]').fill('ひつじとゆうやけの台所とふね');
  expect(await findingsOf(page)).toEqual([]);
  expect(page.url()).toBe(`${program.url}/join`);
  await page.getByRole('button', { name: 'はじめる' }).click();
  await page.waitForURL(`${program.url}/family`);
}

describe('a family', () => {
  it('is invited on paper, comes in by code and birth date, reads its five steps, and is out once it is withdrawn', async () => {
    const nurse = await signIn(program.url, 'dsn@demo');
    const id = await aChild(nurse);
    const lead = await program.signIn('dsn@demo', { reducedMotion: 'reduce' });
    await visit(lead.page, `/cases/${id}/sharing`);
    const code = await invitedOn(lead.page);
    await lead.page.getByText('返事待ち').waitFor();

    const context = await program.browser.newContext(phone);
    const page = await context.newPage();
    await joinBy(page, code);
    await isDrawn(page);
    expect(await page.locator('h2').allInnerTexts()).toHaveLength(5);
    expect(await page.locator('[aria-current="step"]').innerText()).toContain('いまここ');
    expect(await page.locator('a[href="tel:0450000102"]').count()).toBe(1);
    // By day nobody is recorded yet, which is said.
    await page.getByText('まだここにありません').first().waitFor();
    expect(await page.locator('ruby').count()).toBeGreaterThan(20);
    expect(await page.title()).not.toMatch(/試谷|ことは/);
    expect(await findingsOf(page)).toEqual([]);
    await lead.page.getByText('試谷 まいさん').waitFor();
    await lead.page.getByText('参加中').waitFor();

    // What the hospital records is there without a reload.
    const planned = {
      type: 'conference.planned',
      conferenceId: 'k-1',
      conferenceKind: 'joint',
      plannedOn: '2030-02-01',
    };
    expect((await nurse.send(id, 2, planned)).status).toBe(200);
    await page.getByText('2030/2/1').waitFor();
    await page.getByRole('button', { name: 'ふりがなを消す' }).click();
    expect(await page.locator('ruby').count()).toBe(0);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: '1 Where we are now' }).waitFor();
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await findingsOf(page)).toEqual([]);
    await visit(page, `/cases/${id}`);
    expect(await page.locator('main').innerText()).not.toContain('試谷');
    await visit(page, '/family');
    await page.getByText('2030/2/1').waitFor();

    await comeBack(lead.page, page);
    await page.getByText('2030/2/1').waitFor();
    await narrowed(lead.page, page);
    const telephone = page.locator('a[href="tel:0450000102"]');
    await lead.page.getByRole('button', { name: '取り消す:母 試谷 まいさん' }).click();
    await lead.page.getByRole('button', { name: '招待を取り消す' }).click();
    await lead.page.getByText('取り消し済み').waitFor();
    const began = Date.now();
    await telephone.waitFor({ state: 'detached', timeout: WITHIN_MS });
    expect(Date.now() - began).toBeLessThan(WITHIN_MS);
    expect(await page.locator('body').innerText()).not.toContain('ことは');
    // Whom to call is the house that leads: nobody is left with a password that opens nothing.
    await page.getByText('this page can no longer be used').waitFor();
    await page.locator('a[href="tel:0450000201"]').waitFor();
    expect(lead.errors).toEqual([]);
    await context.close();
    await lead.context.close();
  });

  it('of the demo lands on the page of its own child, closes its task, and finds nobody else', async () => {
    const { page, context, errors } = await program.signIn('family@demo', phone);
    await page.waitForURL(`${program.url}/family`);
    await isDrawn(page);
    expect(await findingsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '家の電気の契約を確かめるを終わりにする' }).click();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.locator('.note-done').count()).toBe(0);
    await page.getByRole('button', { name: '確かめた。終わりました' }).click();
    await page.locator('.note-done').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page
      .getByRole('button', { name: /に知らせるのをやめる$/ })
      .first()
      .click();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '知らせるのをやめる', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const links = await page.locator('nav a').evaluateAll(all => all.map(link => link.getAttribute('href')));
    expect(new Set(links)).toEqual(new Set(['/family']));
    expect(await page.locator('body').innerText()).not.toMatch(/青木|上野|江口|加藤|大野/);
    expect(errors).toEqual([]);
    await context.close();
  });
});
