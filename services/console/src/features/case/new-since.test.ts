import { describe, expect, it } from 'vitest';
import { keepLook, readLook } from './last-look.ts';
import { dividerAt, newSince } from './new-since.ts';

const me = { name: '松本', org: 'こども医療センター' };
const by = (name: string | null, org: string | null = 'のぞみ') => ({ name, org, role: 'visitingNurse' });
const events = [
  { seq: 5, by: by('佐藤') },
  { seq: 4, by: by('松本', 'こども医療センター') },
  { seq: 3, by: by('佐藤') },
  { seq: 2, by: by(null) },
];
const last = { version: 3, at: '2026-11-20T08:32:00.000Z' };

describe('what is new since the last look', () => {
  it('is what others wrote since, and nothing on a first look', () => {
    expect(newSince(events, last, me).map(({ seq }) => seq)).toEqual([5]);
    expect(newSince(events, null, me)).toEqual([]);
    expect(newSince(events, { ...last, version: 9 }, me)).toEqual([]);
  });

  it('is told apart by a divider before the first entry that was there', () => {
    expect(dividerAt(events, last, true)).toBe(2);
    expect(dividerAt(events, last, false)).toBe(-1);
    expect(dividerAt(events, null, true)).toBe(-1);
    // Nothing of what is shown was there.
    expect(dividerAt(events.slice(0, 2), last, true)).toBe(-1);
  });
});

describe('a look', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };

  it('is kept and read again; what is damaged is a first look', () => {
    expect(readLook(storage, 'a')).toBeNull();
    keepLook(storage, 'a', last);
    expect(readLook(storage, 'a')).toEqual(last);
    kept.set('a', '{"version":"x"}');
    expect(readLook(storage, 'a')).toBeNull();
    kept.set('a', '{');
    expect(readLook(storage, 'a')).toBeNull();
  });
});
