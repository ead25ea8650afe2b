import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { childCalled } from '../journeys/children.ts';
import { printAll } from '../journeys/printed.ts';
import { signIn } from '../product/client.ts';
import { root } from '../product/product.ts';

const folder = join(root, 'docs/documents');
/** Points of the picture to a point of the paper: what is written can be read. */
const SCALE = 1.1;

/** The first page of every document of one child of the demo, into docs/documents: they are few, and kept. */
export async function takePapers(browser: Browser, url: string): Promise<number> {
  const api = await signIn(url, 'dsn@demo');
  const { id } = await childCalled(api, '江口');
  const printed = await printAll(browser, api, id, SCALE);
  mkdirSync(folder, { recursive: true });
  for (const { kind, pages } of printed) if (pages[0]) writeFileSync(join(folder, `${kind}.png`), pages[0].png);
  return printed.length;
}
