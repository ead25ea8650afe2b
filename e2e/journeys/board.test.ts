import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { worlds } from '../product/product.ts';
import { type Person, picture } from './browser.ts';
import { openProgram } from './open-program.ts';
import { sidewaysScroll } from './screen-scan.ts';

const { cards } = worlds.whole;

const program = openProgram({ world: 'whole' });
let nurse: Person;

beforeAll(async () => {
  nurse = await program.signIn('dsn@demo', { viewport: { width: 1920, height: 1080 } });
});

async function openBoard(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.goto(`${program.url}/board`);
  await page.locator('[data-case]').first().waitFor();
}

describe('the board', () => {
  it('shows every child in its column, and the picture of it', async () => {
    const { page } = nurse;
    await openBoard(page, 1920, 1080);
    expect(await page.locator('[data-case]').count()).toBe(cards);
    await picture(page, 'board');
  });

  it('finds more than fit, and keeps what the arrow keys chose in sight', async () => {
    const { page } = nurse;
    await openBoard(page, 1366, 500);
    await page.locator('#search-field').fill('K-0');
    const options = page.locator('#search-results [role="option"]');
    await expect.poll(() => options.count()).toBeGreaterThan(8);
    const height = (await page.locator('#search-results').boundingBox())?.height ?? 0;
    for (let below = (await options.count()) - 1; below > 0; below--) await page.keyboard.press('ArrowDown');
    const last = options.last();
    expect(await last.getAttribute('aria-selected')).toBe('true');
    await expect.poll(async () => (await last.boundingBox())?.y ?? 0).toBeLessThan(500);
    expect(await page.locator('#search-results').evaluate(list => list.scrollTop)).toBeGreaterThan(0);
    expect(height).toBeLessThan(500);
    await page.keyboard.press('Escape');
  });

  it.each([
    [1366, 768],
    [390, 844],
  ])('has room for them on a screen of %s × %s', async (width, height) => {
    const { page } = nurse;
    await openBoard(page, width, height);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    await picture(page, `board-${width}`);
    expect(nurse.errors).toEqual([]);
  });

  it('shows on a phone the children of a column that was folded on the desk', async () => {
    const { page } = nurse;
    await openBoard(page, 1366, 768);
    const fold = page.getByRole('button', { name: /^在宅支援 .*たたむ/ });
    await fold.click();
    expect(await fold.getAttribute('aria-expanded')).toBe('false');
    await openBoard(page, 390, 844);
    const column = page.getByLabel('表示する段階');
    await column.selectOption({ label: await column.locator('option', { hasText: '在宅支援' }).innerText() });
    expect(await page.locator('[data-case]').count()).toBeGreaterThan(0);
    await openBoard(page, 1366, 768);
    await fold.click();
  });

  it('is searched by a name that no address keeps', async () => {
    const { page } = nurse;
    await openBoard(page, 1366, 768);
    await page.getByRole('button', { name: '条件をしぼる' }).click();
    await page.getByLabel('ことばでさがす').fill('そら');
    await expect.poll(() => page.locator('[data-case]').count()).toBeLessThan(cards);
    expect(decodeURIComponent(page.url())).not.toContain('そら');
    await page.goto(`${program.url}/help`);
    await page.goBack();
    await page.locator('[data-case]').first().waitFor();
    await expect.poll(() => page.locator('[data-case]').count()).toBeLessThan(cards);
  });

  it('is looked at as a view, which is saved under a name and opens from its address alone', async () => {
    const { page } = nurse;
    await openBoard(page, 1366, 768);
    await page.locator('#board-views').click();
    await page.getByRole('button', { name: '止まっているケース', exact: true }).click();
    await page.waitForURL(url => url.searchParams.get('view') === 'stopped' && url.searchParams.get('hold') === 'any');
    await page.getByText('表示:止まっているケース').waitFor();
    expect(await page.getByText('保存していない変更').count()).toBe(0);
    await page.getByLabel('区分け').selectOption('station');
    await page.getByText('保存していない変更').waitFor();
    await page.getByRole('button', { name: '別名で保存' }).click();
    await page.getByLabel('表示の名前').fill('石井そらさんの朝');
    await page.getByRole('button', { name: '保存する' }).click();
    await page.getByText('お子さんの名前は入れないでください。表示の名前は').waitFor();
    await page.getByLabel('表示の名前').fill('ステーションごとの停止');
    await page.getByRole('button', { name: '保存する' }).click();
    await page.getByText('表示:ステーションごとの停止').waitFor();
    const fold = page.locator('.lane-fold').last();
    expect(await fold.innerText()).toContain('決まっていない・共有されていない');
    await fold.click();
    const address = page.url();
    const shown = await page.locator('[data-case]').count();
    expect(shown).toBeLessThan(cards);
    await page.goto(address);
    await page.getByText('表示:ステーションごとの停止').waitFor();
    expect(await page.locator('.lane-fold').last().getAttribute('aria-expanded')).toBe('false');
    await expect.poll(() => page.locator('[data-case]').count()).toBe(shown);
    expect(await page.getByText('保存していない変更').count()).toBe(0);
  });

  it('is a table whose columns are chosen, and a file for spreadsheets', async () => {
    const { page } = nurse;
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(`${program.url}/board/list?hold=any&columns=stage`);
    const rows = page.locator('.board-list tr[data-case]');
    await rows.first().waitFor();
    await page.getByRole('button', { name: '列を選ぶ' }).click();
    // What is chosen stands in the address, and the box follows it.
    await page.getByRole('checkbox', { name: '訪問看護ステーション' }).click();
    await page.keyboard.press('Escape');
    await page.waitForURL(url => url.searchParams.get('columns') === 'stage,station');
    const heads = ['番号', '名前', '段階', '訪問看護ステーション'];
    await expect.poll(() => page.locator('.board-list th[scope="col"]').allInnerTexts()).toEqual(heads);
    await page.getByRole('button', { name: 'CSVで保存' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '書き出す' }).click();
    const text = readFileSync(await (await saved).path(), 'utf8');
    expect(text.startsWith('\uFEFF番号,名前,段階,訪問看護ステーション\r\n')).toBe(true);
    expect(text.trim().split('\r\n')).toHaveLength(1 + (await rows.count()));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.list-tools').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    expect(nurse.errors).toEqual([]);
  });

  it('is a list on a narrow telephone, where what is next, whose turn and when lie within the screen', async () => {
    const { page } = nurse;
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${program.url}/board/list`);
    const items = page.locator('.list-item[data-case]');
    await items.first().waitFor();
    expect(await items.count()).toBe(cards);
    const first = items.first();
    for (const part of ['次にすること', 'いまの番']) await first.getByText(part, { exact: true }).waitFor();
    for (const part of [first.locator('dd').first(), first.locator('dd').nth(1), first.locator('.due')]) {
      const box = await part.boundingBox();
      expect((box?.x ?? 999) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
    }
    await page.getByRole('combobox', { name: '並び順' }).selectOption({ label: '年齢(逆順)' });
    await page.waitForURL(url => url.searchParams.get('sort') === '-age');
    await first.getByText(/15歳|14歳|13歳/).waitFor();
  });

  it('leads to a case whose tab that is open is in sight, however narrow the screen', async () => {
    const { page, context } = await program.signIn('dsn@demo', {
      viewport: { width: 320, height: 640 },
      locale: 'en-GB',
      at: '/board',
    });
    const id = await page.locator('[data-case]').first().getAttribute('data-case');
    for (const tab of ['', '/next', '/path', '/facts', '/record']) {
      await page.goto(`${program.url}/cases/${id}${tab}`);
      const box = await page.locator('.tabs [aria-current="page"]').boundingBox();
      expect(box?.x ?? -1).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 999) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
    }
    await context.close();
  });
});
