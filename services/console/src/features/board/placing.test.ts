import type { Card } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { aCard } from '../../live/a-card.ts';
import { laneOf } from './lanes.ts';
import { placeCards, type Step, stepFrom } from './placing.ts';

const today = '2026-11-22';
const columns = ['intake', 'assessment', 'preparation'];
const place = (cards: Card[], by: 'none' | 'lead' = 'none') =>
  placeCards(cards, columns, {
    laneOf: laneOf(by, { today, orgKinds: {} }),
    today,
    nameOf: lane => ({ h1: 'あおぞら病院', h2: 'うみべ病院' })[lane] ?? '',
  });
const inColumn = (id: string, column: string, over: Partial<Card> = {}) => aCard(id, 1, { column, ...over });

describe('placing cards', () => {
  it('orders a cell by deadline, without one last, then by number', () => {
    const [lane] = place([
      inColumn('c', 'intake'),
      inColumn('b', 'intake', { due: { kind: 'x', on: '2026-11-30' } }),
      inColumn('d', 'intake', { due: { kind: 'x', on: '2026-11-20' } }),
      inColumn('a', 'intake'),
    ]);
    expect(lane?.cells[0]?.cards.map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c']);
  });

  it('makes one lane per hospital, by name, with every column in each', () => {
    const lanes = place(
      [inColumn('a', 'intake', { lead: 'h2' }), inColumn('b', 'preparation', { lead: 'h1' })],
      'lead',
    );
    expect(lanes.map(({ id, count }) => [id, count])).toEqual([
      ['h1', 1],
      ['h2', 1],
    ]);
    expect(lanes.every(({ cells }) => cells.length === columns.length)).toBe(true);
  });

  it('leaves out closed cases and still shows an empty board', () => {
    expect(place([inColumn('x', 'closed')])).toMatchObject([{ id: '', count: 0 }]);
  });
});

describe('moving the focus', () => {
  const lanes = place(
    [
      inColumn('a1', 'intake', { lead: 'h1' }),
      inColumn('a2', 'intake', { lead: 'h1' }),
      inColumn('c1', 'preparation', { lead: 'h1' }),
      inColumn('z1', 'intake', { lead: 'h2' }),
    ],
    'lead',
  );
  it.each<[string, Step, string | null]>([
    ['a1', 'down', 'a2'],
    ['a2', 'up', 'a1'],
    ['a2', 'down', 'z1'],
    ['z1', 'up', 'a2'],
    ['a1', 'up', null],
    ['z1', 'down', null],
    ['a1', 'right', 'c1'],
    ['a2', 'right', 'c1'],
    ['c1', 'left', 'a1'],
    ['c1', 'right', null],
    ['a1', 'last', 'a2'],
    ['a2', 'first', 'a1'],
    ['gone', 'down', null],
  ])('from %s %s is %s', (from, step, to) => {
    expect(stepFrom(lanes, from, step)).toBe(to);
  });
});
