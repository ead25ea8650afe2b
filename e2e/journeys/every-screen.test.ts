import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../product/client.ts';
import { isWhole, shareOf, wholeOr } from '../product/how-much.ts';
import type { Person } from './browser.ts';
import { consoleRoutes, routesWithout } from './console-routes.ts';
import { crawlLinks } from './crawl-links.ts';
import { besides, onEach } from './on-each.ts';
import { openProgram } from './open-program.ts';
import { addressesOfNurse, ofDevices, ofNobody, ofOthers } from './screen-addresses.ts';
import { layersOf, openLayer } from './screen-layers.ts';
import { inBothThemes, isDrawn, rawCodes, sidewaysScroll, unseenFocus, visit } from './screen-scan.ts';
import { sizeFaults } from './size-faults.ts';

const program = openProgram();
let nurse: Person;
/** Two pages of hers: two cores look at twice as many screens. */
let pages: readonly Page[];
let routes: string[];
let caseId: string;
let names: string[];

beforeAll(async () => {
  const api = await signIn(program.url, 'dsn@demo');
  const found = await api.get<{ cards: { id: string; name: string }[] }>('/search?q=K-0142');
  caseId = found.body.cards[0]?.id ?? '';
  names = (found.body.cards[0]?.name ?? '').split(' ');
  nurse = await program.signIn('dsn@demo', { reducedMotion: 'reduce' });
  pages = [nurse.page, await besides(nurse)];
  routes = await addressesOfNurse(api, caseId);
});

