import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { type Person, picture } from './browser.ts';
import { caseNow } from './children.ts';
import { choose } from './forms.ts';
import { openProgram } from './open-program.ts';
import { axeFindings, rawCodes, sidewaysScroll, smallTargets, visit } from './screen-scan.ts';

const program = openProgram();
let nurse: Client;
let caseId = '';
let no = '';
let desk: Person;
let visitor: Person;
let link = '';

const name = /試丘|かなえ|しおか/;
const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const send = async (client: Client, event: Record<string, unknown>) => {
  const { version } = await caseNow(nurse, caseId);
  const answer = await client.send(caseId, version, event);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
};

beforeAll(async () => {
  nurse = await signIn(program.url, 'dsn@demo');
  const made = await nurse.post<{ id: string; no: string }>('/cases', {
    ...{ lead: 'org-kodomo', familyName: '試丘', givenName: 'かなえ', familyKana: 'しおか', givenKana: 'かなえ' },
    ...{ bornOn: '2024-03-07', needs: ['ventilator', 'tracheostomy'], reason: '自宅へ帰るため', origin: 'ward' },
  });
  ({ id: caseId, no } = made.body);
  await send(nurse, {
    ...{ type: 'consent.recorded', consentId: 'c1', scope: 'recipient', recipient: 'org-nozomi', purpose: 'care' },
    ...{ categories: ['contacts', 'clinical', 'plan'], from: day(0), until: day(300), method: 'paper' },
    givers: [{ relation: 'mother', authority: 'parental' }],
  });
  const station = { function: 'visitingNurse', organisation: 'org-nozomi' };
  await send(nurse, { type: 'candidate.asked', candidateId: 't1', ...station });
  await send(nurse, { type: 'candidate.answered', candidateId: 't1', answer: 'accepted' });
});

/** What is wrong with a screen as it stands, at the widths and in the themes in which it is used. */
async function faultsOf(page: Page, where: string, widths = [1366, 390, 320]): Promise<string[]> {
  const faults: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 1500 });
    const over = await sidewaysScroll(page);
    faults.push(...(over > 0 ? [`${where} ${width}: ${over} px`] : []));
    faults.push(...(await smallTargets(page, width < 600 ? 44 : 24)).map(target => `${where} ${width}: ${target}`));
    await picture(page, `${where}-${width}`);
  }
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    faults.push(...(await axeFindings(page)).map(finding => `${where} ${colorScheme}: ${finding}`));
  }
  return [...faults, ...(await rawCodes(page)).map(code => `${where}: code “${code}”`)];
}

const answerForm = (page: Page) => page.locator('form', { has: page.getByRole('button', { name: '返事を送る' }) });

const answerWith = async (form: Locator, ...marks: string[]) => {
  const groups = form.getByRole('group');
  for (const [at, mark] of marks.entries()) await groups.nth(at).getByText(mark).click();
};

