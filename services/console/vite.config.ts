import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Logger, type Plugin } from 'vite';

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [react(), woff2Only(), budgets()],
  resolve: {
    // The sources of our own packages, so that a build needs no other build before it.
    alias: {
      '@kaerimichi/contracts': source('../../packages/contracts/src/index.ts'),
      '@kaerimichi/discharge': source('../../packages/discharge/src/index.ts'),
      '@kaerimichi/rules/calendar': source('../../packages/rules/src/calendar.ts'),
      '@kaerimichi/rules': source('../../packages/rules/src/index.ts'),
    },
  },
  build: {
    target: 'es2022',
    // Nothing as data: URL, which the content security policy would refuse.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake: {
        // Of the wire the console needs types and a few functions; its schemas stay on the server.
        moduleSideEffects: id => !/packages\/(contracts|discharge|rules|access)\/|node_modules\/zod\//.test(id),
      },
    },
  },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:3000',
      '/socket.io': { target: 'http://127.0.0.1:3000', ws: true },
    },
  },
});

/** Drops the woff twins of the bundled fonts: every browser we support reads woff2, and they would double the build. */
function woff2Only(): Plugin {
  return {
    name: 'woff2-only',
    enforce: 'pre',
    transform(code, id) {
      if (!/@fontsource.*\.css/.test(id)) return null;
      return { code: code.replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, ''), map: null };
    },
  };
}

const KB = 1000;

/**
 * What a first view may weigh, gzipped (experience.md §11). `from` are the modules whose static imports a route loads;
 * what loads on a click, and the font tables, which load after the first paint, are not part of a first view.
 */
const limits = [
  { name: '/login', from: ['src/main.tsx', 'src/features/sign-in/sign-in-page.tsx'], js: 150, css: 25 },
  {
    name: '/board',
    from: ['src/main.tsx', 'src/app/signed-in.tsx', 'src/features/board/board-page.tsx', 'src/words/ja/first.ts'],
    js: 220,
    css: 25,
  },
  {
    name: '/wall',
    from: ['src/main.tsx', 'src/features/wall/wall-page.tsx', 'src/words/ja/wall.ts'],
    js: 170,
    css: 25,
    // What a wall explains, the server explains.
    without: '/node_modules/xstate/',
  },
];

type Chunk = {
  fileName: string;
  code: string;
  imports: string[];
  facadeModuleId: string | null;
  moduleIds: string[];
  viteMetadata?: { importedCss: Set<string> };
};

/** Every file that loading `from` fetches before it runs. */
function closure(chunks: readonly Chunk[], from: readonly string[]): Set<Chunk> {
  const byName = new Map(chunks.map(chunk => [chunk.fileName, chunk]));
  const found = new Set<Chunk>();
  const visit = (chunk: Chunk | undefined) => {
    if (!chunk || found.has(chunk)) return;
    found.add(chunk);
    for (const next of chunk.imports) visit(byName.get(next));
  };
  for (const end of from) {
    const start = chunks.find(chunk => chunk.moduleIds.some(id => id.endsWith(`/console/${end}`)));
    if (!start) throw new Error(`no chunk holds ${end}: the budget list is out of date`);
    visit(start);
  }
  return found;
}

const kilobytes = (text: string | Uint8Array) => gzipSync(text, { level: 9 }).length / KB;

/** Prints what a first view of each budgeted route weighs and fails the build beyond the limit. */
function budgets(): Plugin {
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
      for (const limit of limits) {
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
