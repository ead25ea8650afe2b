import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { signInAs } from '../journeys/browser.ts';
import { onEach } from '../journeys/on-each.ts';
import { isOpen } from '../journeys/screen-layers.ts';
import { isDrawn, visit } from '../journeys/screen-scan.ts';
import type { Shot } from './shots.ts';

/** A window by its width in pixels; a picture is as high as what it shows, up to `most`. 1366: a computer of a ward. */
const sizes = [
  { width: 1920, height: 1080, most: 2600, themes: ['light', 'dark'] },
  { width: 1366, height: 768, most: 2600, themes: ['light'] },
  { width: 390, height: 844, most: 3600, themes: ['light', 'dark'] },
] as const;
type Size = (typeof sizes)[number];

/** What was taken of a shot. */
export type Taken = { readonly shot: Shot; readonly title: string; readonly files: readonly string[] };

const QUALITY = 60;
/** What opens, opens soon: else it is not there at this size. */
const OPENS_MS = 4_000;
const DRAWN_MS = 1_500;

/** Each browser has one page at a time: one that lies behind another is not drawn, and never idle. */
type Place = { readonly browsers: readonly Browser[]; readonly url: string; readonly folder: string };

/** Pictures of everything that one person sees in one language, on a page of each browser at once; `said` tells what was left out. */
export async function takeAll(place: Place, shots: readonly Shot[]): Promise<{ taken: Taken[]; said: string[] }> {
  const [first] = shots;
  if (!first) return { taken: [], said: [] };
  const pages = await Promise.all(place.browsers.map(browser => openAs(browser, place.url, first)));
  const taken: Taken[] = [];
  const said = await onEach(pages, shots, async (page, shot) => {
    page.setDefaultTimeout(OPENS_MS);
    const { title, files, missing } = await take(page, shot, place);
    taken.push({ shot, title, files });
    return missing;
  });
  for (const page of pages) await page.context().close();
  return { taken: taken.sort((a, b) => shots.indexOf(a.shot) - shots.indexOf(b.shot)), said };
}

async function openAs(browser: Browser, url: string, { who, language }: Shot): Promise<Page> {
  const options = { locale: language === 'ja' ? 'ja-JP' : 'en-GB', reducedMotion: 'reduce' as const };
  if (who !== null) return (await signInAs(browser, url, who, options)).page;
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${url}/login`);
  await isDrawn(page);
  return page;
}

/** One visit; sizes and colours are changed in place. What lies over a page is opened anew at each size. */
async function take(page: Page, shot: Shot, { url, folder }: Place) {
  const files: string[] = [];
  const missing: string[] = [];
  await page.setViewportSize(sizes[0]);
  if (shot.who === null) await page.goto(`${url}${shot.at}`).then(() => isDrawn(page));
  else if (!shot.open) await go(page, shot.at);
  for (const size of sizes) {
    await page.setViewportSize(size);
    const isThere = await opened(page, shot);
    if (!isThere) missing.push(`${shot.name} is not there at ${size.width} px`);
    else files.push(...(await inBothThemes(page, { shot, size, folder })));
  }
  const title = (await page.title()).replace(/^\(\d+\) /, '');
  return { title, files, missing };
}

async function opened(page: Page, { at, open }: Shot): Promise<boolean> {
  if (!open) return true;
  // A layer that stood open at the size before goes with its page.
  await go(page, '/nowhere');
  await go(page, at);
  const opens = async () => {
    await open(page);
    await isOpen(page);
  };
  return opens().then(
    () => true,
    () => false,
  );
}

/** As a link does; a page that is never idle is drawn all the same. */
async function go(page: Page, at: string): Promise<void> {
  await Promise.race([visit(page, at), new Promise(resolve => setTimeout(resolve, DRAWN_MS))]);
  await isDrawn(page);
  await page
    .getByText(/^(読み込んでいます|Loading)/)
    .first()
    .waitFor({ state: 'detached' });
}

type Of = { readonly shot: Shot; readonly size: Size; readonly folder: string };

async function inBothThemes(page: Page, { shot, size, folder }: Of): Promise<string[]> {
  const files: string[] = [];
  await drawn(page);
  if (!shot.open) await grow(page, size);
  for (const theme of size.themes) {
    const file = `${shot.name}.${size.width}.${theme}.jpg`;
    await page.emulateMedia({ colorScheme: theme });
    await page.screenshot({ path: join(folder, file), type: 'jpeg', quality: QUALITY, animations: 'disabled' });
    files.push(file);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return files;
}

/** The window becomes as high as its page: what is fixed to its lower edge stays there. */
async function grow(page: Page, { width, height, most }: Size): Promise<void> {
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(Math.max(whole, height), most) });
  await drawn(page);
}

/** Until what a new size draws otherwise is drawn so, in the letters that it is written in. */
const drawn = (page: Page) =>
  page.evaluate(async most => {
    const frames = async () => {
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      await document.fonts.ready;
    };
    // A page behind another may be drawn only when a picture of it is taken.
    await Promise.race([frames(), new Promise(resolve => setTimeout(resolve, most))]);
  }, DRAWN_MS);
