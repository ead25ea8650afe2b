import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../product/client.ts';
import { type Product, startProduct } from '../product/product.ts';
import { openBrowser, type Person, signInAs } from './browser.ts';
import { axeFindings, isDrawn, rawCodes, sidewaysScroll, smallTargets, unseenFocus, visit } from './screen-scan.ts';

let product: Product;
let browser: Browser;
let nurse: Person;
let routes: string[];
let caseId: string;
let names: string[];

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  const api = await signIn(product.url, 'dsn@demo');
  const found = await api.get<{ cards: { id: string; name: string }[] }>('/search?q=K-0142');
  caseId = found.body.cards[0]?.id ?? '';
  names = (found.body.cards[0]?.name ?? '').split(' ');
  nurse = await signInAs(browser, product.url, 'dsn@demo', { reducedMotion: 'reduce' });
  const tabs = ['', '/next', '/path', '/facts', '/record', '/record/plan.written', '/record/hold.added'];
  routes = [
    '/board',
    '/board/list',
    '/board?text=zzz',
    '/search',
    '/imports',
    '/cases/new',
    '/help',
    '/settings',
    '/nowhere',
    ...tabs.map(tab => `/cases/${caseId}${tab}`),
  ];
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

/** Each thing that opens over a page: where it is, how it opens. */
const layers: readonly { readonly name: string; readonly at: () => string; readonly open: (page: Page) => unknown }[] =
  [
    { name: 'filters', at: () => '/board', open: page => page.locator('[aria-controls="board-filters"]').click() },
    {
      name: 'side sheet',
      at: () => '/board',
      open: page => page.locator(`[data-case="${caseId}"] .card-link`).click(),
    },
    { name: 'moves', at: () => '/board', open: page => page.locator(`[data-case="${caseId}"] .card-move`).click() },
    { name: 'menu', at: () => '/help', open: page => page.locator('.menu > button').click() },
    { name: 'search results', at: () => '/help', open: page => page.locator('#search-field').fill('K-0') },
    {
      name: 'keys',
      at: () => '/help',
      open: async page => {
        await page.locator('h1').click();
        await page.keyboard.press('?');
      },
    },
    { name: 'calendar', at: () => '/cases/new', open: page => page.locator('.day-field-button').first().click() },
    {
      name: 'drawing',
      at: () => `/cases/${caseId}/path`,
      open: page => page.getByRole('button', { name: '図', exact: true }).click(),
    },
  ];

async function openLayer(page: Page, layer: (typeof layers)[number]): Promise<void> {
  await visit(page, layer.at());
  await layer.open(page);
  await page.locator('[role=dialog], [role=option], .filter-panel, .menu-panel, .chart').first().waitFor();
}

/** In dark only the colours are others. */
const inBothThemes = async (page: Page, where: string): Promise<string[]> => {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await axeFindings(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await axeFindings(page, ['color-contrast']);
  return [...light.map(finding => `${where} light: ${finding}`), ...dark.map(finding => `${where} dark: ${finding}`)];
};

describe('every screen', () => {
  it('has no finding of axe in light and dark, names nobody in its title and shows no code', async () => {
    const { page } = nurse;
    const findings: string[] = [];
    for (const route of routes) {
      await visit(page, route);
      findings.push(...(await inBothThemes(page, route)));
      findings.push(...(await rawCodes(page)).map(text => `${route}: code “${text}”`));
      const title = await page.title();
      if (names.some(name => title.includes(name))) findings.push(`${route}: a name in the title`);
    }
    expect(findings).toEqual([]);
  });

  it('has none either while something is open over it', async () => {
    const { page } = nurse;
    const findings: string[] = [];
    for (const layer of layers) {
      await openLayer(page, layer);
      findings.push(...(await inBothThemes(page, layer.name)));
      await page.keyboard.press('Escape');
    }
    expect(findings).toEqual([]);
  });

  it('has none for who is not signed in, and for the administrator', async () => {
    const { page, context } = await signInAs(browser, product.url, 'admin@demo', { reducedMotion: 'reduce' });
    const findings: string[] = [];
    for (const route of ['/admin', '/admin?part=people']) {
      await visit(page, route);
      findings.push(...(await inBothThemes(page, route)));
    }
    await context.clearCookies();
    for (const route of ['/login', '/setup']) {
      await page.goto(`${product.url}${route}`);
      await isDrawn(page);
      findings.push(...(await inBothThemes(page, route)));
    }
    await context.close();
    expect(findings).toEqual([]);
  });

  it('fits 320 pixels and twice the size of type without scrolling sideways, in both languages', async () => {
    const findings: string[] = [];
    for (const locale of ['ja-JP', 'en-GB']) {
      const { page, context } = await signInAs(browser, product.url, 'dsn@demo', { locale });
      if (locale === 'en-GB') await inEnglish(page);
      const wide = async (how: string) => {
        for (const route of routes) {
          await visit(page, route);
          const over = await sidewaysScroll(page);
          if (over > 0) findings.push(`${locale} ${how} ${route}: ${over} px`);
        }
      };
      await page.setViewportSize({ width: 320, height: 640 });
      await wide('320 px');
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      await wide('200 %');
      await context.close();
    }
    expect(findings).toEqual([]);
  });

  it('gives a finger 44 pixels on a phone and a pointer 24 elsewhere', async () => {
    const { page } = nurse;
    const findings: string[] = [];
    for (const [width, least] of [
      [390, 44],
      [1366, 24],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      for (const route of routes) {
        await visit(page, route);
        findings.push(...(await smallTargets(page, least)).map(target => `${width} px ${route}: ${target}`));
      }
    }
    expect(findings).toEqual([]);
  });
});

/** In this browser only: the language of a person is kept by the server. */
async function inEnglish(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.setItem('kaerimichi.preferences', JSON.stringify({ language: 'en' })));
  await page.reload();
  await page.getByRole('link', { name: 'Help' }).waitFor();
}

describe('the keyboard', () => {
  it('shows where it is on every stop, and no bar covers it', async () => {
    const { page } = nurse;
    const findings: string[] = [];
    for (const route of ['/board', `/cases/${caseId}`, `/cases/${caseId}/record/plan.written`, '/imports']) {
      await page.goto(`${product.url}${route}`);
      await isDrawn(page);
      findings.push(...(await unseenFocus(page, 45)).map(fault => `${route}: ${fault}`));
    }
    expect(findings).toEqual([]);
  });

  it('closes by Escape what lies on top, and comes back to where it was', async () => {
    const { page } = nurse;
    for (const layer of ['side sheet', 'moves', 'menu', 'calendar']) {
      const found = layers.find(({ name }) => name === layer);
      if (!found) throw new Error(layer);
      await openLayer(page, found);
      await page.keyboard.press('Escape');
      await page.locator('[role=dialog], .menu-panel').first().waitFor({ state: 'detached' });
      const at = await page.evaluate(() => document.activeElement?.className ?? '');
      expect(at, layer).toMatch(/card-link|card-move|bar-button|day-field-button/);
    }
  });

  it('moves nothing by a letter while Japanese is composed, or once letters are switched off', async () => {
    const { page, context } = nurse;
    const press = async () => {
      await visit(page, '/board');
      await page.locator(`[data-case="${caseId}"] .card-link`).focus();
    };
    const session = await context.newCDPSession(page);
    await press();
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'm', windowsVirtualKeyCode: 229 });
    await page.waitForTimeout(200);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('m');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await visit(page, '/settings');
    await page.getByText('使わない', { exact: true }).click();
    await press();
    for (const key of ['m', 'h', 'c', '?', '/']) await page.keyboard.press(key);
    await page.waitForTimeout(200);
    expect(new URL(page.url()).pathname).toBe('/board');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await visit(page, '/settings');
    await page.getByText('使う', { exact: true }).click();
  });
});

