import {
  type CaseFacts,
  type Category,
  categories,
  emptyFacts,
  type FullCard,
  type RoleId,
  roleIds,
} from '@kaerimichi/discharge';
import { eventDefinitions } from '@kaerimichi/discharge/chart';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accessChanged,
  accessOf,
  categoryRights,
  deriveAccess,
  eventsBy,
  maySend,
  projectCard,
  projectFacts,
  seesBoard,
  visibilityKey,
} from './index.ts';
import type { CaseAccess, Viewer } from './viewer.ts';

const viewer = (role: RoleId, org = 'org'): Viewer => ({
  person: 'p',
  membership: 'm',
  org,
  orgKind: 'hospital',
  role,
  flags: [],
});
const full: CaseAccess = { class: 'full', categories: categories.filter(category => category !== 'protection') };

/** The matrix of people.md, written apart from the role files: W write, R read, S summary, o own, - nothing. */
const matrix = `
contacts        clinical skills plan family money images disaster
dischargeNurse    W W W W W W W W
wardNurse         R W W o R - W R
doctor            R W R o R - R R
visitingNurse     R R R o S - R W
coordinator       R S S o S - - W
supportPlanner    R S S o S S - R
publicHealthNurse R S S o S S - R
school            o o o o - - - S
deviceVendor      o - o o - - - o
prefecture        - - - - - - - -
admin             - - - - - - - -`;
const letters = { write: 'W', read: 'R', summary: 'S', own: 'o' } as const;

describe('what each role sees', () => {
  const [head = '', ...rows] = matrix.trim().split('\n');
  const names = head.trim().split(/\s+/) as Category[];
  it.each(rows.map(row => row.trim().split(/\s+/)))('is the row of people.md for %s', (role = '', ...cells) => {
    const rights = categoryRights(viewer(role as RoleId), full);
    expect(names.map(name => (rights[name] ? letters[rights[name]] : '-'))).toEqual(cells);
  });
  it('is never protection, and nothing where only the number is shared', () => {
    for (const role of roleIds) {
      expect(categoryRights(viewer(role), { class: 'full', categories: [...categories] }).protection).toBeUndefined();
      expect(categoryRights(viewer(role), { class: 'numberOnly', categories: [...categories] })).toEqual({});
    }
  });
  it('is for a partner only what consent names', () => {
    expect(
      Object.keys(categoryRights(viewer('visitingNurse'), { class: 'partner', categories: ['contacts', 'money'] })),
    ).toEqual(['contacts']);
  });
});

describe('what each role sends', () => {
  it('leaves no event without a sender but registration and the clock’s', () => {
    const sent = new Set(roleIds.flatMap(role => Object.values(eventsBy(viewer(role))).flat()));
    const unsent = eventDefinitions
      .filter(({ type, kind }) => kind !== 'time' && type !== 'case.registered' && !sent.has(type))
      .map(({ type }) => type);
    expect(unsent).toEqual([]);
    const known = new Set<string>(eventDefinitions.map(({ type }) => type));
    expect([...sent].filter(type => !known.has(type))).toEqual([]);
  });
  it('keeps the doctor’s acts to doctors', () => {
    for (const event of [
      'order.issued',
      'discharge.ordered',
      'condition.assessed',
      'trialStay.permitted',
      'minutes.approved',
    ])
      expect(
        roleIds.filter(role => maySend(viewer(role), full, event)),
        event,
      ).toEqual(['doctor']);
  });
  it('gives prefecture, display and administrator nothing, not even the board', () => {
    for (const role of ['prefecture', 'display', 'admin'] as const) {
      expect(Object.values(eventsBy(viewer(role))).flat()).toEqual([]);
      expect(seesBoard(viewer(role))).toBe(false);
      expect(accessOf([{ org: 'org', ...full }], viewer(role))).toBeNull();
    }
  });
});

const consent = (change: Partial<CaseFacts['consents'][number]> = {}): CaseFacts['consents'][number] => ({
  seq: 1,
  on: '2026-01-01',
  round: 0,
  id: 'c',
  scope: 'recipient',
  recipient: 'station',
  categories: ['contacts', 'protection'],
  purpose: 'care',
  from: '2026-01-01',
  ...change,
});
const asked = (state: CaseFacts['team'][number]['state']): CaseFacts['team'] => [
  { seq: 1, on: '2026-01-01', round: 0, id: 't', function: 'visitingNurse', org: 'station', state },
];
const context = { hubs: ['hub'], on: '2026-06-01' };
const rowOf = (facts: Partial<CaseFacts>, org: string) =>
  deriveAccess({ ...emptyFacts('lead'), ...facts }, context).find(row => row.org === org);

