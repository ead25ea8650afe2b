import { describe, expect, it } from 'vitest';
import { cardOf, deadlinesOf, eventsByType, foldFacts } from './chart.ts';
import { deadlineKinds } from './deadline-kinds.ts';
import { aCase, type Story } from './histories/a-case.ts';
import { codesOf } from './histories/walk.ts';

/** Day 0 of these stories is 2026-01-05. */
const cardFor = (child: Story) =>
  cardOf({ id: 'c', no: 'K-00001', name: null, kana: null }, child.state(), { version: 1, on: child.on() });
const dueOn = (child: Story) => cardFor(child).due;
const ahead = (child: Story) => deadlinesOf(child.facts()).filter(({ kind }) => kind === 'dueAhead');
const rowsOf = (child: Story, kind: string) =>
  deadlinesOf(child.facts()).flatMap(row => (row.kind === kind ? [row.on] : []));

describe('a date that a card shows thirty days ahead', () => {
  it('wakes the clock on the day it comes into view, and is on the card from then on', () => {
    const child = aCase({ bornOn: '2014-03-20' });
    expect(dueOn(child)).toBeNull();
    expect(ahead(child)).toEqual([{ kind: 'dueAhead', ref: 'card', on: '2026-02-17', fires: 'due.neared' }]);
    child.waits(42);
    expect(codesOf(child.tries('clock', 'due.neared'))).toEqual(['due.none']);
    child.waits(1).sends('clock', 'due.neared');
    expect(child.on()).toBe('2026-02-17');
    expect(dueOn(child)).toEqual({ kind: 'adult12', on: '2026-03-19' });
    expect(codesOf(child.tries('clock', 'due.neared'))).toEqual(['due.none']);
    expect(ahead(child)).toMatchObject([{ on: '2029-02-17' }]);
  });

  it('is whatever lapses next: skill, order, entitlement, consent', () => {
    const child = aCase({ bornOn: '2026-01-01' });
    child.sends('dsn', 'skill.assessed', { procedure: 'suctionTracheal', caregiver: 'mother', level: 4 });
    expect(ahead(child)).toMatchObject([{ on: '2026-03-07' }]);
    child.sends('doctor', 'order.issued', { from: '@0', until: '@50' });
    expect(ahead(child)).toMatchObject([{ on: '2026-01-26' }]);
    child.sends('dsn', 'entitlement.updated', { kind: 'dailyEquipment', state: 'granted', until: '@45' });
    expect(ahead(child)).toMatchObject([{ on: '2026-01-21' }]);
    const consent = {
      consentId: 'c1',
      scope: 'hospital',
      categories: [],
      purpose: 'care',
      method: 'paper',
      from: '@0',
    };
    const givers = [{ relation: 'mother', authority: 'parental' }];
    child.sends('dsn', 'consent.recorded', { ...consent, givers, until: '@40' });
    expect(ahead(child)).toMatchObject([{ on: '2026-01-16' }]);
    child.waits(30).sends('clock', 'due.neared');
    expect(ahead(child)).toMatchObject([{ on: '2026-03-07' }]);
    expect(dueOn(child)).toEqual({ kind: 'lapse.consent', on: '2026-02-15' });
    // Said once: as what is due next, or beside what is nearer.
    expect(cardFor(child)).not.toHaveProperty('consentEnds');
    const hold = { holdId: 'h1', code: 'equipment', owner: 'm-dsn', recheckOn: '@32' };
    expect(cardFor(child.sends('dsn', 'hold.added', hold))).toMatchObject({
      due: { kind: 'holdRecheck' },
      consentEnds: '2026-02-15',
    });
  });

  it('is not told beside another day while it is far, nor once it has ended', () => {
    const child = aCase({ bornOn: '2026-01-01' }).sends('dsn', 'consent.recorded', {
      ...{ consentId: 'c1', scope: 'hospital', categories: [], purpose: 'care', method: 'paper', from: '@0' },
      ...{ givers: [{ relation: 'mother', authority: 'parental' }], until: '@40' },
    });
    child.sends('dsn', 'hold.added', { holdId: 'h1', code: 'equipment', owner: 'm-dsn', recheckOn: '@3' });
    expect(cardFor(child)).not.toHaveProperty('consentEnds');
    child.waits(30).sends('dsn', 'note.added', { note: '-' });
    expect(cardFor(child).consentEnds).toBe('2026-02-15');
    child.sends('dsn', 'case.closed', { how: 'movedOut', reason: '転居' });
    expect(cardFor(child)).not.toHaveProperty('consentEnds');
  });

  it('is not announced by a clock that stood still until the day itself: what lapses says so', () => {
    const child = aCase({ bornOn: '2026-01-01' }).sends('doctor', 'order.issued', { from: '@0', until: '@50' });
    child.waits(51);
    expect(codesOf(child.tries('clock', 'due.neared'))).toEqual(['due.none']);
    child.sends('clock', 'fact.lapsed', { kind: 'order', ref: 'order' });
    expect(ahead(child)).toMatchObject([{ on: '2037-12-01' }]);
    const teen = aCase({ bornOn: '2011-03-01' }).sends('clock', 'adult.prompted').waits(100);
    expect(codesOf(teen.tries('clock', 'due.neared'))).toEqual([]);
  });

  it('needs no event of its own when it comes into view with what makes it known', () => {
    const child = aCase({ bornOn: '2026-01-01' }).sends('doctor', 'order.issued', { from: '@0', until: '@20' });
    expect(dueOn(child)).toEqual({ kind: 'lapse.order', on: '2026-01-26' });
    expect(ahead(child)).toMatchObject([{ on: '2037-12-01' }]);
  });

  it('is told by the event that records it for an earlier day, and by any other: the clock has nothing to add', () => {
    const alone = { procedure: 'suctionTracheal', caregiver: 'mother', level: 4 };
    const child = aCase({ bornOn: '2026-01-01' }).waits(80);
    child.sends('dsn', 'skill.assessed', alone, { occurred: 0 });
    expect(dueOn(child)).toEqual({ kind: 'lapse.skill', on: '2026-04-06' });
    expect(ahead(child)).toMatchObject([{ on: '2037-12-01' }]);
    expect(codesOf(child.tries('clock', 'due.neared'))).toEqual(['due.none']);
    const late = aCase({ bornOn: '2026-01-01' }).sends('doctor', 'order.issued', { from: '@0', until: '@50' });
    late.waits(25).sends('dsn', 'note.added', { note: '-' });
    expect(dueOn(late)).toEqual({ kind: 'lapse.order', on: '2026-02-25' });
    expect(ahead(late)).toMatchObject([{ on: '2037-12-01' }]);
    expect(codesOf(late.tries('clock', 'due.neared'))).toEqual(['due.none']);
  });

  it('is told by a move that is undone, and by the undoing as well', () => {
    const child = aCase({ bornOn: '2026-01-01' }).goesTo('planning').prepares();
    child.sends('doctor', 'order.issued', { from: `@${child.day()}`, until: `@${child.day() + 50}` });
    child.waits(25).sends('dsn', 'preparation.begun');
    child.sends('dsn', 'move.undone', { seq: child.seq() }, { seconds: 5 });
    expect(child.position().stage).toBe('planning');
    expect(ahead(child)).toMatchObject([{ on: '2037-12-01' }]);
    expect(child.state().facts).toEqual(foldFacts(child.past));
  });

  it('is nobody’s any more once the case is closed', () => {
    const child = aCase({ bornOn: '2014-03-20' }).sends('dsn', 'case.closed', { how: 'movedOut', reason: '転居' });
    expect(ahead(child)).toEqual([]);
  });
});

