import { addDays, type Category, categories, deadlineKinds, type FullCard } from '@kaerimichi/discharge';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARD_BYTES } from './fit-card.ts';
import { type CaseAccess, projectCard, type SeenCard, visibilityKey } from './index.ts';

const today = '2026-06-01';
/** The organisation whose turn it is, and one whose turn it is not. */
const asked = { on: today, org: 'canary-turn' };
const another = { on: today, org: 'another' };
const full: CaseAccess = { class: 'full', categories: categories.filter(category => category !== 'protection') };
const partner = (...named: Category[]): CaseAccess => ({ class: 'partner', categories: named });
const numberOnly: CaseAccess = { class: 'numberOnly', categories: [...categories] };

/** A word in every field that some class must not show. */
const card: FullCard = {
  id: 'case',
  no: 'K-00001',
  name: 'canary-name',
  kana: 'canary-kana',
  bornOn: '2025-01-15',
  gestationWeeks: 30,
  stage: 'preparing',
  column: 'preparation',
  phase: 'P1',
  tracks: { 'canary-track': 'canary-state' },
  adult: 'canary-adult',
  needs: ['canary-need'],
  due: { kind: 'visit', on: '2026-06-02' },
  turn: { org: 'canary-turn', role: 'canary-role', since: '2026-05-05' },
  holds: [{ code: 'housing', n: 1 }],
  cond: { done: 31, all: 47 },
  next: 'canary-next',
  owners: ['canary-owner', 'canary-turn'],
  flags: ['discharged15', 'deceased', 'exception', 'readmitted', 'canary-flag'],
  lead: 'lead',
  version: 7,
};
const json = (access: CaseAccess, from = card) => JSON.stringify(projectCard(from, access, another));

/** What each category adds, as it would stand in the text. */
const shownBy: readonly (readonly [Category, readonly string[]])[] = [
  ['contacts', ['canary-name', '"age"', '"corrAge"', 'discharged15']],
  ['clinical', ['canary-need', 'deceased']],
  ['plan', ['canary-track', 'canary-turn', 'canary-next', 'canary-owner', '"cond":{"done":31', 'exception']],
];
const never = ['canary-kana', '2025-01-15', 'canary-adult', '"30"', 'gestation'];

describe('a card', () => {
  it('names a candidate whose answer is waited for to itself and to the lead, not to other partners', () => {
    const open = { ...card, owners: ['lead'] };
    expect(projectCard(open, partner('plan'), another).turn).toEqual({
      org: null,
      role: 'canary-role',
      since: '2026-05-05',
    });
    expect(projectCard(open, partner('plan'), asked).turn?.org).toBe('canary-turn');
    expect(projectCard(open, full, another).turn?.org).toBe('canary-turn');
    expect(projectCard(card, partner('plan'), another).turn?.org).toBe('canary-turn');
  });

  it('tells to whom a turn was given by name to the organisation whose turn it is, and to no other', () => {
    const lent = { to: 'm-lent', until: '2026-06-02T00:00:00.000Z' };
    const given = (org: string | null) => ({
      ...{ ...card, turn: { org, role: 'canary-role', since: '2026-05-05', owner: 'm-owner', lent } },
    });
    const tells = (access: CaseAccess, from: FullCard, reader = another) =>
      /m-owner.*m-lent/.test(JSON.stringify(projectCard(from, access, reader)));
    expect(tells(full, given('lead'))).toBe(true);
    expect(tells(full, given(null))).toBe(true);
    expect(tells(full, given('canary-turn'))).toBe(false);
    for (const access of [partner('plan'), partner(), numberOnly])
      expect([tells(access, given('canary-turn'), asked), tells(access, given('canary-turn'))]).toEqual([true, false]);
    expect(tells(partner('plan'), given('lead'))).toBe(false);
  });

  it('tells whoever is asked that it is their turn, by number only and without the plan as well', () => {
    for (const access of [numberOnly, partner(), partner('contacts')]) {
      expect(projectCard(card, access, asked).turn).toEqual(card.turn);
      expect(projectCard(card, access, another).turn).toBeUndefined();
    }
  });

  it('shows the number only, whatever else the case knows', () => {
    expect(projectCard(card, numberOnly, another)).toEqual({
      id: 'case',
      no: 'K-00001',
      stage: 'preparing',
      column: 'preparation',
      phase: 'P1',
      tracks: {},
      needs: [],
      due: { kind: 'due', on: '2026-06-02' },
      holds: [{ code: 'housing', n: 1 }],
      cond: { done: 0, all: 0 },
      next: null,
      owners: [],
      flags: ['readmitted'],
      lead: 'lead',
      version: 7,
    });
  });

  it('shows a partner what its categories hold and nothing else', () => {
    fc.assert(
      fc.property(fc.subarray([...categories]), named => {
        const seen = json(partner(...named));
        for (const [category, words] of shownBy)
          for (const word of words) expect(seen.includes(word), `${category} ${word}`).toBe(named.includes(category));
        for (const word of [...never, 'canary-flag']) expect(seen).not.toContain(word);
        expect(seen).not.toContain('"initial"');
      }),
    );
  });

  it('shows the lead everything but kana and birth date', () => {
    for (const [, words] of shownBy) for (const word of words) expect(json(full)).toContain(word);
    expect(json(full)).toContain('canary-flag');
    for (const word of never) expect(json(full)).not.toContain(word);
  });

  it('has no name where nobody has given one yet, and no ages before birth', () => {
    const unborn = projectCard({ ...card, name: null, bornOn: null }, full, asked);
    expect(unborn).not.toHaveProperty('name');
    expect(unborn).not.toHaveProperty('age');
    expect(projectCard({ ...card, bornOn: '2026-07-01' }, full, asked)).not.toHaveProperty('age');
  });

  it('leaves out a due date and a turn that there is none of', () => {
    const quiet = projectCard({ ...card, due: null, turn: null }, full, asked);
    expect(quiet).not.toHaveProperty('due');
    expect(quiet).not.toHaveProperty('turn');
  });
});