describe('a joint conference', () => {
  it('is asked for across organisations, and whom it was asked finds it among their tasks', {
    timeout: 90_000,
  }, async () => {
    desk = await program.signIn('dsn@demo', { reducedMotion: 'reduce' });
    visitor = await program.signIn('hvn@demo', { reducedMotion: 'reduce' });
    const { page } = desk;
    await visit(page, `/cases/${caseId}/conferences`);
    await page.getByText('まだ会議がありません。').waitFor();
    await page.getByRole('button', { name: '会議の日程をたずねる' }).click();
    for (const [at, [on, time]] of [
      [day(3), '15:00'],
      [day(4), '1000'],
    ].entries()) {
      await page.getByLabel(`候補${at + 1}の日`).fill(on ?? '');
      await page.getByLabel(`候補${at + 1}の時刻`).fill(time ?? '');
    }
    await page.getByRole('group', { name: '呼ぶ人', exact: true }).getByLabel('家族').uncheck();
    await page
      .getByRole('group', { name: '呼ぶ人', exact: true })
      .getByLabel(/病棟看護師/)
      .uncheck();
    await page.getByLabel('役割', { exact: true }).selectOption({ label: '在宅医' });
    await page.getByLabel('名前・所属').fill('大野医院 大野医師');
    await page.getByRole('button', { name: '加える', exact: true }).click();
    expect(await faultsOf(page, 'conference-poll')).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 1000 });
    await page.getByRole('button', { name: '候補を出してたずねる' }).click();
    await page
      .getByRole('table')
      .getByRole('row', { name: /のぞみ.*必.*未回答/ })
      .waitFor();

    await visit(visitor.page, '/tasks');
    await visitor.page
      .getByRole('link', { name: /会議の候補日に答える/ })
      .first()
      .click();
    await visitor.page.waitForURL(/conferences\?of=/);
    await visitor.page.getByRole('button', { name: /候補に答える:.*のぞみ/ }).click();
    await answerWith(answerForm(visitor.page), '×', '○');
    await visitor.page.getByLabel('ひとこと').fill('午前なら');
    await visitor.page.getByRole('button', { name: '返事を送る' }).click();
    // Without a reload: the lead's page is told.
    await page.getByRole('row', { name: /のぞみ.*午前なら.*出られない.*出られる/ }).waitFor();
  });

  it('is answered by a guest on a phone, who is told the number of the case and who invites', {
    timeout: 90_000,
  }, async () => {
    const { page } = desk;
    await page.getByRole('button', { name: /返事のためのリンクを作る/ }).click();
    link = (await page.getByText(/\/c#[\w-]{43}/).innerText()).trim();
    await picture(page, 'conference-link');
    await page.getByRole('button', { name: '渡したので閉じる' }).click();
    const context = await program.browser.newContext({
      locale: 'ja-JP',
      viewport: { width: 390, height: 844 },
      reducedMotion: 'reduce',
    });
    const phone = await context.newPage();
    const asked: string[] = [];
    phone.on('request', request => asked.push(request.url()));
    await phone.goto(link);
    await phone.getByText(no).waitFor();
    await phone.getByText('大野医院 大野医師 様').waitFor();
    const shown = await phone.locator('body').innerText();
    expect(shown).not.toMatch(name);
    expect(shown).not.toMatch(/呼吸器|気管|退院前|カンファ|のぞみ/);
    expect(await phone.title()).not.toMatch(name);
    // In no address that the phone asks for.
    expect(asked.filter(url => url.includes(link.split('#')[1] ?? '-'))).toEqual([]);
    expect(await faultsOf(phone, 'conference-guest', [390, 320])).toEqual([]);
    await answerWith(phone.locator('form'), '△', '○');
    await phone.getByRole('button', { name: '返事を送る' }).click();
    await phone.getByText('返事を送りました。').waitFor();
    await page.getByRole('row', { name: /大野医院.*調整すれば出られる.*出られる/ }).waitFor();
    await context.close();
  });

  it('is settled on the time that is proposed with its reasons', { timeout: 90_000 }, async () => {
    const { page } = desk;
    await page.getByRole('button', { name: /代わりに書く:.*主治医/ }).click();
    await answerWith(answerForm(page), '○', '○');
    await page.getByRole('button', { name: '返事を送る' }).click();
    await page.getByRole('button', { name: /候補に答える:退院支援/ }).click();
    await answerWith(answerForm(page), '○', '○');
    await page.getByRole('button', { name: '返事を送る' }).click();
    await page.getByText('必ず出る人は全員出られます').waitFor();
    await page.getByText(/おすすめは.*10:00です/).waitFor();
    expect(await faultsOf(page, 'conference-answers')).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 1000 });
    await page.getByRole('button', { name: /10:00で確定する/ }).click();
    await page.getByLabel('場所・つなぎ方').fill('3階 会議室');
    await page.getByRole('button', { name: /10:00で確定する/ }).click();
    await page.getByText('場所:3階 会議室').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'カレンダーに入れるファイル' }).click(),
    ]);
    const file = readFileSync(await download.path(), 'utf8');
    expect(file).toContain(`SUMMARY:会議 ${no}`);
    expect(file).toContain('LOCATION:3階 会議室');
    expect(file).not.toMatch(name);
  });

  it('is held, with decisions that are tasks at once, and its minutes are confirmed by each', {
    timeout: 120_000,
  }, async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '議題を決める' }).click();
    await page.getByRole('button', { name: '議題を保存する' }).click();
    await page.getByText('全体で60分').waitFor();
    await page.getByLabel('決まったこと').fill('月末に退院する');
    await page.getByRole('textbox', { name: '宿題' }).fill('吸引器の手配');
    await choose(page.getByLabel('担当', { exact: true }), { label: /佐藤/ });
    await page.getByLabel('期限', { exact: true }).fill(day(9));
    await page.getByRole('button', { name: '書きとめる' }).click();
    await page.getByRole('listitem').filter({ hasText: '吸引器の手配' }).waitFor();
    await visit(visitor.page, '/tasks');
    await visitor.page.getByText('吸引器の手配').first().waitFor();
    await page.getByRole('button', { name: '開催を記録する' }).click();
    await page
      .getByRole('group', { name: /画面で出席/ })
      .getByLabel('在宅医')
      .check();
    await page.getByRole('button', { name: '開催を記録する' }).click();
    await page.getByText(/出席:.*在宅医\(画面\)/).waitFor();
    await page.getByText(/退院時共同指導の記録:あと/).click();
    await page.getByRole('button', { name: '議事録を書く' }).click();
    expect(await page.getByRole('textbox', { name: '議事録' }).inputValue()).toContain('月末に退院する');
    expect(await faultsOf(page, 'conference-day')).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 1000 });
    await page.getByRole('button', { name: '承認を頼む' }).click();
    await page.getByText('承認待ち').waitFor();
    const doctor = await signIn(program.url, 'doctor@demo');
    const conferenceId = new URL(visitor.page.url()).searchParams.get('of') ?? (await firstConference());
    await send(doctor, { type: 'minutes.approved', conferenceId });
    await page.getByRole('button', { name: '出席者と共有する' }).click();
    await page.getByText('共有済み').waitFor();

    await visit(visitor.page, `/cases/${caseId}/conferences`);
    await visitor.page.getByRole('button', { name: /内容を確認しました:.*のぞみ/ }).click();
    const context = await program.browser.newContext({ locale: 'ja-JP', viewport: { width: 390, height: 844 } });
    const phone = await context.newPage();
    await phone.goto(link);
    await phone.getByRole('button', { name: '内容を確認しました' }).click();
    await phone.getByText('確認しました。ありがとうございました。').waitFor();
    expect(await phone.locator('body').innerText()).not.toContain('月末');
    await context.close();
    for (const part of [/内容を確認しました:.*主治医/, /内容を確認しました:退院支援/])
      await page.getByRole('button', { name: part }).click();
    await page.getByText('内容の確認 4人のうち4人').waitFor();
    await picture(page, 'conference-confirmed');
    expect([desk.errors, visitor.errors]).toEqual([[], []]);
  });
});

const firstConference = async (): Promise<string> =>
  (await nurse.get<{ conferences: { id: string }[] }>(`/cases/${caseId}/conferences`)).body.conferences[0]?.id ?? '';
