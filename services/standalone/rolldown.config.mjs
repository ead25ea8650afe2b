import { createRequire } from 'node:module';
import { defineConfig } from 'rolldown';

/**
 * The program in a few files instead of a thousand: reading and resolving each module took half of a start
 * (docs/decisions/006). Where it lies matters: paths of the checkout are counted from this folder.
 */
export default defineConfig({
  // A thread is started from a file of its own, which lies beside the program.
  input: {
    main: 'dist/main.js',
    'file-thread': '../api/dist/imports/file-thread.js',
    'facility-thread': '../api/dist/imports/facility-thread.js',
  },
  platform: 'node',
  logLevel: 'warn',
  // Express and Socket.IO bring one table of media types each, three megabytes of memory: the newest serves them all.
  resolve: { alias: { 'mime-db': createRequire(import.meta.url).resolve('mime-db') } },
  // A native module finds its binary beside itself.
  external: ['@node-rs/argon2'],
  output: { dir: 'bundle', format: 'esm', cleanDir: true },
});
