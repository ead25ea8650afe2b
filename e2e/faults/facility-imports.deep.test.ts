import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { type Product, startProduct } from '../product/product.ts';
import { importTwice, sharedLists } from './facility-files.ts';

let product: Product;
let coordinator: Client;
beforeAll(async () => {
  product = await startProduct();
  coordinator = await signIn(product.url, 'coord@demo');
});
afterAll(() => product?.remove());

/** The largest, with 91,181 and 124,511 rows, read and written. */
const LONGEST_MS = 60_000;

it('imports every public list there is, counted apart by file and kind; none twice, none longer than a minute', async () => {
  const lists = sharedLists();
  if (lists.length === 0) console.log('shared/data does not stand beside the project: nothing is imported.');
  const table: Record<string, unknown> = {};
  let facilities = 0;
  for (const path of lists) {
    const began = performance.now();
    const { rows, parts } = await importTwice(coordinator, path);
    const ms = Math.round(performance.now() - began);
    expect(ms / 2, path).toBeLessThan(LONGEST_MS);
    facilities += rows.new;
    const kinds = parts.flatMap(part => part.kinds).map(({ kind, n }) => `${kind} ${n}`);
    const { read, refused } = rows;
    table[placeOf(path)] = { read, refused, facilities: rows.new, kinds: kinds.join(', '), bothMs: ms };
  }
  console.table(table);
  const { body } = await coordinator.get<{ total: number }>('/facilities');
  expect(body.total).toBe(facilities);
  console.log(`${lists.length} files, ${facilities} facilities`);
});

/** A file by its folder and name, which is not alone in its name. */
const placeOf = (path: string) => path.split('/').slice(-3).join('/');