describe('ages', () => {
  const agesOf = (bornOn: string, gestationWeeks: number | null, on = today) => {
    const { age, corrAge } = projectCard({ ...card, bornOn, gestationWeeks }, full, { on, org: 'lead' });
    return [age, corrAge];
  };
  it('are completed months, corrected from the day the child was expected', () => {
    expect(agesOf('2025-01-15', 30)).toEqual([16, 14]);
    expect(agesOf('2025-01-15', 37)).toEqual([16, undefined]);
    expect(agesOf('2025-01-15', null)).toEqual([16, undefined]);
    // Born 70 days early: expected on 2025-03-26.
    expect(agesOf('2025-01-15', 30, '2026-03-25')).toEqual([14, 11]);
    expect(agesOf('2025-01-15', 30, '2026-03-26')).toEqual([14, 12]);
  });
  it('are corrected until three years, and never below none', () => {
    expect(agesOf('2023-06-02', 24)).toEqual([35, 32]);
    expect(agesOf('2023-06-01', 24)).toEqual([36, undefined]);
    expect(agesOf('2026-05-20', 24)).toEqual([0, 0]);
  });
  it('never rise by the correction, and it is never more than four months and a half', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 36 }), fc.integer({ min: 0, max: 1094 }), (weeks, daysAgo) => {
        const [age = 0, corrected = 0] = agesOf(addDays(today, -daysAgo), weeks);
        expect(corrected).toBeLessThanOrEqual(age);
        expect(age - corrected).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe('a due date that falls on the birthday', () => {
  const birthday: FullCard = { ...card, due: { kind: 'adult15', on: '2027-01-14' } };
  it('is told with contacts and the plan, and with the number alone to nobody', () => {
    expect(projectCard(birthday, full, asked).due).toEqual(birthday.due);
    expect(projectCard(birthday, partner('contacts', 'plan'), asked).due).toEqual(birthday.due);
    for (const access of [partner('plan'), partner('contacts'), { class: 'numberOnly', categories: [] } as const])
      expect(projectCard(birthday, access, asked).due).toBeUndefined();
  });
});

describe('a due date', () => {
  const dated = (kind: string): FullCard => ({ ...card, due: { kind, on: '2026-06-02' } });
  const kindFor = (kind: string, access: CaseAccess) => projectCard(dated(kind), access, another).due?.kind;

  it('is a day and no more to whoever sees the number, whatever kind it is', () => {
    const told = Object.keys(deadlineKinds).map(kind => kindFor(kind, numberOnly));
    expect(new Set(told)).toEqual(new Set(['due', undefined]));
    expect(projectCard(dated('lapse.order'), numberOnly, another).due).toEqual({ kind: 'due', on: '2026-06-02' });
  });

  it('is named with the plan, and with what it follows from', () => {
    expect(kindFor('visit', partner('plan'))).toBe('visit');
    expect(kindFor('visit', partner('contacts', 'clinical', 'skills'))).toBe('due');
    for (const [kind, category] of [
      ['lapse.order', 'clinical'],
      ['lapse.skill', 'skills'],
      ['lapse.entitlement', 'money'],
      ['lapse.consent', 'family'],
    ] as const) {
      expect(kindFor(kind, partner('plan')), kind).toBe('due');
      expect(kindFor(kind, partner(category)), kind).toBe('due');
      expect(kindFor(kind, partner('plan', category)), kind).toBe(kind);
    }
  });

  it('of a consent beside a nearer one is told to whoever is told which consents there are', () => {
    const ending: FullCard = { ...card, consentEnds: '2026-06-20' };
    const told = (access: CaseAccess) => projectCard(ending, access, another).consentEnds;
    expect(told({ class: 'full', categories: [] } as const)).toBe('2026-06-20');
    expect(told(partner('plan', 'family'))).toBe('2026-06-20');
    for (const access of [partner('plan'), partner('family'), numberOnly])
      expect(told(access), JSON.stringify(access)).toBeUndefined();
  });
});

const bytes = (seen: SeenCard) => Buffer.byteLength(JSON.stringify(seen));
const uuid = '0b9e7a52-4f0d-4b0a-9c37-2f5a1d8e6c11';
/** A child with much going on, in the longest words there are. */
const busy: FullCard = {
  ...card,
  id: uuid,
  name: '長谷川 健太郎',
  stage: 'readyForDischarge',
  column: 'handoff',
  tracks: { community: 'ready', training: 'working', equipment: 'ready', entitlements: 'working' },
  needs: ['ventilator', 'tracheostomy', 'suction', 'gastrostomy', 'oxygen'],
  holds: [
    { code: 'noVisitingNurse', n: 1 },
    { code: 'familyCircumstances', n: 1 },
  ],
  turn: { org: 'org-nozomi', role: 'visitingNurse', since: today },
  next: 'nursingOrderCoversFirstVisit',
  owners: ['org-kodomo', 'org-nozomi', 'org-hidamari', 'org-shonan'],
  flags: ['exception', 'adopted'],
  lead: 'org-kodomo',
  version: 123,
};

describe('the size of a card', () => {
  it('stays within 600 bytes for a child with much going on', () => {
    expect(bytes(projectCard(busy, full, asked))).toBeLessThanOrEqual(CARD_BYTES);
    expect(bytes(projectCard(busy, partner('contacts', 'clinical', 'plan'), asked))).toBeLessThanOrEqual(CARD_BYTES);
  });
  it('stays within it with random ids of organisations as well', () => {
    const owners = [uuid, `${uuid.slice(0, -1)}2`];
    const random = { ...busy, lead: uuid, owners, turn: { ...busy.turn!, org: uuid }, holds: busy.holds.slice(0, 1) };
    expect(bytes(projectCard(random, full, asked))).toBeLessThanOrEqual(CARD_BYTES);
  });
  it('gives up tracks and flags first, then who carries it, never what else a board filters by', () => {
    const { name, needs, holds, turn, next, due, cond } = projectCard(busy, full, asked);
    expect({ name, needs, holds, turn, next, due, cond }).toEqual({
      name: busy.name,
      needs: busy.needs,
      holds: busy.holds,
      turn: busy.turn,
      next: busy.next,
      due: busy.due,
      cond: busy.cond,
    });
  });
  it('gives up nothing while it fits', () => {
    const light = { ...busy, needs: ['oxygen'], holds: [], owners: ['org-kodomo'], flags: ['adopted'] };
    expect(projectCard(light, full, asked)).toMatchObject({
      tracks: busy.tracks,
      owners: light.owners,
      flags: light.flags,
    });
  });
});

describe('the key of a visibility', () => {
  it('is the same for the same categories in any order, another for others', () => {
    expect(visibilityKey(partner('plan', 'contacts'))).toBe(visibilityKey(partner('contacts', 'plan')));
    expect(visibilityKey(partner('plan'))).not.toBe(visibilityKey(partner('contacts')));
    expect(new Set([full, partner(), numberOnly].map(visibilityKey)).size).toBe(3);
  });
  it('stands for the same bytes', () => {
    const access = fc.record({
      class: fc.constantFrom('full' as const, 'partner' as const, 'numberOnly' as const),
      categories: fc.shuffledSubarray([...categories]),
    });
    fc.assert(
      fc.property(access, access, (one, other) => {
        if (visibilityKey(one) === visibilityKey(other)) expect(json(one)).toBe(json(other));
      }),
      { numRuns: 500 },
    );
  });
});

describe('any card shown by number', () => {
  it('has neither name nor needs nor next step', () => {
    const word = fc.string({ minLength: 3 }).map(text => `canary-${text}`);
    fc.assert(
      fc.property(word, fc.array(word), word, fc.array(word), (name, needs, next, flags) => {
        const seen = projectCard({ ...card, name, needs, next, flags }, numberOnly, another);
        expect(JSON.stringify(seen)).not.toContain('canary');
        expect(seen).not.toHaveProperty('name');
        expect([seen.needs, seen.next, seen.cond.all]).toEqual([[], null, 0]);
      }),
    );
  });
});
