import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';

// Prisma's migration engine as WebAssembly: no binary, nothing fetched. Import this module only when it is needed
// (3.6 MB, some 40 ms), and never twice: the package's own entry wants a loader that Node does not have.
const wasm = createRequire(import.meta.url)
  .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  .replace(/\.js$/, '.wasm');
// The engine reports its own breakdown here and would otherwise end in an unrelated TypeError.
Object.assign(globalThis, {
  PRISMA_WASM_PANIC_REGISTRY: {
    set_message(message: string) {
      throw new Error(`the migration engine broke down: ${message}`);
    },
  },
});
type Instance = { instance: { exports: { __wbindgen_start(): void } } };
// Node has it; the types come only with the browser's, which this package must not see.
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: { instantiate(bytes: Uint8Array, imports: Record<string, unknown>): Promise<Instance> };
};

async function start(): Promise<typeof engine.SchemaEngine> {
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { './schema_engine_bg.js': engine });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return engine.SchemaEngine;
}

export const schemaEngine = start();
