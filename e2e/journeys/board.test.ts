import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Product, startProduct } from '../product/product.ts';
import { openBrowser, type Person, picture, signInAs } from './browser.ts';

let product: Product;
let browser: Browser;
let nurse: Person;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  nurse = await signInAs(browser, product.url, 'dsn@demo', { viewport: { width: 1920, height: 1080 } });
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

describe('the board', () => {
  it('shows every child in its column, and the picture of it', async () => {
    const { page } = nurse;
    await page.goto(`${product.url}/board`);
    await page.locator('[data-case]').first().waitFor();
    expect(await page.locator('[data-case]').count()).toBe(10);
    await picture(page, 'board');
  });
});
