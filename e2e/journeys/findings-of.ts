import type { Page } from 'playwright-core';
import { axeFindings, isDrawn, rawCodes, sidewaysScroll, smallTargets } from './screen-scan.ts';

/** A desk and a telephone. */
export const widths = [1366, 390] as const;

export const seenAt = (width: number) =>
  ({ locale: 'ja-JP', viewport: { width, height: 844 }, reducedMotion: 'reduce' }) as const;

/** What a page of a case must not have; a finger needs 44 px on a telephone. */
export async function findingsOf(page: Page, width: number): Promise<unknown[]> {
  await isDrawn(page);
  return [
    ...(await axeFindings(page)),
    ...((await sidewaysScroll(page)) > 0 ? ['scrolls sideways'] : []),
    ...(width < 768 ? await smallOf(page) : []),
    ...(await rawCodes(page)),
  ];
}

/** Of a sheet only what stands in it: its frame has a button that is there for screen readers alone. */
async function smallOf(page: Page): Promise<string[]> {
  const sheet = page.locator('.sheet-body');
  if ((await sheet.count()) === 0) return smallTargets(page, 44);
  return sheet
    .locator('.tile, .button, select, summary, .input')
    .evaluateAll(all => all.flatMap(one => (one.clientHeight < 42 && one.checkVisibility() ? [one.outerHTML] : [])));
}
