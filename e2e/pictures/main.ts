// npm run screens: pictures of every screen of the console, into docs/screens, and of every document, into
// docs/documents. For people to look at; nothing is compared.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../journeys/browser.ts';
import { root, startProduct } from '../product/product.ts';
import { indexPage } from './index-page.ts';
import { takePapers } from './papers.ts';
import { allShots, type Shot } from './shots.ts';
import { type Taken, takeAll } from './take.ts';

const folder = join(root, 'docs/screens');

async function main(): Promise<void> {
  const began = Date.now();
  emptyFolder();
  const product = await startProduct({ world: 'whole' });
  const browsers = await Promise.all([openBrowser(), openBrowser()]);
  const taken: Taken[] = [];
  const said: string[] = [];
  try {
    const { url } = product;
    if (isWanted(PAPERS)) said.push(`${await takePapers(browsers[0], url)} documents in docs/documents.`);
    for (const shots of byViewer(wanted(await allShots(url)))) {
      const done = await takeAll({ browsers, url, folder }, shots);
      taken.push(...done.taken);
      said.push(...done.said);
    }
  } finally {
    for (const browser of browsers) await browser.close();
    await product.remove();
  }
  writeFileSync(join(folder, 'index.md'), indexPage(taken));
  for (const line of said) console.log(line);
  const files = taken.flatMap(({ files }) => files).length;
  console.log(`${files} pictures of ${taken.length} screens in docs/screens, ${seconds(began)} s.`);
}

/** The word by which the documents are asked for. */
const PAPERS = 'papers';
const isWanted = (name: string): boolean => {
  const words = process.argv.slice(2);
  return words.length === 0 || words.some(word => name.includes(word));
};

const seconds = (began: number) => Math.round((Date.now() - began) / 1000);

/** Pictures of before go; what stands beside them stays. */
function emptyFolder(): void {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) if (file.endsWith('.jpg')) rmSync(join(folder, file));
}

/** Those whose names have one of the words that were given; all without any. */
const wanted = (shots: readonly Shot[]): Shot[] => shots.filter(({ name }) => isWanted(name));

/** Together what one person sees in one language. */
function byViewer(shots: readonly Shot[]): Shot[][] {
  const groups = new Map<string, Shot[]>();
  for (const shot of shots) {
    const key = `${shot.who} ${shot.language}`;
    groups.set(key, [...(groups.get(key) ?? []), shot]);
  }
  return [...groups.values()];
}

await main();
