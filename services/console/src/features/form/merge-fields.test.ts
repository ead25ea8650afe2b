import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeFields } from './merge-fields.ts';

const names = ['goal', 'needs', 'school'];

describe('two people who wrote the same form', () => {
  it('keeps what each changed alone without asking', () => {
    const base = { goal: 'a', needs: ['niv'], school: false };
    const mine = { ...base, goal: 'b' };
    const theirs = { ...base, needs: ['niv', 'oxygen'] };
    expect(mergeFields(names, { base, mine, theirs })).toEqual({ taken: ['needs'], clashes: [] });
  });

  it('asks about a field that both changed, and about no other', () => {
    const base = { goal: 'a', school: false };
    const mine = { goal: 'mine', school: true };
    const theirs = { goal: 'theirs', school: false, needs: [] };
    expect(mergeFields(names, { base, mine, theirs })).toEqual({ taken: ['needs'], clashes: ['goal'] });
  });

  it('does not ask when both wrote the same', () => {
    expect(mergeFields(names, { base: {}, mine: { goal: 'x' }, theirs: { goal: 'x' } })).toEqual({
      taken: [],
      clashes: [],
    });
  });

  it('takes over that a field was emptied', () => {
    expect(mergeFields(names, { base: { goal: 'a' }, mine: { goal: 'a' }, theirs: {} }).taken).toEqual(['goal']);
  });

  it('never drops a value that somebody wrote: it is kept, taken over or asked about', () => {
    const body = fc.record(
      { goal: fc.constantFrom('a', 'b', 'c'), needs: fc.subarray(['niv', 'oxygen']), school: fc.boolean() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(body, body, body, (base, mine, theirs) => {
        const { taken, clashes } = mergeFields(names, { base, mine, theirs });
        const [b, m, t] = [base, mine, theirs].map(one => one as Record<string, unknown>);
        for (const name of names) {
          const result = taken.includes(name) ? t?.[name] : m?.[name];
          const text = JSON.stringify;
          if (clashes.includes(name)) expect(text(m?.[name])).not.toBe(text(t?.[name]));
          else if (text(m?.[name]) !== text(b?.[name])) expect(result).toEqual(m?.[name]);
          else expect(result).toEqual(t?.[name]);
        }
      }),
    );
  });
});
