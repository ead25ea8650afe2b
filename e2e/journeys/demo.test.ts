import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../product/client.ts';
import { type Product, startProduct } from '../product/product.ts';
import { openBrowser } from './browser.ts';
import { childCalled, columnOf } from './children.ts';
import { tabTo } from './keyboard.ts';
import { axeFindings, rawCodes, sidewaysScroll, smallTargets, unseenFocus } from './screen-scan.ts';

let product: Product;
let browser: Browser;
const errors: string[] = [];

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

async function openDemo(options: Parameters<Browser['newContext']>[0] = {}): Promise<[Page, BrowserContext]> {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 1366, height: 768 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', fault => errors.push(String(fault)));
  await page.goto(`${product.url}/demo`);
  await page.locator('.demo-role').first().waitFor();
  return [page, context];
}

describe('the start page of the demo', () => {
  it.each([
    ['ja-JP', 'light', 1366],
    ['ja-JP', 'dark', 390],
    ['en-GB', 'light', 320],
    ['en-GB', 'dark', 1366],
  ] as const)(
    'in %s, %s, at %i px is whole, drawn without a fault, and says that it is a demo',
    async (locale, colorScheme, width) => {
      const [page, context] = await openDemo({ locale, colorScheme, viewport: { width, height: 800 } });
      expect(await axeFindings(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      expect(await smallTargets(page, width < 600 ? 44 : 24)).toEqual([]);
      expect(await rawCodes(page)).toEqual([]);
      expect(await unseenFocus(page, 20)).toEqual([]);
      expect(await page.locator('.demo-role').count()).toBe(13);
      const banner = locale === 'ja-JP' ? /デモです。実在の方の情報を入れないでください/ : /Do not enter information/;
      expect(await page.locator('.demo-banner').innerText()).toMatch(banner);
      expect(await page.title()).not.toMatch(/石井|Ishii/);
      await context.close();
    },
  );

  it('shows no boxes in place of letters: it waits for those that it is written in', async () => {
    const context = await browser.newContext({ locale: 'ja-JP' });
    const page = await context.newPage();
    await page.route('**/*.woff2', async route => {
      await new Promise(done => setTimeout(done, 150));
      await route.continue();
    });
    await page.goto(`${product.url}/demo`);
    await page.locator('.demo-role').first().waitFor();
    const told = await page.evaluate(() => [...document.fonts].map(({ status }) => status));
    expect(told).toContain('loaded');
    expect(told).not.toContain('loading');
    await context.close();
  });

  it('is found from the sign-in page, which says that it is a demo, too', async () => {
    const context = await browser.newContext({ locale: 'ja-JP' });
    const page = await context.newPage();
    await page.goto(`${product.url}/login`);
    await page.locator('.demo-banner').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'パスワードなしで役を選ぶ(デモ)' }).click();
    await page.locator('.demo-role').first().waitFor();
    await context.close();
  });
});

