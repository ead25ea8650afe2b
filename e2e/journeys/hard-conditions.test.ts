import type { Page, Route } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../product/client.ts';
import { shareOf } from '../product/how-much.ts';
import { childCalled } from './children.ts';
import { openProgram } from './open-program.ts';
import { axeFindings, isDrawn, sidewaysScroll, visit } from './screen-scan.ts';

const program = openProgram();
let caseId: string;
/** What the discharge nurse has before her all day. */
let screens: readonly string[];

beforeAll(async () => {
  caseId = (await childCalled(await signIn(program.url, 'dsn@demo'), '上野')).id;
  const ofCase = ['', '/next', '/overview', '/path', '/team', '/checklists', '/facts', '/record', '/record/note.added'];
  screens = [
    ...['/tasks', '/board', '/board/list', '/inbox', '/handoffs', '/search', '/resources', '/help', '/settings'],
    ...ofCase.map(part => `/cases/${caseId}${part}`),
  ];
});

/**
 * Controls that a high-contrast display cannot tell from the page: without an edge of their own, and chosen ones that look as
 * those beside them. A display with forced colours has no backgrounds and no shadows of ours.
 */
const unseenControls = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isSeen = (control: Element) => control.checkVisibility() && !control.closest('.hidden-visually');
    const nameOf = (control: Element) => `${control.className || control.tagName} ${control.textContent?.slice(0, 20)}`;
    const hasEdge = (style: CSSStyleDeclaration) =>
      (['Top', 'Right', 'Bottom', 'Left'] as const).some(
        side => parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== 'none',
      );
    const fields = [...document.querySelectorAll('.input, textarea, select')].filter(isSeen);
    const edgeless = fields
      .filter(field => !hasEdge(getComputedStyle(field)))
      .map(field => `no edge: ${nameOf(field)}`);
    const looks = (element: Element) => {
      const { borderTopWidth, borderBottomWidth, borderBottomColor, borderTopColor, color, fontWeight, outlineStyle } =
        getComputedStyle(element);
      const background = getComputedStyle(element).backgroundColor;
      return [
        borderTopWidth,
        borderBottomWidth,
        borderBottomColor,
        borderTopColor,
        color,
        fontWeight,
        outlineStyle,
        background,
        getComputedStyle(element).textDecorationLine,
      ].join(' ');
    };
    const chosen = [...document.querySelectorAll('[aria-pressed="true"], [aria-current="page"]')].filter(isSeen);
    const alike = chosen.filter(one => {
      const others = [...(one.parentElement?.children ?? [])].filter(
        other => other !== one && other.tagName === one.tagName && other.className === one.className && isSeen(other),
      );
      return others.some(other => looks(other) === looks(one));
    });
    return [...edgeless, ...alike.map(one => `chosen looks like the rest: ${nameOf(one)}`)];
  });

/** Text that is cut off where lines, letters and words stand as far apart as WCAG 1.4.12 says. */
const spacing = `*:not(svg, svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`;
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, a, h1, h2, h3, p, dt, dd, th, td, label, li, summary')].flatMap(element => {
      const { overflow, overflowX, overflowY, textOverflow } = getComputedStyle(element);
      if (!element.checkVisibility() || element.closest('.hidden-visually, .sheet-backdrop')) return [];
      const isClipped = [overflow, overflowX, overflowY].some(value => value === 'hidden' || value === 'clip');
      if (!isClipped || textOverflow === 'ellipsis') return [];
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      const isCut = scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1;
      return isCut && clientWidth > 1 ? [`cut off: ${element.className} ${element.textContent?.slice(0, 20)}`] : [];
    }),
  );

