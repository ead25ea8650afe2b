import { FIRST_START, startProduct } from './product.ts';

/** One first start for the whole run: every test that wants the usual one begins with a copy of its data. */
export async function setup(): Promise<() => Promise<void>> {
  const first = await startProduct();
  await first.stop();
  process.env[FIRST_START] = first.dataDir;
  return () => first.remove();
}
