import { describe, expect, it } from 'vitest';
import { fromBoardRows, toBoardRows } from './board-rows.ts';
import type { Card } from './card.ts';

const aCard = (n: number, wish: Partial<Card> = {}): Card => ({
  id: `case-${n}`,
  no: `K-0000${n}`,
  stage: 'preparing',
  column: 'preparation',
  phase: 'P1',
  tracks: { community: 'working', training: 'ready', equipment: 'working', entitlements: 'working' },
  needs: ['ventilator', 'suction'],
  holds: [],
  cond: { done: 0, all: 1 },
  next: 'communityCandidatesAsked',
  owners: ['org-kodomo'],
  flags: [],
  lead: 'org-kodomo',
  version: n,
  ...wish,
});

describe('rows of a first board', () => {
  it('become the same cards again', () => {
    const cards = [
      aCard(1, { name: '石井 そら', age: 14, corrAge: 11, due: { kind: 'conference', on: '2026-12-01' } }),
      aCard(2, { next: null, turn: { org: null, role: 'coordinator', since: '2026-11-01' } }),
      aCard(3, { initial: '石', needs: [], cond: { done: 3, all: 8 }, holds: [{ code: 'equipment', n: 2 }] }),
    ];
    expect(fromBoardRows(JSON.parse(JSON.stringify(toBoardRows(cards))))).toEqual(cards);
  });

  it('say once what cards have in common', () => {
    const { dictionaries, rows, columns } = toBoardRows([aCard(1), aCard(2), aCard(3, { needs: ['tubeFeeding'] })]);
    expect(dictionaries.needs).toEqual([['ventilator', 'suction'], ['tubeFeeding']]);
    expect(rows.map(row => row[columns.indexOf('needs')])).toEqual([0, 0, 1]);
    expect(dictionaries.tracks).toHaveLength(1);
  });
});
