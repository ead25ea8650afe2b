import { describe, expect, it } from 'vitest';
import type { NamedChild } from './event.ts';
import { eventDefinitions, eventsByType } from './events.ts';

const known: NamedChild = {
  ...{ familyName: '試験', givenName: null, familyKana: 'しけん', givenKana: null },
  sex: 'unknown',
  birthOrder: 2,
};
const after = (type: string, body: Readonly<Record<string, unknown>>, texts = {}) =>
  eventsByType.get(type)?.identity?.(known, { body, texts });

describe('who the child is', () => {
  it('is told by its name and by its birth, and by nothing else', () => {
    const types = eventDefinitions.flatMap(({ type, identity }) => (identity ? [type] : []));
    expect(types).toEqual(['birth.recorded', 'child.named']);
  });

  it('is with a name what the name says, and as before where it says nothing', () => {
    expect(after('child.named', {}, { givenName: 'そら' })).toEqual({ ...known, givenName: 'そら' });
    const texts = { familyName: '新', givenName: 'そら', familyKana: 'しん', givenKana: 'そら' };
    expect(after('child.named', { sex: 'female', birthOrder: 1 }, texts)).toEqual({
      ...texts,
      sex: 'female',
      birthOrder: 1,
    });
  });

  it('is after its birth the same, to be compared anew', () => {
    expect(after('birth.recorded', { bornOn: '2026-11-30' }, { note: 'メモ' })).toEqual(known);
  });
});
