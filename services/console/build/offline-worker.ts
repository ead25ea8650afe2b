import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const SCRIPT = 'offline-worker.js';

/**
 * Writes the worker that keeps the program, with the list of its files: code, styles and words. Fonts are kept as they are
 * used: there are 240 files of them, and what a page shows needs few.
 */
export function offlineWorker(): Plugin {
  return {
    name: 'offline-worker',
    apply: 'build',
    async writeBundle({ dir = 'dist' }, bundle) {
      const source = await readFile(new URL(`../worker/${SCRIPT}`, import.meta.url), 'utf8');
      const names = Object.keys(bundle).filter(name => /\.(js|css)$/.test(name));
      const page = bundle['index.html'];
      const html = page?.type === 'asset' ? String(page.source) : '';
      const id = createHash('sha256')
        .update([html, source, ...names.sort()].join('\n'))
        .digest('hex')
        .slice(0, 16);
      const files = ['/index.html', '/icon.svg', ...names.map(name => `/${name}`)];
      await writeFile(join(dir, SCRIPT), `const BUILD = ${JSON.stringify({ id, files })};\n${source}`);
    },
  };
}