describe('every screen', () => {
  it('has no finding of axe in light and dark, names nobody in its title, shows no code and fits every size', async () => {
    const findings = await onEach(pages, shareOf(routes, 1, 14), async (page, route) => {
      await visit(page, route);
      const title = await page.title();
      return [
        ...(await inBothThemes(page, route)),
        ...(await sizeFaults(page, route)),
        ...(await rawCodes(page)).map(text => `${route}: code “${text}”`),
        ...names.filter(name => title.includes(name)).map(() => `${route}: a name in the title`),
      ];
    });
    expect(findings).toEqual([]);
  });

  it('has none either while something is open over it', async () => {
    const findings = await onEach(pages, shareOf(layersOf(caseId), 0, 10), async (page, layer) => {
      await openLayer(page, layer);
      const found = await inBothThemes(page, layer.name);
      await page.keyboard.press('Escape');
      return found;
    });
    expect(findings).toEqual([]);
  });

  it('is among those looked at here: each route of the console, by whoever has it', () => {
    expect(routesWithout([...routes, ...Object.values(ofOthers).flat(), ...ofNobody, ...ofDevices])).toEqual([]);
    expect(consoleRoutes.length).toBeGreaterThan(20);
  });

  it('has none for who is not signed in, the administrator and the prefecture, and fits 320 pixels', async () => {
    const findings: string[] = [];
    const look = async (page: Page, route: string) => {
      await isDrawn(page);
      findings.push(...(await inBothThemes(page, route)));
      await page.setViewportSize({ width: 320, height: 640 });
      if ((await sidewaysScroll(page)) > 0) findings.push(`320 px ${route}`);
      await page.setViewportSize({ width: 1366, height: 768 });
    };
    for (const [identifier, own] of Object.entries(ofOthers)) {
      const { page, context } = await program.signIn(identifier, { reducedMotion: 'reduce' });
      for (const route of shareOf(own, 0, 8)) {
        await visit(page, route);
        await look(page, route);
      }
      await context.close();
    }
    const context = await program.browser.newContext({ locale: 'ja-JP', reducedMotion: 'reduce' });
    const page = await context.newPage();
    for (const route of shareOf([...ofNobody, ...ofDevices], 0, 5)) {
      await page.goto(`${program.url}${route}`);
      await look(page, route);
    }
    await context.close();
    expect(findings).toEqual([]);
  });

  it('fits 320 pixels in English too, which is longer and breaks at fewer places', async () => {
    const english = await program.signIn('dsn@demo', { viewport: { width: 320, height: 640 } });
    await inEnglish(english.page);
    const findings = await onEach(
      [english.page, await besides(english)],
      shareOf(routes, 0, 5),
      async (page, route) => {
        await visit(page, route);
        const over = await sidewaysScroll(page);
        return over > 0 ? [`320 px, English ${route}: ${over} px`] : [];
      },
    );
    await english.context.close();
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
  beforeAll(() => nurse.page.bringToFront());
  it('shows where it is on every stop, and no bar covers it', async () => {
    const { page } = nurse;
    const findings: string[] = [];
    for (const route of ['/board', `/cases/${caseId}`, `/cases/${caseId}/record/plan.written`, '/imports']) {
      await page.goto(`${program.url}${route}`);
      await isDrawn(page);
      findings.push(...(await unseenFocus(page, 45)).map(fault => `${route}: ${fault}`));
    }
    expect(findings).toEqual([]);
  });

  it('closes by Escape what lies on top, and comes back to where it was', async () => {
    const { page } = nurse;
    for (const layer of ['side sheet', 'moves', 'menu', 'calendar']) {
      const found = layersOf(caseId).find(({ name }) => name === layer);
      if (!found) throw new Error(layer);
      await openLayer(page, found);
      await page.keyboard.press('Escape');
      await page.locator('[role=dialog], .menu-panel').first().waitFor({ state: 'detached' });
      const at = () => page.evaluate(() => document.activeElement?.className ?? '');
      await expect
        .poll(at, { message: layer, timeout: 2_000 })
        .toMatch(/card-link|card-move|bar-button|day-field-button/);
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
  it('behind any link that somebody sees', async () => {
    // One form stands for all, which English opens too (recording.test.ts); in a whole run the nurse opens every one.
    const oneForm = (screen: string) => screen.replace(/\/record\/.*/, '/record/:type');
    const crawl = async (identifier: string, formOf = oneForm) =>
      (await crawlLinks(await program.signIn(identifier), formOf)).map(fault => `${identifier}: ${fault}`);
    const nurses = isWhole ? crawl('dsn@demo', screen => screen) : crawl('dsn@demo');
    const others = ['doctor@demo', 'hvn@demo', 'coord@demo', 'admin@demo', 'pref@demo', 'school@demo', 'phn@demo'];
    const found: string[] = [];
    for (const identifier of shareOf(others, 0, 6)) found.push(...(await crawl(identifier)));
    expect([...(await nurses), ...found]).toEqual([]);
  });

  it('among the buttons: each one does something', async () => {
    const tried = new Set<string>();
    for (const page of pages) await page.setViewportSize({ width: 1366, height: 768 });
    const dead = await onEach(pages, shareOf(routes, 0, 6), async (page, route) => {
      await visit(page, route);
      const found: string[] = [];
      const buttons = page.locator('button:visible:not([type=submit]):not([aria-disabled]):not([aria-pressed=true])');
      for (let kind = await untried(buttons, tried); kind; kind = await untried(buttons, tried)) {
        tried.add(kind);
        if (!(await doesSomething(page, page.locator('[data-pressed]')))) found.push(`${route}: ${kind}`);
        await page.keyboard.press('Escape');
        await visit(page, '/nowhere');
        await visit(page, route);
      }
      return found;
    });
    expect(tried.size).toBeGreaterThan(wholeOr(15, 5));
    expect(dead).toEqual([]);
  });
});

/**
 * The first kind that nobody pressed yet; its button is marked, as lists may grow before it is pressed. Buttons named
 * after what they stand beside are one kind.
 */
const untried = (buttons: Locator, tried: ReadonlySet<string>): Promise<string | null> =>
  buttons.evaluateAll(
    (all, known) => {
      const kindOf = ({ className, ariaLabel, textContent }: Element) =>
        `${className} ${ariaLabel === null ? textContent : ''}`;
      for (const last of document.querySelectorAll('[data-pressed]')) last.removeAttribute('data-pressed');
      const next = all.find(button => !known.includes(kindOf(button)));
      next?.setAttribute('data-pressed', '');
      return next ? kindOf(next) : null;
    },
    [...tried],
  );

/** Whether a press changes the page or its address, asks for a file or prints. */
async function doesSomething(page: Page, button: Locator): Promise<boolean> {
  let asked = 0;
  page.once('filechooser', () => asked++);
  // What goes to the printer changes nothing on the screen.
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  const now = async () => asked + (await page.evaluate(() => location.href + document.body.outerHTML));
  await page.evaluate(() => document.body.removeAttribute('data-printed'));
  const before = await now();
  await button.click();
  return expect
    .poll(now, { timeout: 1_500, interval: 50 })
    .not.toBe(before)
    .then(
      () => true,
      () => false,
    );
}