describe('nothing is dead', () => {
  const people = ['dsn@demo', 'head@demo', 'doctor@demo', 'hvn@demo', 'coord@demo', 'admin@demo'];
  it.each(people)('behind any link that %s sees', async identifier => {
    const { page, context, errors } = await signInAs(browser, product.url, identifier);
    const broken: string[] = [];
    page.on('response', answer => {
      if (answer.status() >= 500) broken.push(`${answer.status()} ${new URL(answer.url()).pathname}`);
    });
    const seen = new Set<string>();
    const isWhole = identifier === 'dsn@demo';
    const waiting = [new URL(page.url()).pathname];
    for (let link = waiting.shift(); link !== undefined; link = waiting.shift()) {
      await visit(page, link);
      if ((await page.locator('h1').first().textContent()) === '見つかりません') broken.push(`missing ${link}`);
      for (const next of await page.$$eval('a[href^="/"]', all => all.map(a => a.getAttribute('href') ?? ''))) {
        // One case stands for all; the nurse opens every form there is, the others one.
        const screen = next.replace(/\/cases\/[0-9a-f-]{36}/, '/cases/:id').replace(/[?#].*$/, '');
        const kind = isWhole ? screen : screen.replace(/\/record\/.*/, '/record/:type');
        if (!seen.has(kind)) waiting.push(next);
        seen.add(kind);
      }
    }
    expect(seen.size).toBeGreaterThan(2);
    expect([...broken, ...errors]).toEqual([]);
    await context.close();
  });

  it('among the buttons: each one does something', async () => {
    const { page } = nurse;
    await page.setViewportSize({ width: 1366, height: 768 });
    const tried = new Set<string>();
    const dead: string[] = [];
    let filesAsked = 0;
    page.on('filechooser', () => filesAsked++);
    for (const route of routes) {
      await visit(page, route);
      const buttons = page.locator(
        'button:visible:not([type=submit]):not([aria-disabled]):not([aria-pressed=true]), .sort:visible',
      );
      for (let at = 0; at < (await buttons.count()); at++) {
        const button = buttons.nth(at);
        // Buttons that are named after what they stand beside are one kind.
        const isNamed = (await button.getAttribute('aria-label')) !== null;
        const kind = `${await button.getAttribute('class')} ${isNamed ? '' : await button.textContent()}`;
        if (tried.has(kind)) continue;
        tried.add(kind);
        const now = async () => filesAsked + (await page.evaluate(() => location.href + document.body.innerHTML));
        const before = await now();
        await button.click();
        const hasChanged = await expect
          .poll(now, { timeout: 1_500, interval: 50 })
          .not.toBe(before)
          .then(
            () => true,
            () => false,
          );
        if (!hasChanged) dead.push(`${route}: ${kind}`);
        await page.keyboard.press('Escape');
        await visit(page, '/nowhere');
        await visit(page, route);
      }
    }
    expect(tried.size).toBeGreaterThan(15);
    expect(dead).toEqual([]);
  });
});
