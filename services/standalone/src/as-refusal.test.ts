import { mkdirSync, readdirSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '@kaerimichi/runtime';
import { StartRefused } from '@kaerimichi/store';
import { expect, it } from 'vitest';
import { asRefusal } from './as-refusal.ts';
import { openDatabase } from './open-database.ts';

const faultOf = (attempt: () => unknown): unknown => {
  try {
    return attempt();
  } catch (fault) {
    return fault;
  }
};

it.each([
  ['made', () => mkdirSync(join(devNull, 'postgres'), { recursive: true })],
  ['made where a file is', () => mkdirSync(devNull, { recursive: true })],
  ['looked through', () => readdirSync(devNull)],
])('a folder for the data that cannot be %s is a sentence that names DATA_DIR', (_, attempt) => {
  const refused = asRefusal(faultOf(attempt));
  expect(refused).toBeInstanceOf(StartRefused);
  expect(String(refused)).toMatch(/データの場所にできません.*DATA_DIR.*\n.*cannot be made a folder.*DATA_DIR/);
});

it('so ends a start on such a place', async () => {
  const environment = readEnvironment({ DATA_DIR: devNull });
  if ('faults' in environment) throw new Error(environment.faults.join());
  await expect(openDatabase(environment)).rejects.toThrow(/DATA_DIR に、フォルダーを/);
});
