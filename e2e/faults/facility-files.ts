import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'vitest';
import type { Client } from '../product/client.ts';
import { importList, type ListReport } from '../product/import-list.ts';
import { root } from '../product/product.ts';
import { countList } from './count-lists.ts';

const shared = join(root, '../shared/data');
const folders = ['opendata', 'postal', 'geo'];

function* filesIn(folder: string): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

/** Every public list beside the project; none where it stands alone. */
export const sharedLists = (): string[] =>
  existsSync(shared) ? folders.flatMap(folder => [...filesIn(join(shared, folder))]) : [];

/** Sends a file twice: counts equal an independent count, and the second time changes nothing. */
export async function importTwice(client: Client, path: string): Promise<ListReport> {
  const bytes = readFileSync(path);
  const counted = countList({ path: path.normalize('NFC'), bytes });
  const file = { name: basename(path), bytes: new Uint8Array(bytes) };
  const first = await importList(client, file);
  expect(first.status, path).toBe(200);
  const { rows, parts, issues } = first.report;
  expect(rows.read, path).toBe(rows.new + rows.changed + rows.same + rows.refused);
  expect([rows.read, rows.refused], path).toEqual([counted.read, counted.refused]);
  const kinds: Record<string, number> = {};
  for (const part of parts) for (const { kind, n } of part.kinds) kinds[kind] = (kinds[kind] ?? 0) + n;
  expect(kinds, path).toEqual(counted.kinds);
  const refused = issues.filter(({ isRefused }) => isRefused).reduce((sum, issue) => sum + issue.rows, 0);
  expect(refused, path).toBe(rows.refused);
  // A file without facilities says what it is.
  if (Object.keys(kinds).length === 0) expect(issues.length, path).toBeGreaterThan(0);
  expect(rows.new, path).toBe(Object.values(kinds).reduce((sum, n) => sum + n, 0));
  const second = await importList(client, file);
  expect(second.report.rows, path).toEqual({ ...rows, new: 0, changed: 0, same: rows.read - rows.refused });
  return first.report;
}
