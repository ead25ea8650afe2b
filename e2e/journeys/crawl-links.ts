import type { Page } from 'playwright-core';
import type { Person } from './browser.ts';
import { visit } from './screen-scan.ts';

/** Follows every link from where a person lands, each kind once, and names those that lead nowhere. */
export async function crawlLinks(person: Person, formOf: (screen: string) => string): Promise<string[]> {
  const { page, context, errors } = person;
  const broken: string[] = [];
  page.on('response', answer => {
    if (answer.status() >= 500) broken.push(`${answer.status()} ${new URL(answer.url()).pathname}`);
  });
  const seen = new Set<string>();
  const waiting = [new URL(page.url()).pathname];
  for (let link = waiting.shift(); link !== undefined; link = waiting.shift()) {
    await visit(page, link);
    if ((await page.locator('h1').first().textContent()) === '見つかりません') broken.push(`missing ${link}`);
    for (const next of await page.$$eval('a[href^="/"]', all => all.map(a => a.getAttribute('href') ?? ''))) {
      if (isFile(next)) {
        if (!seen.has(next)) broken.push(...(await fileFaults(page, next)));
        seen.add(next);
        continue;
      }
      // One case stands for all.
      const kind = formOf(next.replace(/\/cases\/[0-9a-f-]{36}/, '/cases/:id').replace(/[?#].*$/, ''));
      if (!seen.has(kind)) waiting.push(next);
      seen.add(kind);
    }
  }
  if (seen.size < 3) broken.push(`only ${seen.size} links`);
  await context.close();
  return [...broken, ...errors];
}

/** What a browser keeps or shows by itself: no screen of ours. */
const isFile = (link: string): boolean => link.startsWith('/api/');

async function fileFaults(page: Page, link: string): Promise<string[]> {
  const answer = await page.request.get(new URL(link, page.url()).href);
  return answer.ok() ? [] : [`${answer.status()} ${link}`];
}
