import { gzipSync } from 'node:zlib';
import type { Logger, Plugin } from 'vite';
import { type Chunk, closure, firstViews } from './first-views.ts';

const KB = 1000;

const kilobytes = (text: string | Uint8Array) => gzipSync(text, { level: 9 }).length / KB;

/** Prints what a first view of each budgeted route weighs and fails the build beyond the limit. */
export function budgets(): Plugin {
  let logger: Logger | null = null;
  return {
    name: 'budgets',
    apply: 'build',
    configResolved(config) {
      logger = config.logger;
    },
    writeBundle(_options, bundle) {
      const files = Object.values(bundle);
      // Rolldown's chunk type, narrowed to what is read here; viteMetadata is added by Vite.
      const chunks = files.filter(file => file.type === 'chunk') as unknown as Chunk[];
      const sheets = new Map(files.flatMap(file => (file.type === 'asset' ? [[file.fileName, file.source]] : [])));
      const over: string[] = [];
      for (const limit of firstViews) {
        const loaded = [...closure(chunks, limit.from)];
        const css = new Set(loaded.flatMap(chunk => [...(chunk.viteMetadata?.importedCss ?? [])]));
        const js = loaded.reduce((sum, chunk) => sum + kilobytes(chunk.code), 0);
        const style = [...css].reduce((sum, name) => sum + kilobytes(sheets.get(name) ?? ''), 0);
        const line = `${limit.name}: JS ${js.toFixed(1)} of ${limit.js} kB, CSS ${style.toFixed(1)} of ${limit.css} kB gz`;
        logger?.info(line);
        if (js > limit.js || style > limit.css) over.push(line);
        const { without } = limit;
        if (without && loaded.some(({ moduleIds }) => moduleIds.some(id => id.includes(without))))
          over.push(`${limit.name} holds ${without}`);
      }
      if (over.length > 0) this.error(`over budget: ${over.join(' · ')}`);
    },
  };
}
