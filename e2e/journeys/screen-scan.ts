import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Goes to a page of the console as a link does, without loading the program anew, and waits until it is drawn. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate(async to => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
    // React draws in pieces, after this: until it has, the page that was there still looks complete.
    for (let idle = 0; idle < 2; idle++) await new Promise(resolve => requestIdleCallback(resolve, { timeout: 500 }));
  }, path);
  await isDrawn(page);
}

/** Waits until the page has its heading and nothing of it is still loading. */
export async function isDrawn(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.locator('.patience').first().waitFor({ state: 'detached' });
}

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** Findings of axe for WCAG 2.2 A and AA, or for single rules of it, one line each. */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  // From the top: a link that the page has scrolled half under the bar counts as a small target, wherever one stops.
  await page.evaluate(() => window.scrollTo(0, 0));
  // No frame of another origin: axe need not open a second page to gather what it finds.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules ? axe.withRules([...rules]) : axe.withTags(levels)).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes.length}× ${nodes[0]?.target.join(' ')}`);
}

/** Findings of axe in light and in dark, where only the colours are others. */
export const inBothThemes = async (page: Page, where: string): Promise<string[]> => {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await axeFindings(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await axeFindings(page, ['color-contrast']);
  return [...light.map(finding => `${where} light: ${finding}`), ...dark.map(finding => `${where} dark: ${finding}`)];
};

/** How many pixels the page itself scrolls sideways. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/**
 * Controls whose target is smaller than so many pixels. A box or a radio is hit by its label, a card's link by the
 * card. A link within a line of text is as high as its line (WCAG 2.5.8, inline).
 */
export const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate(size => {
    const targetOf = (control: Element) => {
      if (control.matches('input[type=checkbox], input[type=radio]')) return control.closest('label') ?? control;
      return control.matches('.card-link') ? (control.closest('.card') ?? control) : control;
    };
    const isInline = (control: Element) =>
      control.matches('a') && getComputedStyle(control).display === 'inline' && control.closest('p, li, dd') !== null;
    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].flatMap(control => {
      if (!control.checkVisibility() || control.closest('.hidden-visually') || control.matches('.skip-link')) return [];
      const { width, height } = targetOf(control).getBoundingClientRect();
      if (width === 0 || isInline(control) || (width >= size - 0.5 && height >= size - 0.5)) return [];
      const name = control.getAttribute('aria-label') ?? control.textContent ?? '';
      return [`${control.tagName} "${name.trim().slice(0, 30)}" ${Math.round(width)}×${Math.round(height)}`];
    });
  }, least);

/** What only a program reads: codes, ids, and values that are none. */
export const rawCodes = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const raw =
      /\b(undefined|null|NaN|\[object \w+\])\b|[0-9a-f]{8}-[0-9a-f]{4}-|\b[a-z]+[A-Z][A-Za-z]*\b|\b[a-z]+\.[a-z]{3,}\b/;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const text = node.nodeValue ?? '';
      if (raw.test(text) && node.parentElement?.checkVisibility()) found.push(text.trim().slice(0, 60));
    }
    return found;
  });

/** Walks by Tab and names every stop that is not seen to be focused, or that a bar covers. */
export async function unseenFocus(page: Page, stops: number): Promise<string[]> {
  const found = new Set<string>();
  for (let stop = 0; stop < stops; stop++) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return null;
      const shown = at.matches('.card-link') ? (at.closest('.card') ?? at) : at;
      const { left, top, width, height } = shown.getBoundingClientRect();
      const name = `${at.tagName} ${(at.getAttribute('aria-label') ?? at.textContent ?? at.id).trim().slice(0, 30)}`;
      const isMarked = [at, shown].some(element => getComputedStyle(element).outlineStyle !== 'none');
      if (!isMarked && !at.matches('[tabindex="-1"]')) return `no mark: ${name}`;
      const points = [0.1, 0.5, 0.9].map(part => [left + width * part, top + height * part] as const);
      const isSeen = points.some(([x, y]) => {
        const hit = document.elementFromPoint(x, y);
        return hit !== null && (shown.contains(hit) || hit.contains(shown));
      });
      return isSeen ? null : `covered: ${name}`;
    });
    if (fault) found.add(fault);
  }
  return [...found];
}