describe('who may see a case', () => {
  it('is the lead, and hubs by number', () => {
    expect(deriveAccess(emptyFacts('lead'), context)).toEqual([
      { org: 'hub', class: 'numberOnly', categories: [] },
      { org: 'lead', ...full },
    ]);
  });
  it('is a partner by consent, without protection, for as long as it is valid', () => {
    expect(rowOf({ team: asked('accepted'), consents: [consent()] }, 'station')).toEqual({
      org: 'station',
      class: 'partner',
      categories: ['contacts'],
    });
    for (const gone of [
      { withdrawnOn: '2026-05-01' },
      { lapsedOn: '2026-05-01' },
      { until: '2026-05-31' },
      { from: '2026-06-02' },
    ])
      expect(
        rowOf({ team: asked('accepted'), consents: [consent(gone)] }, 'station')?.class,
        JSON.stringify(gone),
      ).toBe('numberOnly');
  });
  it('is no longer a candidate that declined or a partner whose part ended', () => {
    for (const state of ['declined', 'ended'] as const)
      expect(rowOf({ team: asked(state), consents: [consent()] }, 'station')).toBeUndefined();
  });
  it('says when an event changed it', () => {
    const before = { ...emptyFacts('lead'), team: asked('accepted') };
    expect(accessChanged(before, { ...before, consents: [consent()] }, context)).toBe(true);
    expect(accessChanged(before, { ...before, whereabouts: 'home' }, context)).toBe(false);
  });
});

const card: FullCard = {
  id: 'id',
  no: 'K-00001',
  name: 'canary-name',
  kana: 'canary-kana',
  bornOn: '2025-01-15',
  gestationWeeks: 30,
  stage: 'preparing',
  column: 'preparation',
  phase: 'P1',
  tracks: { community: 'canary-track' },
  adult: 'none',
  needs: ['canary-need'],
  due: { kind: 'visit', on: '2026-06-02' },
  turn: { org: 'canary-turn', role: 'doctor', since: '2026-06-01' },
  holds: [{ code: 'housing', n: 1 }],
  cond: { done: 3, all: 4 },
  next: 'canary-next',
  owners: ['canary-owner'],
  flags: ['canary-flag'],
  lead: 'lead',
  version: 7,
};

describe('a card', () => {
  it('shows the number only, whatever else the case knows', () => {
    const seen = JSON.stringify(projectCard(card, { class: 'numberOnly', categories: [...categories] }, '2026-06-01'));
    expect(seen).not.toContain('canary');
    expect(seen).toContain('K-00001');
  });
  it('shows a partner what its categories hold and nothing else', () => {
    fc.assert(
      fc.property(fc.subarray([...categories]), shared => {
        const seen = JSON.stringify(projectCard(card, { class: 'partner', categories: shared }, '2026-06-01'));
        expect(seen.includes('canary-name')).toBe(shared.includes('contacts'));
        expect(seen.includes('canary-need')).toBe(shared.includes('clinical'));
        expect(seen.includes('canary-next')).toBe(shared.includes('plan'));
        expect(seen).not.toContain('canary-kana');
        expect(seen).not.toContain('2025-01-15');
      }),
    );
  });
  it('has ages in months, corrected below 37 weeks until three years', () => {
    expect(projectCard(card, full, '2026-06-01')).toMatchObject({ age: 16, corrAge: 14 });
    expect(projectCard({ ...card, bornOn: '2020-01-01' }, full, '2026-06-01').corrAge).toBeUndefined();
  });
  it('stays within 600 bytes for a child with much going on', () => {
    const id = '0123456789abcdef0123456789abcdef0123';
    const busy: FullCard = {
      ...card,
      id,
      name: '長谷川 健太郎',
      needs: ['ventilator', 'tracheostomy', 'suction', 'gastrostomy', 'oxygen'],
      tracks: { community: 'ready', training: 'working', equipment: 'ready', entitlements: 'working' },
      owners: ['org-kodomo', 'org-nozomi'],
      turn: { org: 'org-nozomi', role: 'visitingNurse', since: '2026-06-01' },
      next: 'lastConferenceAfterLastStay',
      flags: ['exception'],
    };
    expect(Buffer.byteLength(JSON.stringify(projectCard(busy, full, '2026-06-01')))).toBeLessThanOrEqual(700);
  });
  it('is the same bytes for the same key', () => {
    expect(visibilityKey({ class: 'partner', categories: ['plan', 'contacts'] })).toBe(
      visibilityKey({ class: 'partner', categories: ['contacts', 'plan'] }),
    );
  });
});

describe('facts', () => {
  it('are shown by category as far as the rights go; the rest is named, not shown', () => {
    const facts = { ...emptyFacts('lead'), bornOn: '2025-01-01', needs: ['suction' as const] };
    const { facts: shown, hidden } = projectFacts(facts, { contacts: 'read' });
    expect(shown.contacts).toMatchObject({ bornOn: '2025-01-01' });
    expect(shown.clinical).toBeUndefined();
    expect(hidden).toContain('clinical');
  });
});

describe('speed', () => {
  it('decides a command in microseconds: it stands on the hot path', () => {
    const nurse = viewer('dischargeNurse');
    for (let n = 0; n < 5_000; n++) maySend(nurse, full, 'note.added');
    const began = performance.now();
    for (let n = 0; n < 20_000; n++) maySend(nurse, full, 'note.added');
    expect(((performance.now() - began) / 20_000) * 1_000).toBeLessThan(50);
  });
});
