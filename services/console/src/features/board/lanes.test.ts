import type { LaneKind } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { aCard } from '../../live/a-card.ts';
import { laneOf, laneRank, riskOf } from './lanes.ts';
import { placeCards } from './placing.ts';

const view = {
  today: '2026-11-22',
  orgKinds: { h1: 'hospital', v1: 'visitingNursingStation', t1: 'municipality', c1: 'healthCentre' },
};
const card = aCard('0142', 1, {
  owners: ['h1', 'v1', 't1'],
  age: 14,
  turn: { org: 'v1', role: 'visitingNurse', since: '2026-11-20' },
  due: { kind: 'plan', on: '2026-11-24' },
});

describe('the lane of a card', () => {
  it.each<[LaneKind, string]>([
    ['none', ''],
    ['lead', 'h1'],
    ['town', 't1'],
    ['station', 'v1'],
    ['team', 'visitingNurse'],
    ['risk', 'soon'],
    ['age', 'from1'],
  ])('by %s is %j', (by, lane) => {
    expect(laneOf(by, view)(card)).toBe(lane);
  });

  it.each<LaneKind>(['town', 'station', 'team', 'age'])('by %s is none where it is not shared', by => {
    expect(laneOf(by, view)(aCard('a', 1))).toBe('');
  });

  it('takes a health centre for the town', () => {
    expect(laneOf('town', view)(aCard('a', 1, { owners: ['h1', 'c1'] }))).toBe('c1');
  });
});

it.each([
  [{ due: { kind: 'x', on: '2026-11-21' }, holds: [{ code: 'other', n: 1 }] }, 'overdue'],
  [{ due: { kind: 'x', on: '2026-11-22' }, holds: [{ code: 'other', n: 1 }] }, 'held'],
  [{ due: { kind: 'x', on: '2026-11-25' }, holds: [] }, 'soon'],
  [{ due: { kind: 'x', on: '2026-11-26' }, holds: [] }, 'calm'],
  [{ holds: [] }, 'calm'],
])('the risk of %j is %s', (held, expected) => {
  expect(riskOf(held, view.today)).toBe(expected);
});

describe('lanes', () => {
  const place = (by: LaneKind, cards: Parameters<typeof placeCards>[0]) =>
    placeCards(cards, ['preparation'], {
      laneOf: laneOf(by, view),
      rank: laneRank(by),
      nameOf: id => ({ v1: 'のぞみ訪看', v2: 'あおば訪看' })[id] ?? id,
      today: view.today,
    });

  it('stand by name, the cases without one last', () => {
    const kinds = { ...view, orgKinds: { ...view.orgKinds, v2: 'visitingNursingStation' } };
    const lanes = placeCards([card, aCard('none', 1), aCard('b', 1, { owners: ['v2'] })], ['preparation'], {
      laneOf: laneOf('station', kinds),
      rank: laneRank('station'),
      nameOf: id => ({ v1: 'のぞみ', v2: 'あおば' })[id] ?? '',
      today: view.today,
    });
    expect(lanes.map(({ id }) => id)).toEqual(['v2', 'v1', '']);
  });

  it('of ages and risks stand in their own order', () => {
    const ages = [aCard('a', 1, { age: 200 }), aCard('b', 1, { age: 3 }), aCard('c', 1), aCard('d', 1, { age: 80 })];
    expect(place('age', ages).map(({ id }) => id)).toEqual(['under1', 'from6', 'from15', '']);
  });

  it('count what is late and what is stopped', () => {
    const [lane] = place('none', [
      aCard('a', 1, { due: { kind: 'x', on: '2026-11-01' }, holds: [{ code: 'other', n: 1 }] }),
      aCard('b', 1, { due: { kind: 'x', on: '2026-11-22' } }),
      aCard('c', 1, { holds: [{ code: 'other', n: 2 }] }),
    ]);
    expect(lane).toMatchObject({ count: 3, overdue: 1, held: 2 });
  });
});