describe('a child that comes to us after its birthday', () => {
  it('of twelve is asked about at once', () => {
    const child = aCase({ bornOn: '2012-06-01' });
    expect(rowsOf(child, 'adult12')).toEqual(['2026-01-05']);
    expect(rowsOf(child, 'adult15')).toEqual(['2027-05-31']);
  });

  it('of fifteen has thirty days for the panel, counted from the registration', () => {
    const child = aCase({ bornOn: '2009-06-01' });
    expect(rowsOf(child, 'adult15')).toEqual(['2026-02-04']);
    child.sends('clock', 'adult.prompted');
    expect(dueOn(child)).toEqual({ kind: 'adult15', on: '2026-02-04' });
    expect(ahead(child)).toEqual([]);
  });

  it('counts from the day on which the birth date became known, and is not put off by recording it again', () => {
    const child = aCase({ bornOn: undefined }).waits(100).sends('dsn', 'birth.recorded', { bornOn: '2009-06-01' });
    expect(rowsOf(child, 'adult15')).toEqual(['2026-05-15']);
    child.waits(10).sends('dsn', 'birth.recorded', { bornOn: '2009-06-01', gestationWeeks: 30 });
    expect(rowsOf(child, 'adult15')).toEqual(['2026-05-15']);
  });

  it('keeps the birthday itself when that is still to come', () => {
    expect(rowsOf(aCase({ bornOn: '2011-01-10' }), 'adult15')).toEqual(['2026-01-09']);
  });
});

describe('kinds of deadlines', () => {
  it('that only show ask for no event; those that lapse or begin name the thing', () => {
    for (const [kind, { fires, about, shown, tells }] of Object.entries(deadlineKinds)) {
      expect(about !== null, kind).toBe(fires === 'fact.lapsed' || fires === 'fact.begun');
      // What is kept for other cases is told to nobody.
      if (fires === null) expect(shown === 'never', kind).toBe(tells === null);
    }
  });

  it('whose day gives the birth date away become events that only those who read it know of', () => {
    const telling = Object.values(deadlineKinds).flatMap(({ fires, tellsBirthday }) =>
      fires && tellsBirthday ? [fires] : [],
    );
    expect(telling.map(type => eventsByType.get(type)?.category)).toEqual(['contacts', 'contacts']);
  });
});
