import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Product, startProduct } from '../product/product.ts';
import { openBrowser, signInAs } from './browser.ts';
import { axeFindings, isDrawn, sidewaysScroll } from './screen-scan.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  product = await startProduct({ world: 'whole' });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

describe('the first page', () => {
  it.each(['pref@demo', 'school@demo', 'planner@demo', 'phn@demo', 'hvn2@demo'])(
    'of %s says what this role can do here, without a button that does nothing',
    async identifier => {
      const viewport = { width: 390, height: 844 };
      const options = { viewport, reducedMotion: 'reduce' } as const;
      const { page, context, errors } = await signInAs(browser, product.url, identifier, options);
      await page.getByText('がいまできること').waitFor();
      await isDrawn(page);
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.locator('main button:disabled, main [aria-disabled="true"]').count()).toBe(0);
      expect(errors).toEqual([]);
      await context.close();
    },
  );
});
