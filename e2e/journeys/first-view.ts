import type { Page } from 'playwright-core';

/** How a page came to stand: milliseconds from its request, kilobytes as they are transferred. */
export type FirstView = {
  /** The largest thing on it, or the first card, whichever was drawn later. */
  readonly largestAt: number;
  /** Sum of what moved without anybody's doing; who did, for the message of a failure. */
  readonly shift: number;
  readonly shifted: readonly string[];
  /** All fonts of this view. */
  readonly fonts: number;
  /** Style sheets and fonts of letters that held the first drawing back. */
  readonly blockingFonts: readonly string[];
};

type Noted = { largestAt: number; cardAt: number; shift: number; shifted: string[] };

/** Opens the board and waits until nothing more comes. */
export async function viewBoard(page: Page, url: string): Promise<FirstView> {
  await page.addInitScript(noteFirstView);
  await page.goto(`${url}/board`);
  await page.locator('[data-case]').first().waitFor();
  await page.locator('[data-connection="on"]', { hasText: '接続中' }).waitFor();
  await page.waitForLoadState('networkidle');
  return page.evaluate(async () => {
    await document.fonts.ready;
    const noted = Reflect.get(window, 'firstView') as Noted;
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const fonts = resources.filter(({ name }) => name.endsWith('.woff2'));
    const weigh = (some: readonly PerformanceResourceTiming[]) =>
      some.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000;
    return {
      largestAt: Math.max(noted.largestAt, noted.cardAt),
      shift: noted.shift,
      shifted: noted.shifted,
      fonts: weigh(fonts),
      blockingFonts: resources
        .filter(entry => /\.woff2$|\/(400|700)-[^/]*\.css$/.test(entry.name))
        .filter(entry => Reflect.get(entry, 'renderBlockingStatus') === 'blocking')
        .map(({ name }) => name),
    };
  });
}

/** Runs in the page before anything of it. */
function noteFirstView(): void {
  const noted: Noted = { largestAt: 0, cardAt: 0, shift: 0, shifted: [] };
  Reflect.set(window, 'firstView', noted);
  performance.setResourceTimingBufferSize(2_000);
  new PerformanceObserver(list => {
    for (const { startTime } of list.getEntries()) noted.largestAt = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      if (Reflect.get(entry, 'hadRecentInput')) continue;
      noted.shift += Number(Reflect.get(entry, 'value'));
      const sources = Reflect.get(entry, 'sources') as { node?: Node | null }[];
      const names = sources.map(({ node }) =>
        node instanceof Element
          ? `${node.tagName}.${node.className} ${node.textContent?.slice(0, 12)}`
          : `text ${node?.textContent}`,
      );
      noted.shifted.push(`${Math.round(entry.startTime)} ms ${Reflect.get(entry, 'value')} ${names.join(', ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new MutationObserver((_changes, observer) => {
    if (!document.querySelector('[data-case]')) return;
    observer.disconnect();
    // Drawn in the frame that follows, and over with its end.
    requestAnimationFrame(() => {
      setTimeout(() => {
        noted.cardAt = performance.now();
      });
    });
  }).observe(document, { childList: true, subtree: true });
}
