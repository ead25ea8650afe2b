import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { demoPassword } from './demo-password.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaerimichi-demo-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => join(folder, 'data', 'demo-password');
const passwordOf = (given?: string) => demoPassword(join(folder, 'data'), given);

it('is drawn once, and the same at every start', () => {
  const drawn = passwordOf();
  expect(drawn).toMatch(/^[\w-]{12}$/);
  expect(passwordOf()).toBe(drawn);
});

it('that was given stays the password of a start that gives none', () => {
  expect(passwordOf('chosen by hand')).toBe('chosen by hand');
  expect(passwordOf()).toBe('chosen by hand');
  expect(passwordOf('another one')).toBe('another one');
  expect(passwordOf(undefined)).toBe('another one');
});

it('takes the place of one that was drawn', () => {
  passwordOf();
  expect(passwordOf('chosen by hand')).toBe('chosen by hand');
  expect(readFileSync(file(), 'utf8')).toBe('chosen by hand');
});

it('is for its owner alone, also in a file that was open to others', () => {
  passwordOf();
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  chmodSync(file(), 0o644);
  passwordOf();
  expect(statSync(file()).mode & 0o777).toBe(0o600);
});
