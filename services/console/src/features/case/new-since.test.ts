import { describe, expect, it } from 'vitest';
import { lastLook } from './last-look.ts';
import { dividerAt, newSince } from './new-since.ts';

const me = { name: '松本', org: 'こども医療センター' };
const by = (name: string | null, org: string | null = 'のぞみ') => ({ name, org, role: 'visitingNurse' });
const events = [
  { seq: 5, by: by('佐藤') },
  { seq: 4, by: by('松本', 'こども医療センター') },
  { seq: 3, by: by('佐藤') },
  { seq: 2, by: by(null) },
];
const last = { version: 3 };

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

describe('the last look at a case', () => {
  const cases = new Map([['a', { version: 3 }]]);

  it('is how far it was read; none where it was not, or nothing ever was', () => {
    expect(lastLook({ isFirst: false, cases }, 'a')).toEqual({ version: 3 });
    expect(lastLook({ isFirst: false, cases }, 'b')).toBeNull();
    expect(lastLook({ isFirst: true, cases }, 'a')).toBeNull();
  });
});
