import type { Page } from 'playwright-core';
import { sidewaysScroll, smallTargets } from './screen-scan.ts';

const DESK = { width: 1366, height: 768 };

/**
 * What does not fit on a screen that is drawn, as it is made smaller and its type larger: targets of 24 pixels at a desk
 * and 44 on a phone, nothing to scroll sideways at 320 pixels and at twice the size of type. Leaves it as it was.
 */
export async function sizeFaults(page: Page, route: string): Promise<string[]> {
  await resize(page, DESK);
  const found = (await smallTargets(page, 24)).map(target => `1366 px ${route}: ${target}`);
  await resize(page, { width: 390, height: 800 });
  found.push(...(await smallTargets(page, 44)).map(target => `390 px ${route}: ${target}`));
  await resize(page, { width: 320, height: 640 });
  found.push(...(await over(page, `320 px ${route}`)));
  await resize(page, { width: 1280, height: 800 });
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  found.push(...(await over(page, `200 % ${route}`)));
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  await resize(page, DESK);
  return found;
}

/** Until what is drawn otherwise on a small screen is drawn so: two frames. */
async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate(() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

async function over(page: Page, where: string): Promise<string[]> {
  const pixels = await sidewaysScroll(page);
  return pixels > 0 ? [`${where}: ${pixels} px`] : [];
}
