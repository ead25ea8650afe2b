import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { noteAddress, runningAddress } from './running-address.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaerimichi-address-'));
  mkdirSync(join(folder, 'postgres'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('is told beside the program from its start to its end', () => {
  expect(runningAddress(folder)).toBeNull();
  const forget = noteAddress(folder, 'http://localhost:3456');
  expect(runningAddress(folder)).toBe('http://localhost:3456');
  forget();
  expect([runningAddress(folder), readdirSync(join(folder, 'postgres'))]).toEqual([null, []]);
});

it('is not told of a program that was killed, nor by a later process of its number, nor from a file cut short', () => {
  noteAddress(folder, 'http://localhost:3456');
  const file = join(folder, 'postgres/address.json');
  const said = readFileSync(file, 'utf8');
  for (const left of [
    said.replace(/"pid":\d+/, '"pid":2147483647'),
    said.replace(/"birth":"/, '$&earlier '),
    said.slice(0, -9),
  ]) {
    writeFileSync(file, left);
    expect(runningAddress(folder), left).toBeNull();
  }
});

it('is left as it is by a program that ends after another began', () => {
  const forget = noteAddress(folder, 'http://localhost:3456');
  noteAddress(folder, 'http://localhost:4567');
  forget();
  expect(runningAddress(folder)).toBe('http://localhost:4567');
});
