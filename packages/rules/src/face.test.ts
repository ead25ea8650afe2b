import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Modules that a face loads at run time. */
function loadedBy(entry: string): readonly string[] {
  const files = new Set([new URL(entry, import.meta.url).href]);
  for (const file of files)
    for (const [, clause = '', from = ''] of readFileSync(new URL(file), 'utf8').matchAll(
      /^(?:import|export) ([^;]*?)from '(\.[^']+)';/gms,
    ))
      if (!clause.startsWith('type ')) files.add(new URL(from, file).href);
  return [...files];
}

it('a browser loads the calendar without a rule or a table', () => {
  const loaded = loadedBy('./calendar.ts');
  expect(loaded.length).toBeGreaterThan(5);
  expect(loaded.filter(file => !/\/rules\/src\/(calendar\.ts|words\.ts|calendar\/)/.test(file))).toEqual([]);
});
