import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { budgets } from './build/budgets.ts';
import { firstFiles } from './build/first-files.ts';
import { offlineWorker } from './build/offline-worker.ts';
import { pureValues } from './build/pure-values.ts';
import { wordFonts } from './build/word-fonts.ts';

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [react(), woff2Only(), pureValues(), wordFonts(), firstFiles(), offlineWorker(), budgets()],
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
