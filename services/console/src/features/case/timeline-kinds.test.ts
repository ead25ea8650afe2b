import { describe, expect, it } from 'vitest';
import { kindsIn, kindsOf, withKind } from './timeline-kinds.ts';

const kindOf = (type: string) =>
  ['firstVisit.begun', 'discharge.done'].includes(type) ? 'move' : type === 'fact.lapsed' ? 'time' : 'fact';
const of = (type: string) => kindsOf({ type }, kindOf);

describe('kinds of entries', () => {
  it('follow what an entry is about, and what it does', () => {
    expect(of('note.addressed')).toEqual(['notes']);
    expect(of('consent.recorded')).toEqual(['consents']);
    expect(of('firstVisit.begun')).toEqual(['stages', 'visits']);
    expect(of('discharge.done')).toEqual(['stages', 'documents']);
    expect(of('fact.lapsed')).toEqual(['system']);
    expect(of('skill.assessed')).toEqual([]);
    expect(of('hidden')).toEqual([]);
  });

  it('stand in the address, in their order, beside whatever else stands there', () => {
    expect(kindsIn(new URLSearchParams('kind=visits,notes,nonsense'))).toEqual(['notes', 'visits']);
    expect(kindsIn(new URLSearchParams(''))).toEqual([]);
    const one = withKind(new URLSearchParams('entry=3'), 'visits');
    expect(one.toString()).toBe('entry=3&kind=visits');
    const two = withKind(one, 'notes');
    expect(two.get('kind')).toBe('notes,visits');
    expect(withKind(withKind(two, 'notes'), 'visits').toString()).toBe('entry=3');
  });
});
