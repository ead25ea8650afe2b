import type { Page } from 'playwright-core';
import type { Person } from './browser.ts';
import { isDrawn } from './screen-scan.ts';

/** A second page of a person, on the same screen. */
export async function besides({ context, page }: Person): Promise<Page> {
  const second = await context.newPage();
  await second.goto(page.url());
  await isDrawn(second);
  return second;
}

/** Does something on every route, two at a time, and gathers what it finds. */
export async function onEach<T>(
  two: readonly Page[],
  items: readonly T[],
  find: (page: Page, item: T) => Promise<readonly string[]>,
): Promise<string[]> {
  const waiting = [...items];
  const findings: string[] = [];
  const work = async (page: Page) => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift())
      findings.push(...(await find(page, item)));
  };
  await Promise.all(two.map(work));
  return findings;
}
