import { describe, expect, it } from 'vitest';
import { besides, openCases, placeOf } from './presence.ts';

const [sato, matsumoto] = [
  { id: 'm1', name: '佐藤 恵' },
  { id: 'm2', name: '松本 麻衣', org: 'のぞみ訪問看護' },
];

describe('where somebody is', () => {
  it('is the board and the case opened last', () => {
    expect(placeOf([{ board: true }, { caseId: 'a' }, { caseId: 'b' }], true)).toEqual({ board: true, caseId: 'b' });
    expect(placeOf([{ caseId: 'a' }], true)).toEqual({ board: false, caseId: 'a' });
  });
  it('is nowhere while the tab is hidden', () => {
    expect(placeOf([{ board: true }, { caseId: 'a' }], false)).toEqual({ board: false, caseId: null });
  });
});

describe('who else is there', () => {
  it('leaves oneself out, and cases that nobody else has open', () => {
    expect(besides([sato, matsumoto], 'm1')).toEqual([matsumoto]);
    const open = openCases({ board: [], more: 0, cases: { a: [sato], b: [sato, matsumoto] } }, 'm1');
    expect([...open]).toEqual([['b', [matsumoto]]]);
  });
});
