import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { demoPassword, root } from '../product/product.ts';

/** For a single file, run without `npm test`, which looks further (scripts/chromium.mjs). */
const installed = existsSync('/usr/bin/chromium-headless-shell')
  ? '/usr/bin/chromium-headless-shell'
  : '/usr/bin/chromium';

/** Chromium without a sandbox (tests may run as root) and without talking to anybody else. */
export function openBrowser(): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ];
  return chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? installed, args });
}

export type Person = { readonly page: Page; readonly context: BrowserContext; readonly errors: string[] };

/** A person in a browser of their own, signed in by the form. */
export async function signInAs(
  browser: Browser,
  url: string,
  identifier: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Person> {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 1366, height: 768 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const errors: string[] = [];
  page.on('pageerror', fault => errors.push(String(fault)));
  await page.goto(`${url}/login`);
  await page.locator('input[autocomplete~="username"]').fill(identifier);
  await page.locator('input[type="password"]').fill(demoPassword);
  await page.keyboard.press('Enter');
  await page.waitForURL(url => !url.pathname.startsWith('/login'));
  await page.locator('main').waitFor();
  return { page, context, errors };
}

/** Pictures for people: docs/pictures is written only when asked for (PICTURES=1). */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES === '1' ? join(root, 'docs/pictures') : join(root, 'e2e/pictures/out');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
