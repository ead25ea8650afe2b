import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Product, startProduct } from '../product/product.ts';
import { picture } from './browser.ts';
import { openProgram } from './open-program.ts';
import { axeFindings } from './screen-scan.ts';

const program = openProgram();

/** A browser that nobody has used here, with everything that it writes into its console as a fault. */
async function freshPage(
  options: BrowserContextOptions,
): Promise<{ page: Page; faults: string[]; close: () => Promise<void> }> {
  const context = await program.browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', fault => faults.push(String(fault)));
  return { page, faults, close: () => context.close() };
}

const languageOf = (page: Page) => page.evaluate(() => document.documentElement.lang);

describe('before anybody signs in', () => {
  it.each(['/', '/login', '/board'])('%s leads to the sign-in without a fault in the console', async path => {
    const { page, faults, close } = await freshPage({ locale: 'ja-JP' });
    await page.goto(`${program.url}${path}`);
    await page.locator('input[type="password"]').waitFor();
    await page.waitForLoadState('networkidle');
    expect(new URL(page.url()).pathname).toBe('/login');
    expect(faults).toEqual([]);
    await close();
  });

  it.each([
    ['ja-JP', 'ja', 'ログイン'],
    ['en-GB', 'en', 'Sign in'],
    ['pt-BR', 'en', 'Sign in'],
  ])('a browser of %s is spoken to in %s', async (locale, language, heading) => {
    const { page, close } = await freshPage({ locale });
    await page.goto(`${program.url}/login`);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    expect(await languageOf(page)).toBe(language);
    await close();
  });

  it('a language that somebody chose stays, whatever the browser is', async () => {
    const { page, close } = await freshPage({ locale: 'en-US' });
    await page.goto(`${program.url}/login`);
    await page.getByRole('button', { name: '日本語' }).click();
    await page.getByRole('heading', { level: 1, name: 'ログイン' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'ログイン' }).waitFor();
    expect(await languageOf(page)).toBe('ja');
    await close();
  });
});

describe('the set-up link', () => {
  let real: Product;
  beforeAll(async () => {
    real = await startProduct({ env: { DEMO: '0' } });
  });
  afterAll(() => real?.remove());
  const linkOf = () => /http\S+\/setup#[\w-]{43}/.exec(real.log())?.[0] ?? '';

  it('makes the first organisation and its administrator, who signs in', async () => {
    const { page, faults, close } = await freshPage({ locale: 'ja-JP' });
    await page.goto(linkOf());
    await page.getByLabel('組織の名前').fill('架空こども病院');
    await page.getByRole('combobox').selectOption('childrensHospital');
    await page.getByLabel('管理者の名前').fill('架空 花子');
    await page.getByLabel('管理者のメールアドレスまたは職員番号').fill('hanako@invented');
    await page.locator('input[type="password"]').fill('four words of my own');
    await page.getByRole('button', { name: '設定してはじめる' }).click();
    await page.getByText('設定できました').waitFor();
    expect(new URL(page.url())).toMatchObject({ pathname: '/setup', hash: '' });
    await page.getByRole('link', { name: 'ログインへ' }).click();
    await page.locator('input[autocomplete~="username"]').fill('hanako@invented');
    await page.locator('input[type="password"]').fill('four words of my own');
    await page.keyboard.press('Enter');
    await page.waitForURL(url => url.pathname === '/admin');
    expect(faults).toEqual([]);
    await close();
  });

  it.each([
    ['ja-JP', 'もう使われています', 'ログインへ'],
    ['en-GB', 'has been used', 'To the sign-in'],
  ])('that was used says so and leads to the sign-in, without the form (%s)', async (locale, used, leads) => {
    const { page, faults, close } = await freshPage({ locale });
    await page.goto(linkOf());
    await page.getByRole('alert').getByText(used).waitFor();
    expect(await page.locator('input, select').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, `setup-used-${locale}`);
    await page.getByRole('link', { name: leads }).click();
    await page.locator('input[type="password"]').waitFor();
    expect(faults).toEqual([]);
    await close();
  });
});
