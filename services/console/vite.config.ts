import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { budgets } from './build/budgets.ts';
import { woff2Only } from './build/woff2-only.ts';

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [react(), woff2Only(), budgets()],
  resolve: {
    // The sources of our own packages, so that a build needs no other build before it.
    alias: {
      '@kaerimichi/contracts': source('../../packages/contracts/src/index.ts'),
      '@kaerimichi/discharge': source('../../packages/discharge/src/index.ts'),
    },
  },
  build: {
    target: 'es2022',
    // Nothing as data: URL, which the content security policy would refuse.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: {
      treeshake: {
        // Of the wire the console needs types and a few functions; its schemas stay on the server.
        moduleSideEffects: id => !/packages\/(contracts|discharge|access)\/|node_modules\/zod\//.test(id),
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
