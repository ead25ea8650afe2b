import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Modules that a face loads at run time, with what they import from elsewhere. */
function loadedBy(entry: string): { files: Set<string>; packages: Set<string> } {
  const files = new Set([new URL(entry, import.meta.url).href]);
  const packages = new Set<string>();
  for (const file of files)
    for (const [, clause = '', from = ''] of readFileSync(new URL(file), 'utf8').matchAll(
      /^(?:import|export) ([^;]*?)from '([^']+)';/gms,
    )) {
      const isTypeOnly = clause.startsWith('type ') || /^\{(\s*type [^,}]+,?)+\s*\}/.test(clause);
      if (isTypeOnly) continue;
      if (from.startsWith('.')) files.add(new URL(from, file).href);
      else packages.add(from);
    }
  return { files, packages };
}

describe('the two faces of the room', () => {
  it('give a browser words and schemas without the chart', () => {
    const { files, packages } = loadedBy('./index.ts');
    expect([...packages].sort()).toEqual(['@kaerimichi/rules/calendar', 'zod']);
    expect([...files].filter(file => /setup\.ts|discharge\.ts|nodes\.ts|histories|\.test\.ts/.test(file))).toEqual([]);
  });

  it('ship no test code', () => {
    const { files, packages } = loadedBy('./chart.ts');
    expect([...packages].sort()).toEqual(['@kaerimichi/rules/calendar', 'xstate', 'zod']);
    expect([...files].filter(file => /histories|\.test\.ts/.test(file))).toEqual([]);
  });
});
