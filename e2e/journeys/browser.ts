import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { signIn } from '../product/client.ts';
import { root } from '../product/product.ts';

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

type PersonOptions = Parameters<Browser['newContext']>[0] & {
  /** The page that is opened first; without it, the one where the person lands. */
  readonly at?: string;
};

/** A person in a browser of their own, who has signed in before: signing in by the form is a test of its own. */
export async function signInAs(
  browser: Browser,
  url: string,
  identifier: string,
  { at = '/', ...options }: PersonOptions = {},
): Promise<Person> {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 1366, height: 768 }, ...options });
  const { cookie } = await signIn(url, identifier);
  const ofHost = { domain: new URL(url).hostname, path: '/', httpOnly: true, sameSite: 'Lax' as const };
  await context.addCookies(
    cookie.split('; ').map(pair => {
      const at = pair.indexOf('=');
      return { name: pair.slice(0, at), value: pair.slice(at + 1), ...ofHost };
    }),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const errors: string[] = [];
  page.on('pageerror', fault => errors.push(String(fault)));
  await page.goto(`${url}${at}`);
  await page.waitForURL(({ pathname }) => pathname !== '/');
  await page.locator('main').waitFor();
  return { page, context, errors };
}

/** Pictures for people: docs/pictures is written only when asked for (PICTURES=1). */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES === '1' ? join(root, 'docs/pictures') : join(root, 'e2e/pictures/out');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
