import { describe, expect, it } from 'vitest';
import { type Claimed, provePathway, type Searched, type Told, type Walked } from './proof.ts';

const told: Told = { notice: 'deadline', roles: ['dischargeNurse'], escalatedTo: ['doctor'] };

/** An invented pathway of two stages and an end, in which everything is proved. */
const whole: Claimed = {
  version: 1,
  places: [
    { id: 'ward', ends: ['closed.home'] },
    { id: 'visit', ends: ['closed.home'] },
    { id: 'closed.home', ends: ['closed.home'] },
    { id: 'closed.dead', ends: [] },
  ],
  moves: [
    { from: 'ward', event: 'went', to: 'visit', needs: ['isWell'] },
    { from: 'visit', event: 'ended', to: 'closed.home', needs: [] },
    { from: 'ward', event: 'died', to: 'closed.dead', needs: [] },
  ],
  events: ['went', 'ended', 'died', 'recorded', 'reminded'],
  requirements: [{ id: 'isWell', fix: 'recorded' }],
  timers: [
    { kind: 'remind', fires: 'reminded', told: null },
    { kind: 'visitDay', fires: null, told },
  ],
  shortcuts: ['died'],
};
const searched: Searched = {
  start: 'w',
  positions: new Map([
    ['w', ['ward']],
    ['v', ['visit']],
    ['v again', ['visit']],
    ['h', ['closed.home']],
    ['d', ['closed.dead']],
  ]),
  steps: [
    { from: 'w', event: 'went', to: 'v' },
    { from: 'w', event: 'died', to: 'd' },
    { from: 'v', event: 'recorded', to: 'v again' },
    { from: 'v', event: 'ended', to: 'h' },
    { from: 'v again', event: 'ended', to: 'h' },
  ],
  handled: new Map([
    ['went', 'accepted'],
    ['ended', 'accepted'],
    ['died', 'accepted'],
    ['recorded', 'accepted'],
    ['reminded', 'refused'],
  ]),
  blocked: new Set(['isWell']),
  released: new Set(['isWell']),
};
const walked: Walked = {
  name: 'home',
  events: new Set(['went', 'recorded']),
  arrows: new Set(['ward went visit']),
  places: new Set(['ward', 'visit']),
};

const holes = (claimed: Partial<Claimed>, found: Partial<Searched> = {}) =>
  provePathway({ ...whole, ...claimed }, { ...searched, ...found }, [walked]).holes.map(
    ({ claim, of }) => `${claim} ${of}`,
  );
const withoutStep = (event: string, from?: string) => ({
  steps: searched.steps.filter(step => step.event !== event || (from !== undefined && step.from !== from)),
});
const timer = (change: object) => ({ timers: [{ kind: 'visitDay', fires: null, told, ...change }] });

describe('a pathway that holds', () => {
  const proof = provePathway(whole, searched, [walked]);

  it('has no hole, and the shortest way to and from every place', () => {
    expect(proof.holes).toEqual([]);
    expect(proof.places.map(({ id, reached, left }) => [id, reached?.length, left?.length])).toEqual([
      ['ward', 0, 2],
      ['visit', 1, 1],
      ['closed.home', 2, 0],
      ['closed.dead', 1, 0],
    ]);
    expect(proof.places[0]?.left).toEqual([
      { event: 'went', to: 'visit' },
      { event: 'ended', to: 'closed.home' },
    ]);
  });

  it('counts the histories that walk a move, an event, a condition and a place', () => {
    expect(proof.moves.map(({ histories }) => histories)).toEqual([1, 0, 0]);
    expect(proof.events.filter(({ histories }) => histories > 0).map(({ type }) => type)).toEqual(['went', 'recorded']);
    expect(proof.requirements).toMatchObject([{ id: 'isWell', asking: ['went'], histories: 1 }]);
    expect(proof.places.map(({ histories }) => histories)).toEqual([1, 1, 0, 0]);
  });

  it('goes by what skips the way only where nothing else leads there', () => {
    const short = { from: 'w', event: 'died', to: 'h' };
    const more = provePathway(whole, { ...searched, steps: [short, ...searched.steps] }, []);
    expect(more.places[2]?.reached?.map(({ event }) => event)).toEqual(['went', 'ended']);
    expect(more.places[3]?.reached?.map(({ event }) => event)).toEqual(['died']);
  });
});

describe('a broken pathway is found out', () => {
  it.each([
    [
      'a stage that nothing leads to',
      {},
      withoutStep('went'),
      ['reached visit', 'reached closed.home', 'left ward', 'taken ward went visit'],
    ],
    [
      'a stage that nothing leads out of',
      {},
      withoutStep('ended'),
      ['reached closed.home', 'left ward', 'left visit', 'taken visit ended closed.home'],
    ],
    ['one position of a stage that nothing leads out of', {}, withoutStep('ended', 'v again'), ['left visit']],
    [
      'a move that is declared and never taken',
      { moves: [...whole.moves, { from: 'visit', event: 'went', to: 'ward', needs: [] }] },
      {},
      ['taken visit went ward'],
    ],
    ['an event that nothing takes', { events: [...whole.events, 'sung'] }, {}, ['handled sung']],
    [
      'a condition that no move asks for',
      { moves: whole.moves.map(move => ({ ...move, needs: [] })) },
      {},
      ['used isWell'],
    ],
    ['a condition that never holds anybody back', {}, { blocked: new Set<string>() }, ['used isWell']],
    ['a condition that nothing makes true', {}, { released: new Set<string>() }, ['used isWell']],
    ['a condition whose event there is not', { requirements: [{ id: 'isWell', fix: 'sung' }] }, {}, ['used isWell']],
    ['a timer whose event nothing takes', timer({ fires: 'sung' }), {}, ['timed visitDay']],
    ['a timer of which nothing comes', timer({ told: null }), {}, ['timed visitDay']],
    ['a timer without an entry in the catalogue', timer({ told: { ...told, notice: null } }), {}, ['told visitDay']],
    ['a timer that nobody is reminded by', timer({ told: { ...told, roles: [] } }), {}, ['told visitDay']],
    [
      'a timer that nobody is told of once it was missed',
      timer({ told: { ...told, escalatedTo: [] } }),
      {},
      ['told visitDay'],
    ],
  ] as const)('%s', (_what, claimed, found, expected) => {
    expect(holes(claimed as Partial<Claimed>, found)).toEqual(expected);
  });
});
