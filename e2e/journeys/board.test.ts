import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Product, startProduct, worlds } from '../product/product.ts';
import { openBrowser, type Person, picture, signInAs } from './browser.ts';
import { sidewaysScroll } from './screen-scan.ts';

const { cards } = worlds.whole;

let product: Product;
let browser: Browser;
let nurse: Person;

beforeAll(async () => {
  product = await startProduct({ world: 'whole' });
  browser = await openBrowser();
  nurse = await signInAs(browser, product.url, 'dsn@demo', { viewport: { width: 1920, height: 1080 } });
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

async function openBoard(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.goto(`${product.url}/board`);
  await page.locator('[data-case]').first().waitFor();
}

describe('the board', () => {
  it('shows every child in its column, and the picture of it', async () => {
    const { page } = nurse;
    await openBoard(page, 1920, 1080);
    expect(await page.locator('[data-case]').count()).toBe(cards);
    await picture(page, 'board');
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
});