describe('two windows', () => {
  let board: Page;
  let panel: Page;

  it('by the keyboard alone one is somebody, and sees the board move when the other has the next thing happen', async () => {
    [board] = await openDemo();
    await tabTo(board, board.getByRole('button', { name: '松本 恵として始める' }));
    await board.keyboard.press('Enter');
    await board.waitForURL(/\/tasks/);
    await tabTo(board, board.getByRole('link', { name: '連携ボード' }).first());
    await board.keyboard.press('Enter');
    await board.waitForURL(/\/board/);
    await board.locator('[data-connection="on"]', { hasText: '接続中' }).waitFor();
    const { id } = await childCalled(await signIn(product.url, 'dsn@demo'), '石井');
    await expect.poll(() => columnOf(board, id)).toBe('conference');

    [panel] = await openDemo();
    const next = panel.getByRole('button', { name: '次の出来事 ▶' });
    await tabTo(panel, next);
    const what = ['「ひとりで」になったことを記録', '通訳の予約', '議事録を承認', '「引き継ぎ」へ進め'];
    for (const words of what) {
      await panel.keyboard.press('Enter');
      await panel.locator('.note-done', { hasText: words }).waitFor();
      await expect.poll(() => next.getAttribute('aria-busy')).toBeNull();
    }
    await expect.poll(() => columnOf(board, id), { timeout: 5_000, interval: 50 }).toBe('handoff');
    expect(await panel.getByRole('status').first().innerText()).toMatch(/^K-0142 石井 そら: 松本 恵さん/);
    expect(await axeFindings(panel)).toEqual([]);
    await panel.getByText('次は松本 恵さん(退院支援看護師)、K-0098 上野 みお').waitFor();
  });

  it('a week is pushed: the other window says the day, a deadline turns late there, and a reminder comes once', async () => {
    const nurse = await signIn(product.url, 'dsn@demo');
    const late = () => board.locator('[data-case] .due-overdue').count();
    const before = await late();
    const { id } = await childCalled(nurse, '石井');
    const told = async () => {
      const { body } = await nurse.get<{ events: { type: string }[] }>(`/cases/${id}/events`);
      return body.events.filter(({ type }) => type === 'due.reminded').length;
    };
    const toldBefore = await told();
    await panel.getByRole('button', { name: '1週間進める' }).click();
    await panel.getByText(/になりました。ボードの期限とマイタスクを見てください。/).waitFor();
    const banner = board.locator('.demo-banner', { hasText: '日付を進めて' });
    await banner.waitFor({ timeout: 15_000 });
    await expect.poll(late, { timeout: 45_000 }).toBeGreaterThan(before);
    await expect.poll(told, { timeout: 30_000 }).toBe(toldBefore + 1);
    expect(await axeFindings(panel)).toEqual([]);
    expect(await axeFindings(board)).toEqual([]);
  });

  it('a typhoon is played step by step: others act, a day comes, and the page says what to look at', async () => {
    const next = panel.getByRole('button', { name: 'この日を進める ▶' });
    await panel.getByRole('radio', { name: '台風の日' }).check();
    await next.click();
    await panel.getByText('見るところ:').waitFor();
    await panel.getByText(/「安否と予備電源」のチェックを加えました/).waitFor();
    await panel.getByText(/^ここで起きたこと/).click();
    await panel.getByText(/K-0077 江口 はる: 岡田 律子さん/).waitFor();
    await expect.poll(() => next.getAttribute('aria-busy')).toBeNull();
    await next.click();
    await panel.getByText(/のうち2まで|のうち4まで/).waitFor();
    expect(await axeFindings(panel)).toEqual([]);
  });

  it('after one of them began anew, the other says so, goes on by one press, and shows the first board', async () => {
    const reset = panel.getByRole('button', { name: 'はじめに戻す' });
    await reset.click();
    const asked = panel.getByRole('alertdialog');
    await asked.getByText('元に戻せません').waitFor();
    expect(await axeFindings(panel)).toEqual([]);
    await panel.keyboard.press('Escape');
    await asked.waitFor({ state: 'detached' });
    await reset.click();
    await panel.getByRole('alertdialog').getByRole('button', { name: 'はじめに戻す' }).click();
    await panel.getByText(/はじめに戻りました\([\d.]+秒\)/).waitFor({ timeout: 30_000 });
    await panel.getByText('24のうち0済み').waitFor();
    expect(await panel.locator('.demo-log').count()).toBe(0);

    const goOn = board.getByRole('button', { name: '松本 恵として続ける(デモ)' });
    await goOn.waitFor();
    expect(await axeFindings(board)).toEqual([]);
    await goOn.click();
    const { id } = await childCalled(await signIn(product.url, 'dsn@demo'), '石井');
    await expect.poll(() => columnOf(board, id), { timeout: 10_000 }).toBe('conference');
    await expect.poll(() => board.locator('[data-case]').count()).toBe(10);
    await board.locator('[data-connection="on"], [data-connection="back"]').waitFor();
  });

  it('somebody else is chosen in the same browser: what was open as the person before is not theirs', async () => {
    const other = await board.context().newPage();
    await other.goto(`${product.url}/demo`);
    await other.getByText('いまは松本 恵さんとしてログインしています。').waitFor();
    await other.getByRole('button', { name: '佐藤 美咲として始める' }).click();
    await other.waitForURL(/\/tasks/);
    await board.getByRole('button', { name: /佐藤 美咲さんのメニュー/ }).waitFor();
    expect(errors).toEqual([]);
  });
});
