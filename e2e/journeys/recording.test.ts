import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../product/client.ts';
import { caseNow, childCalled } from './children.ts';
import { choose, fill } from './forms.ts';
import { openProgram } from './open-program.ts';
import { axeFindings, isDrawn, sidewaysScroll, visit } from './screen-scan.ts';

const program = openProgram();
let caseId = '';

beforeAll(async () => {
  caseId = (await childCalled(await signIn(program.url, 'dsn@demo'), '青木')).id;
});

const tokyoToday = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date());
const listOf = (page: Page) => page.goto(`${program.url}/cases/${caseId}/record`);

describe('the list of forms', () => {
  it.each([1366, 390])('begins with what is needed now and says why others wait (%i px wide)', async width => {
    const viewport = { width, height: 844 };
    const options = { viewport, reducedMotion: 'reduce' } as const;
    const { page, context, errors } = await program.signIn('dsn@demo', options);
    await listOf(page);
    await page.getByRole('heading', { level: 3, name: 'いま必要な記録' }).waitFor();
    const headings = await page.locator('.case-page > .stack h3').allInnerTexts();
    expect(headings.slice(0, 3)).toEqual(['いま必要な記録', 'よく使う記録', '毎日の書き込み']);
    // What the server would refuse is no link.
    const links = await page.locator('.record-list a').evaluateAll(all => all.map(link => link.getAttribute('href')));
    for (const type of ['screening.completed', 'handoff.opened', 'adult.serviceMapped', 'entry.corrected'])
      expect(links.filter(link => link?.includes(`/record/${type}`))).toEqual([]);
    await page.getByText(/^いまは記録できないもの/).click();
    const why = page.locator('.record-closed-list > div', { hasText: '小児のサービスを成人側に対応づける' });
    await why.getByText('「成人移行をはじめる」を記録してから').waitFor();
    // Under the bar that stays while one scrolls a link is no target.
    await page.evaluate(() => window.scrollTo(0, 0));
    await isDrawn(page);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    expect(await axeFindings(page)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('is searched by kana and walked by keys alone', async () => {
    const { page, context } = await program.signIn('dsn@demo');
    await listOf(page);
    await page.getByLabel('記録をさがす').focus();
    await page.keyboard.type('ドウイ');
    await page
      .getByRole('status')
      .getByText(/^\d件あります/)
      .waitFor();
    expect(await page.locator('.record-list a').allInnerTexts()).toContain('同意を記録する');
    await page.keyboard.press('ArrowDown');
    const first = await page.evaluate(() => document.activeElement?.textContent);
    expect(first).toBe('同意を記録する');
    await page.keyboard.press('Enter');
    await page.waitForURL(url => url.pathname.endsWith('/record/consent.recorded'));
    await context.close();
  });

  it('finds what cannot be recorded now, with the reason', async () => {
    const { page, context } = await program.signIn('dsn@demo');
    await listOf(page);
    await page.getByLabel('記録をさがす').fill('家族面談へ進める');
    await page.getByText('下に理由があります').waitFor();
    await page.locator('.record-closed-list').getByText('の段階で記録します').waitFor();
    await context.close();
  });
});

describe('a form', () => {
  it('that is left half written goes on at another computer, for its writer and for nobody else', async () => {
    const { page, context } = await program.signIn('dsn@demo');
    const form = `${program.url}/cases/${caseId}/record/note.added`;
    await page.goto(form);
    await fill(page, { note: '書きかけの文' });
    await page.getByText(/^下書き保存 \d\d:\d\d$/).waitFor();
    await context.close();
    const other = await program.signIn('head@demo');
    await other.page.goto(form);
    await other.page.locator('#field-note').waitFor();
    await other.page.goto(`${program.url}/tasks`);
    await other.page.locator('.task, .panel').first().waitFor();
    expect(await other.page.getByRole('heading', { name: /^下書き/ }).count()).toBe(0);
    await other.context.close();
    const again = await program.signIn('dsn@demo');
    await again.page.getByRole('heading', { level: 2, name: /^下書き/ }).waitFor();
    await again.page.locator('a.task-link[href$="/record/note.added"]').click();
    await expect.poll(() => again.page.locator('#field-note').inputValue()).toBe('書きかけの文');
    expect(await axeFindings(again.page)).toEqual([]);
    await again.page.locator('main form button[type="submit"]').click();
    await again.page.waitForURL(`${program.url}/cases/${caseId}`);
    await again.page.goto(`${program.url}/tasks`);
    await again.page.locator('.task').first().waitFor();
    await expect.poll(() => again.page.getByRole('heading', { name: /^下書き/ }).count()).toBe(0);
    await again.context.close();
  });

  it('of a consent begins today, may begin on another day, and ends on none', async () => {
    const { page, context } = await program.signIn('dsn@demo', { at: `/cases/${caseId}/record/consent.recorded` });
    const from = page.locator('#field-from');
    await from.waitFor();
    expect(await from.inputValue()).toBe(tokyoToday());
    expect(await page.locator('#field-until').inputValue()).toBe('');
    await from.fill('R8.12.1');
    await page.getByText('2026年12月1日').waitFor();
    await context.close();
  });

  it('of a consent offers those of the case first, and never the hospital that leads', async () => {
    const { page, context } = await program.signIn('dsn@demo', { at: `/cases/${caseId}/record/consent.recorded` });
    const recipient = page.locator('#field-recipient');
    await recipient.and(page.getByRole('combobox')).click();
    const options = page.getByRole('listbox').getByRole('option');
    await options.nth(15).waitFor();
    const groups = new Set(await options.locator('.muted').allInnerTexts());
    expect([...groups].slice(0, 2)).toEqual(['このケースにかかわる組織', '病院']);
    expect(await options.filter({ hasText: 'こども医療センター' }).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    // Found by a part of the name in any kana, and chosen by keys alone.
    await recipient.fill('ﾉｿﾞﾐ');
    await page.keyboard.press('Enter');
    expect(await recipient.inputValue()).toContain('のぞみ');
    await recipient.fill('どこにもない');
    await page.keyboard.press('Tab');
    await page.getByText('一覧から1つ選んでください。').waitFor();
    await context.close();
  });

  it('lies beside the case, is left by Escape to the link that opened it, and keeps what was typed', async () => {
    const { page, context, errors } = await program.signIn('dsn@demo', {
      reducedMotion: 'reduce',
      at: `/cases/${caseId}`,
    });
    const link = page.getByRole('link', { name: '書き込む', exact: true });
    await link.click();
    await page.locator('#field-note').fill('電話で相談があった。');
    const beside = page.getByRole('region', { name: '書いている間に読めるケースの内容' });
    await beside.locator('.timeline .entry').first().waitFor();
    await beside.getByText('連絡先', { exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.locator('#field-note').press('Escape');
    await page.waitForURL(`${program.url}/cases/${caseId}`);
    await expect.poll(() => link.evaluate(element => element === document.activeElement)).toBe(true);
    await link.click();
    expect(await page.locator('#field-note').inputValue()).toBe('電話で相談があった。');
    // On a narrow screen the form is the page.
    await page.setViewportSize({ width: 1100, height: 800 });
    await beside.waitFor({ state: 'detached' });
    await page.locator('main form button[type="submit"]').click();
    await page.waitForURL(`${program.url}/cases/${caseId}`);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('fills a gap among the contacts, which is then none', async () => {
    const { page, context } = await program.signIn('dsn@demo', { at: `/cases/${caseId}` });
    const gap = page.getByRole('link', { name: '設定する:夜間・休日' });
    await gap.click();
    expect(await page.locator('input[name="field-when"][value="night"]').isChecked()).toBe(true);
    await page.locator('#field-contact').fill('病棟の当直 045-000-0102');
    await page.locator('main form button[type="submit"]').click();
    await page.waitForURL(`${program.url}/cases/${caseId}`);
    await gap.waitFor({ state: 'detached' });
    const call = page.getByRole('link', { name: '045-000-0102' });
    expect(await call.getAttribute('href')).toBe('tel:0450000102');
    await call.evaluate(element => element.addEventListener('click', event => event.preventDefault()));
    await call.click();
    await page.getByRole('button', { name: 'つながった' }).click();
    await page.getByText('経過に記録しました。').waitFor();
    await page.locator('.entry', { hasText: '夜間・休日に電話した。つながった。' }).waitFor();
    await context.close();
  });

  it('that hands the lead over asks once, says what follows, and sends nothing before', async () => {
    const { page, context } = await program.signIn('dsn@demo');
    const api = await signIn(program.url, 'dsn@demo');
    const { version } = await caseNow(api, caseId);
    await page.goto(`${program.url}/cases/${caseId}/record/lead.offered`);
    await choose(page.locator('#field-organisation'), { index: 1 });
    await page.locator('main form button[type="submit"]').click();
    await page.locator('.move-sure').getByText('主担当が移ります').waitFor();
    expect((await caseNow(api, caseId)).version).toBe(version);
    await context.close();
  });

  it('has every label, hint and choice in English for whoever reads English', async () => {
    const { page, context } = await program.signIn('dsn@demo', { locale: 'en-GB' });
    await listOf(page);
    await page.locator('.record-list a').first().waitFor();
    const hrefs = await page
      .locator('.record-list a')
      .evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''));
    // What has a page of its own, a handoff, is no form of this kind.
    const links = hrefs.filter(href => href.includes('/record/'));
    const japanese: string[] = [];
    let hints = 0;
    for (const link of new Set(links.map(address => address.split('?')[0] ?? ''))) {
      await visit(page, link);
      await page.locator('main form button[type="submit"]').waitFor();
      // Names of people, organisations and items stand in lists as they are, and so does what was drafted before.
      const text = await page.locator('main form').evaluate(form => {
        const copy = form.cloneNode(true) as HTMLElement;
        for (const kept of copy.querySelectorAll('select, textarea')) kept.remove();
        return [document.querySelector('h1')?.textContent ?? '', copy.textContent ?? ''].join(' ');
      });
      if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) japanese.push(`${link}: ${text}`);
      hints += await page.locator('.field-hint').count();
    }
    expect(new Set(links).size).toBeGreaterThan(30);
    expect(hints).toBeGreaterThan(20);
    expect(japanese).toEqual([]);
    await context.close();
  });
});

describe('what leaves the screen', () => {
  it('is copied as plain text for a chart, and noted first', async () => {
    const { page, context, errors } = await program.signIn('dsn@demo', { reducedMotion: 'reduce' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${program.url}/cases/${caseId}`);
    await page.getByRole('button', { name: 'カルテ用にコピー' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('checkbox', { name: '訪問の記録' }).check();
    expect(await axeFindings(page)).toEqual([]);
    const noted = page.waitForResponse(/\/exports$/);
    await sheet.getByRole('button', { name: 'コピーする' }).click();
    expect((await noted).status()).toBe(200);
    await sheet.getByText('コピーしました。').waitFor();
    const text = await sheet.getByLabel('コピーする文').inputValue();
    expect(text).toContain('■要約');
    expect(text).toContain('■次に進む条件');
    expect((await page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r\n', '\n')).toBe(text);
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('経過 and チェック', () => {
  it('take a note in place that calls a colleague, who finds it among the tasks and says that it was seen', async () => {
    const { page, context, errors } = await program.signIn('dsn@demo', {
      reducedMotion: 'reduce',
      at: `/cases/${caseId}`,
    });
    const area = page.getByLabel('書き込む(@で人を呼べます)');
    await area.fill('電源の確認をお願いします ');
    await area.press('End');
    await area.pressSequentially('@田村');
    await page.getByRole('option', { name: /田村 啓/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await area.press('Enter');
    await page.getByLabel('自分の組織のみ(院内のみ)').check();
    await page.keyboard.press('Control+Enter');
    const note = page.locator('.entry', { hasText: '電源の確認をお願いします' });
    await note.getByText('呼びかけ:田村 啓').waitFor();
    await note.getByRole('button', { name: /^書き込みを直す/ }).click();
    await note.locator('textarea').fill('電源の確認をお願いします。今週中に。');
    await note.getByRole('button', { name: '新しい版にする' }).click();
    await note.getByText(/に直しました/).waitFor();
    await page.getByRole('button', { name: /^人の書き込み/ }).click();
    expect(new URL(page.url()).searchParams.get('kind')).toBe('notes');
    expect(errors).toEqual([]);
    await context.close();

    const doctor = await program.signIn('doctor@demo', { reducedMotion: 'reduce', at: '/tasks' });
    await doctor.page.getByText('@で呼ばれました').first().waitFor();
    await doctor.page.locator('a[href*="entry="]').first().click();
    await doctor.page.getByRole('button', { name: '見ました' }).click();
    await doctor.page.getByText('見た人:田村 啓').waitFor();
    expect(await doctor.page.getByRole('button', { name: '見ました' }).count()).toBe(0);
    await doctor.context.close();
  });

  it('stand by section from templates, each item ticked in one press', async () => {
    const viewport = { width: 390, height: 844 };
    const { page, context, errors } = await program.signIn('dsn@demo', {
      viewport,
      reducedMotion: 'reduce',
      at: `/cases/${caseId}/checklists`,
    });
    await page.getByRole('button', { name: '選んだひな型を加える' }).click();
    const done = page.getByText(/^\d+のうち\d+つ済み$/).first();
    await done.waitFor();
    const before = await done.innerText();
    await page
      .getByRole('button', { name: /^済みにする/ })
      .first()
      .click();
    await expect.poll(() => done.innerText()).not.toBe(before);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    expect(await axeFindings(page)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });
});

it('a case leaves at most 96 pixels of itself above what one scrolls to', async () => {
  const { page, context } = await program.signIn('dsn@demo', { at: `/cases/${caseId}/facts` });
  await isDrawn(page);
  await page.evaluate(() => window.scrollTo(0, 900));
  await page.locator('.case-bar-name').waitFor();
  expect((await page.locator('.case-bar').boundingBox())?.height).toBeLessThanOrEqual(96);
  await context.close();
});
