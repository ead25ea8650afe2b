import { describe, expect, it } from 'vitest';
import { later } from './ja/later.ts';

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.ts', '!./{ja,en}/*'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
/** Loaded before all words are: the entry, the frame, and what `screens.tsx` calls a first view. */
const entries = [
  ...['../main.tsx', '../app/app.tsx', '../app/signed-in.tsx', '../features/sign-in/sign-in-page.tsx'],
  ...['../features/board/board-page.tsx', '../features/board/board-list-page.tsx'],
  // Where the connection may be away.
  '../features/sign-in/lock-sheet.tsx',
  '../features/sign-in/idle-sheet.tsx',
];

const inSource = (from: string, to: string) =>
  new URL(to, `file:///words/${from}`).pathname.replace(/^\/words\//, './').replace(/^\/(?!words)/, '../');

/** Modules that one loads with its static imports. */
function closure(from: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (path: string) => {
    const source = sources[path];
    if (source === undefined || found.has(path)) return;
    found.add(path);
    const imports = /^(?:import|export)\s+(?!type\s)(?:[^;']*?\sfrom\s+)?'(\.[^']+)'/gm;
    for (const [, to = ''] of source.matchAll(imports)) visit(inSource(path, to));
  };
  from.forEach(visit);
  return found;
}

const firstView = [...closure(entries)];

describe('a first view', () => {
  it('says no word that is not loaded yet', () => {
    expect(entries.filter(entry => !firstView.includes(entry))).toEqual([]);
    expect(firstView.length).toBeGreaterThan(100);
    const said = firstView.flatMap(path => Object.keys(later).filter(key => sources[path]?.includes(`'${key}'`)));
    expect(said).toEqual([]);
  });

  it('looks no word of a code up that is not loaded yet', () => {
    const families = new Set(Object.keys(later).map(key => key.split('.')[0]));
    const asked = firstView.flatMap(path =>
      [...(sources[path] ?? '').matchAll(/\b(?:code|findCode|findWord)\('(\w+)'/g)].map(
        ([, kind]) => `${kind} ${path}`,
      ),
    );
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter(one => families.has(one.split(' ')[0] ?? ''))).toEqual([]);
  });

  it('is all that loads without them: every other part waits for its words', () => {
    const where = (pattern: RegExp) => Object.keys(sources).filter(path => pattern.test(sources[path] ?? ''));
    expect(where(/\bisFirst: true/).sort()).toEqual([
      '../app/app.tsx',
      '../app/screens.tsx',
      '../app/session-lock.tsx',
    ]);
    // React's own would wait for none, and hold back what it shows.
    expect(where(/\blazy\(|<Suspense/)).toEqual([]);
  });
});
