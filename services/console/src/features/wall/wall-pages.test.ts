import type { Card } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { aCard } from '../../live/a-card.ts';
import { appointmentsOf, standing, wallPages } from './wall-pages.ts';

const today = '2026-12-01';
const columns = ['preparation', 'home'];
const due = (on: string, kind = 'due') => ({ due: { kind, on } });
const hold = (code: string) => ({ code, n: 1 });
const wall = { columns, today, org: 'h1', nameOf: (lane: string) => lane, room: 3 };
const numbers = (cards: Card[], change: Partial<typeof wall> = {}) =>
  wallPages(cards, { ...wall, ...change }).map(({ lane, part, parts, cells }) => ({
    at: `${lane} ${part + 1}/${parts}`,
    cells: cells.map(({ tiles, count }) => `${tiles.map(({ card }) => card.id).join(' ')} of ${count}`),
  }));

describe('the pages of a wall', () => {
  it('have what is overdue first, then what is due today, what stands still, and the rest by its day', () => {
    const cards = [
      aCard('none', 1),
      aCard('late', 1, due('2026-12-30')),
      aCard('soon', 1, due('2026-12-02')),
      aCard('held', 1, { ...due('2026-12-20'), holds: [hold('housing')] }),
      aCard('today', 1, due(today)),
      aCard('over', 1, due('2026-11-28')),
    ];
    expect(numbers(cards, { room: 9 })).toEqual([
      { at: 'h1 1/1', cells: ['over today held soon late none of 6', ' of 0'] },
    ]);
  });

  it('show of those at home what is not as it should be, and count all', () => {
    const home = { column: 'home' };
    const cards = [
      aCard('quiet', 1, { ...home, ...due('2026-12-02') }),
      aCard('over', 1, { ...home, ...due('2026-11-30') }),
      aCard('held', 1, { ...home, holds: [hold('other')] }),
    ];
    expect(numbers(cards)[0]?.cells[1]).toBe('over held of 3');
  });

  it('are a lane each, the own one first, and as many as a long lane needs', () => {
    const cards = [
      ...['a', 'b', 'c', 'd'].map(id => aCard(id, 1)),
      aCard('other', 1, { lead: 'a-lane' }),
      aCard('quiet', 1, { lead: 'quiet-lane', column: 'home' }),
    ];
    expect(numbers(cards)).toEqual([
      { at: 'h1 1/2', cells: ['a b c of 4', ' of 0'] },
      { at: 'h1 2/2', cells: ['d of 4', ' of 0'] },
      { at: 'a-lane 1/1', cells: ['other of 1', ' of 0'] },
    ]);
  });

  it('say of those at home how many need nobody today, on every part alike', () => {
    const cards = [
      ...['a', 'b', 'c', 'd'].map(id => aCard(id, 1)),
      aCard('quiet', 1, { column: 'home' }),
      aCard('over', 1, { column: 'home', ...due('2026-11-30') }),
    ];
    const quiet = wallPages(cards, wall).map(({ cells }) => cells.map(cell => cell.quiet));
    expect(quiet).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  it('have room for the reason below an urgent day: fewer such tiles fit', () => {
    const held = ['a', 'b', 'c'].map(id => aCard(id, 1, { ...due('2026-11-28'), holds: [hold('training')] }));
    const far = held.map(card => ({ ...card, due: { kind: 'due', on: '2026-12-30' } }));
    expect(numbers(held).map(({ cells }) => cells[0])).toEqual(['a of 3', 'b of 3', 'c of 3']);
    expect(numbers(held, { room: 4 }).map(({ cells }) => cells[0])).toEqual(['a b of 3', 'c of 3']);
    expect(numbers(far).map(({ cells }) => cells[0])).toEqual(['a b c of 3']);
  });

  it('are one where nothing is to be shown', () => {
    expect(numbers([]).map(({ cells }) => cells)).toEqual([[' of 0', ' of 0']]);
    expect(numbers([aCard('q', 1, { column: 'home' })]).map(({ cells }) => cells)).toEqual([[' of 0', ' of 1']]);
  });
});

it('the band has the visits, conferences and discharges of today and the discharges of tomorrow', () => {
  const cards = [
    aCard('1', 1, due(today, 'conference')),
    aCard('2', 1, due('2026-12-02', 'discharge')),
    aCard('3', 1, due(today, 'visit')),
    aCard('4', 1, due('2026-12-02', 'visit')),
    aCard('5', 1, due(today, 'due')),
    aCard('6', 1, due('2026-11-30', 'visit')),
  ];
  expect(appointmentsOf(cards, today).map(({ no, kind, isTomorrow }) => [no, kind, isTomorrow])).toEqual([
    ['K-3', 'visit', false],
    ['K-1', 'conference', false],
    ['K-2', 'discharge', true],
  ]);
});

it('cases that stand still are counted once, and for each reason', () => {
  const holds = [[hold('housing'), hold('equipment')], [hold('equipment')], []];
  expect(standing(holds.map((own, at) => aCard(String(at), 1, { holds: own })))).toEqual({
    count: 2,
    reasons: [
      { code: 'equipment', n: 2 },
      { code: 'housing', n: 1 },
    ],
  });
});
