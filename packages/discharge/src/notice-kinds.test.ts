import { describe, expect, it } from 'vitest';
import { eventsByType } from './events.ts';
import { changeKindOf, changeKinds } from './notice-kinds.ts';

describe('kinds of notices', () => {
  it('tells of every kind by some event', () => {
    const kinds = [...eventsByType.values()].map(({ type, kind }) => changeKindOf(type, kind === 'move'));
    expect([...new Set(kinds)].sort()).toEqual([...changeKinds].sort());
  });

  it('calls a handoff what it is, though it moves the case', () => {
    expect(changeKindOf('handoff.accepted', true)).toBe('handoffs');
    expect(changeKindOf('discharge.done', true)).toBe('move');
    expect(changeKindOf('skill.assessed', false)).toBe('entries');
  });
});
