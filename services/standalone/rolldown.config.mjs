import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { defineConfig } from 'rolldown';

/**
 * The program in a few files instead of a thousand: reading and resolving each module took half of a start
 * (docs/decisions/006). Where it lies matters: paths of the checkout are counted from this folder. Each is a script and
 * not a module, so that what V8 compiled once can be kept beside it (launch/, docs/decisions/027).
 */
export default defineConfig({
  // A thread is started from a file of its own, which lies beside the program.
  input: {
    program: 'dist/main.js',
    'file-thread': '../api/dist/imports/file-thread.js',
    'facility-thread': '../api/dist/imports/facility-thread.js',
  },
  platform: 'node',
  logLevel: 'warn',
  // Express and Socket.IO bring one table of media types each, three megabytes of memory: the newest serves them all.
  resolve: { alias: { 'mime-db': createRequire(import.meta.url).resolve('mime-db') } },
  // A native module finds its binary beside itself.
  external: ['@node-rs/argon2'],
  plugins: [{ name: 'launch', generateBundle: launch }],
  output: { dir: 'bundle', format: 'cjs', cleanDir: true },
});

/** Beside the program: what loads it, and that these files are scripts, unlike those of the folder above. */
function launch() {
  this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }' });
  for (const name of readdirSync('launch')) {
    const fileName = name === 'main.cjs' ? 'main.js' : name;
    this.emitFile({ type: 'asset', fileName, source: readFileSync(`launch/${name}`, 'utf8') });
  }
}
