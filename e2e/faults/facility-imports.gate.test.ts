import { readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { importList, inventedList } from '../product/import-list.ts';
import { type Product, startProduct } from '../product/product.ts';
import { importTwice, sharedLists } from './facility-files.ts';
import { randomFrom } from './random-from.ts';

let product: Product;
let coordinator: Client;
beforeAll(async () => {
  product = await startProduct();
  coordinator = await signIn(product.url, 'coord@demo');
});
afterAll(() => product?.remove());

/** The larger ones, and every shelter, are imported by the deep test. */
const SMALL_BYTES = 400_000;
const isAmongMany = (path: string) => /shelters\/e\w+\//.test(path) && !/(141011|142077|142174)\.json$/.test(path);

describe('lists of facilities', () => {
  it('that are small: counts by file and kind equal an independent count, a second run changes nothing', async () => {
    const invented = await importList(coordinator, { name: 'invented.csv', bytes: inventedList });
    expect(invented).toMatchObject({ status: 200, report: { rows: { read: 4, new: 3, refused: 1 } } });
    const small = sharedLists().filter(path => statSync(path).size < SMALL_BYTES && !isAmongMany(path));
    if (small.length === 0) console.log('shared/data does not stand beside the project: only own lists are imported.');
    for (const path of small) await importTwice(coordinator, path);
  });

  it('broken in every way are answered with a report or with every fault', async () => {
    const random = randomFrom(20261129);
    const below = (most: number) => Math.floor(random() * most);
    const files = sharedLists()
      .filter(path => /nakano|kawasaki|142158/.test(path))
      .map(path => readFileSync(path));
    const counts = new Map<number, number>();
    for (const whole of [Buffer.from(inventedList), ...files])
      for (let n = 0; n < 12; n += 1) {
        const bytes = new Uint8Array(whole);
        for (let flips = 0; flips < 1 + n * 3; flips += 1) bytes[below(bytes.length)] = below(256);
        const cut = n % 3 === 0 ? bytes.slice(0, below(bytes.length) + 1) : bytes;
        const { status } = await importList(coordinator, { name: 'broken', bytes: cut }, true);
        counts.set(status, (counts.get(status) ?? 0) + 1);
      }
    expect([...counts.keys()].filter(status => status !== 200 && status !== 400)).toEqual([]);
    expect(product.log()).not.toContain('"fault"');
  });
});