describe('the main screens', () => {
  it('show what is a control, and which is chosen, in forced colours', async () => {
    const { page, context } = await program.signIn('dsn@demo', { forcedColors: 'active', reducedMotion: 'reduce' });
    const findings: string[] = [];
    for (const route of shareOf(screens, 0, 4)) {
      await visit(page, route);
      findings.push(...(await unseenControls(page)).map(fault => `${route}: ${fault}`));
    }
    expect(findings).toEqual([]);
    await context.close();
  });

  it('lose nothing when text is spaced as far as somebody needs it', async () => {
    const { page, context } = await program.signIn('dsn@demo', { reducedMotion: 'reduce' });
    const findings: string[] = [];
    for (const route of shareOf(screens, 1, 4)) {
      await visit(page, route);
      await page.evaluate(css => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      }, spacing);
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 800 });
        const found = [...(await cutOff(page)), ...((await sidewaysScroll(page)) > 0 ? ['moves sideways'] : [])];
        findings.push(...found.map(fault => `${route} ${width} px: ${fault}`));
      }
      await page.setViewportSize({ width: 1366, height: 768 });
      await page.evaluate(() => {
        document.adoptedStyleSheets = [];
      });
    }
    expect(findings).toEqual([]);
    await context.close();
  });
});

/** The answer that a screen waits for. */
const parts: readonly (readonly [route: string, api: string, stays: string])[] = [
  ['/tasks', '**/api/v1/tasks', 'マイタスク'],
  ['/inbox', '**/api/v1/inbox*', '通知'],
  ['/handoffs', '**/api/v1/handoffs*', '引き継ぎ'],
  ['case', '**/api/v1/cases/*/events*', '経過'],
  ['case/next', '**/api/v1/cases/*/transitions', '次に進む'],
  ['case/checklists', '**/api/v1/cases/*/checklists', 'チェック'],
  ['case/path', '**/api/v1/cases/*/ahead', '段階'],
];
const addressOf = (route: string) => route.replace(/^case/, `/cases/${caseId}`);

describe('a part', () => {
  it('that the server fails to answer says so with a number, and the rest of the page works', async () => {
    const { page, context, errors } = await program.signIn('dsn@demo', { reducedMotion: 'reduce' });
    const findings: string[] = [];
    for (const [route, api, stays] of shareOf(parts, 0, 3)) {
      const fail = (asked: Route) =>
        asked.request().method() === 'GET'
          ? asked.fulfill({
              status: 500,
              contentType: 'application/problem+json',
              body: JSON.stringify({
                ...{ type: 'about:blank', title: '', status: 500, code: 'fault', detail: '' },
                requestId: '7f3a21c0-9b1e-4b53-8a44-0d8f1c9b7a11',
              }),
            })
          : asked.continue();
      await page.route(api, fail);
      await page.goto(`${program.url}${addressOf(route)}`);
      await isDrawn(page);
      const note = page.locator('main .problem-note', { hasText: '記録番号 7F3A-21' }).first();
      if (!(await appears(note.waitFor({ timeout: 8_000 })))) findings.push(`${route}: nothing says that it failed`);
      if ((await page.getByRole('heading', { name: stays }).count()) === 0) findings.push(`${route}: the page is gone`);
      findings.push(...(await axeFindings(page)).map(fault => `${route}: ${fault}`));
      await page.unroute(api, fail);
      const again = note.getByRole('button', { name: 'もう一度読み込む' });
      if ((await again.count()) === 0) findings.push(`${route}: no way to try again`);
      else {
        await again.click();
        if (!(await appears(note.waitFor({ state: 'detached', timeout: 8_000 }))))
          findings.push(`${route}: it stays failed`);
      }
    }
    expect(findings).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('that is slow to come says so in words after five seconds', async () => {
    const { page, context } = await program.signIn('dsn@demo', { reducedMotion: 'reduce' });
    const findings: string[] = [];
    for (const [route, api] of shareOf(parts, 1, 3)) {
      const waiting: (() => void)[] = [];
      const hold = async (asked: Route) => {
        await new Promise<void>(resolve => waiting.push(resolve));
        await asked.continue().catch(() => undefined);
      };
      await page.route(api, hold);
      await page.goto(`${program.url}${addressOf(route)}`);
      const slow = page.locator('main').getByText('時間がかかっています。').first();
      if (!(await appears(slow.waitFor({ timeout: 9_000 })))) findings.push(`${route}: says nothing while it waits`);
      for (const go of waiting) go();
      await page.unroute(api, hold);
      if (!(await appears(slow.waitFor({ state: 'detached', timeout: 8_000 }))))
        findings.push(`${route}: goes on waiting`);
    }
    expect(findings).toEqual([]);
    await context.close();
  });
});

const appears = (waited: Promise<unknown>): Promise<boolean> =>
  waited.then(
    () => true,
    () => false,
  );
