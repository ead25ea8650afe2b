import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

/** One page of a PDF as it is printed: a picture of it, its words, and how much of it is black. */
export type PdfPage = {
  readonly png: Buffer;
  readonly text: string;
  /** Share of dark points, in ten strips from the top. */
  readonly ink: readonly number[];
  readonly width: number;
  readonly height: number;
};

const library = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'build');
/** A place of its own: the pages of the program take scripts from nobody. */
const place = 'https://pdf.invalid/';

const loader = `<!doctype html><title>pdf</title><script type="module">
  import * as pdfjs from '${place}pdf.min.mjs';
  pdfjs.GlobalWorkerOptions.workerSrc = '${place}pdf.worker.min.mjs';
  window.pdfjs = pdfjs;
</script>`;

type Drawn = { png: string; text: string; ink: number[]; width: number; height: number };

/** A browser page in which PDFs are drawn. */
export async function openPdfReader(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.route(`${place}**`, async route => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === '') return route.fulfill({ contentType: 'text/html', body: loader });
    return route.fulfill({ contentType: 'text/javascript', body: await readFile(join(library, name), 'utf8') });
  });
  await page.goto(place);
  await page.waitForFunction(() => 'pdfjs' in window);
  return page;
}

/** Every page of a PDF, at so many points of the picture to a point of the paper. */
export async function pdfPages(reader: Page, bytes: Uint8Array, scale = 1.5): Promise<PdfPage[]> {
  const drawn = await reader.evaluate(drawAll, { base64: Buffer.from(bytes).toString('base64'), scale });
  return drawn.map(({ png, ...page }) => ({ ...page, png: Buffer.from(png, 'base64') }));
}

type Asked = { readonly base64: string; readonly scale: number };

/** Runs in the browser. */
async function drawAll({ base64, scale }: Asked): Promise<Drawn[]> {
  const { pdfjs } = window as unknown as { pdfjs: typeof import('pdfjs-dist') };
  const data = Uint8Array.from(atob(base64), one => one.charCodeAt(0));
  const pdf = await pdfjs.getDocument({ data }).promise;
  const pages: Drawn[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale });
    const canvas = Object.assign(document.createElement('canvas'), { width: viewport.width, height: viewport.height });
    await page.render({ canvas, viewport }).promise;
    const { data: points } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    const strips = Array.from({ length: 10 }, () => 0);
    for (let at = 0; at < points.length; at += 4) {
      const strip = Math.min(9, Math.floor((at / points.length) * 10));
      if ((points[at] ?? 255) < 128) strips[strip] = (strips[strip] ?? 0) + 1;
    }
    const content = await page.getTextContent();
    pages.push({
      png: canvas.toDataURL('image/png').replace(/^.*,/, ''),
      text: content.items.map(item => ('str' in item ? item.str : '')).join(' '),
      ink: strips.map(dark => dark / (points.length / 40)),
      width: viewport.width / scale,
      height: viewport.height / scale,
    });
  }
  return pages;
}
