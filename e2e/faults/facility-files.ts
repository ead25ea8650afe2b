import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect } from 'vitest';
import type { Client } from '../product/client.ts';
import { importList, type ListReport } from '../product/import-list.ts';
import { root } from '../product/product.ts';

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

/** What a file holds, counted apart from the program: rows, and facilities by kind. */
type Counted = { readonly read: number; readonly refused: number; readonly kinds: Readonly<Record<string, number>> };

/** The one file of a ZIP, whose first header stands at its beginning. */
function firstIn(bytes: Buffer): string {
  const from = 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
  return inflateRawSync(bytes.subarray(from)).toString('utf8');
}
const linesOf = (text: string) => text.split('\n').filter(line => line.trim() !== '');
const list = (read: number, kinds: Counted['kinds'], refused = 0): Counted => ({ read, refused, kinds });
const other = (read: number): Counted => list(read, {}, read);

/** Hospitals and clinics of each area, as the titles of its sheets count them, without the row of totals of each. */
const beds: Readonly<Record<string, readonly [number, number]>> = {
  'kawasaki_nanbu.xlsx': [17, 9],
  'kenou.xlsx': [27, 18],
  'kensei.xlsx': [21, 8],
  'shounan_toubu.xlsx': [20, 12],
  'yokosuka_miura.xlsx': [27, 14],
};

type Json = { readonly type?: string; readonly features?: readonly unknown[] };

function ofTables(name: string, bytes: Buffer): Counted | null {
  const lines = () => linesOf(bytes.toString('utf8'));
  const area = beds[name];
  if (area) return list(2 * (area[0] + area[1] + 2), { hospital: area[0], clinic: area[1] }, 4);
  // 3,424 rows of the publisher, 434 numbers among them; 304 institutions have twenty beds or more.
  if (name.startsWith('14_kanagawa')) return list(3_424, { hospital: 304, clinic: 130 });
  if (name.startsWith('sfkopendata')) return list(linesOf(firstIn(bytes)).length - 1, { afterSchoolDay: 25_020 });
  if (name.startsWith('202409_all')) {
    const rows = linesOf(firstIn(bytes));
    return list(rows.length, { medicalInstitution: new Set(rows).size });
  }
  if (name === 'utf_ken_all.zip') return other(linesOf(firstIn(bytes)).length);
  if (name === '170_fukushi_yogu.csv') {
    const rows = lines().slice(1);
    const numbers = new Set(rows.map(row => row.split(',')[1]));
    return list(rows.length, { equipmentRental: numbers.size }, rows.length - numbers.size);
  }
  if (name.startsWith('01-1_hospital')) return list(lines().length - 1, { hospital: lines().length - 1 });
  if (name.startsWith('idoshien'))
    return list(linesOf(bytes.toString('latin1')).length - 2, {
      mobilitySupport: linesOf(bytes.toString('latin1')).length - 2,
    });
  const nakano = { すこやか: 'healthWelfareCentre', 障害のある: 'consultation', 障害児: 'childDevelopment' };
  const kind = Object.entries(nakano).find(([start]) => name.startsWith(start))?.[1];
  if (kind) return list(lines().length - 1, { [kind]: lines().length - 1 });
  return name === 'localgovjp-utf8.csv' ? other(lines().length - 1) : null;
}

function ofJson(path: string, bytes: Buffer): Counted {
  const value = JSON.parse(bytes.toString('utf8')) as Json & Record<string, unknown>;
  if (path.includes('kanagawa_hospitals')) return list(310, { hospital: (value as unknown as unknown[]).length });
  if (path.includes('visiting-nursing/14')) {
    const n = (value as unknown as unknown[]).length;
    return list(n, { visitingNursing: n });
  }
  if (value.type === 'unavailable') return list(0, {});
  if (value.features && path.includes('shelters')) {
    const n = value.features.length;
    return list(n, { [path.includes('emergency') ? 'emergencySite' : 'shelter']: n });
  }
  return other(-1);
}

/** Sends a file twice: counts equal an independent count, and the second time changes nothing. */
export async function importTwice(client: Client, path: string): Promise<ListReport> {
  const bytes = readFileSync(path);
  const counted = ofTables(basename(path).normalize('NFC'), bytes) ?? ofJson(path, bytes);
  const file = { name: basename(path), bytes: new Uint8Array(bytes) };
  const first = await importList(client, file);
  expect(first.status, path).toBe(200);
  const { rows, parts, issues } = first.report;
  expect(rows.read, path).toBe(rows.new + rows.changed + rows.same + rows.refused);
  if (counted.read >= 0) expect([rows.read, rows.refused], path).toEqual([counted.read, counted.refused]);
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
