import { type CaseFacts, type Category, categories, emptyFacts } from '@kaerimichi/discharge';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessChanged, deriveAccess } from './index.ts';

const stamp = { seq: 1, on: '2026-01-01', round: 0 };
const context = { hubs: ['hub'], on: '2026-06-01' };
const shared: readonly Category[] = categories.filter(category => category !== 'protection');

type Consent = CaseFacts['consents'][number];
const consent = (change: Partial<Consent> = {}): Consent => ({
  ...stamp,
  id: 'c',
  scope: 'recipient',
  recipient: 'station',
  categories: ['contacts', 'plan'],
  purpose: 'care',
  from: '2026-01-01',
  ...change,
});
type Entry = CaseFacts['team'][number];
const entry = (state: Entry['state'], change: Partial<Entry> = {}): Entry => ({
  ...stamp,
  id: 't',
  function: 'visitingNurse',
  org: 'station',
  state,
  ...change,
});
type Handoff = CaseFacts['handoffs'][number];
const handoff = (status: Handoff['status'], change: Partial<Handoff> = {}): Handoff => ({
  ...stamp,
  id: 'h',
  org: 'station',
  status,
  version: 1,
  ...(status === 'draft' ? {} : { sentSeq: 5 }),
  confirmed: [],
  questions: [],
  ...change,
});
const facts = (change: Partial<CaseFacts> = {}): CaseFacts => ({ ...emptyFacts('lead'), ...change });
const rowOf = (change: Partial<CaseFacts>, org = 'station', on = context.on) =>
  deriveAccess(facts(change), { ...context, on }).find(row => row.org === org);

describe('who may see a case', () => {
  it('is the lead, everything but protection, and hubs by number; sorted', () => {
    expect(deriveAccess(facts(), { hubs: ['z', 'a'], on: context.on })).toEqual([
      { org: 'a', class: 'numberOnly', categories: [] },
      { org: 'lead', class: 'full', categories: shared },
      { org: 'z', class: 'numberOnly', categories: [] },
    ]);
  });

  // Granted, never, withdrawn, lapsed, expired, not yet (reliability.md §6.4).
  const states: readonly (readonly [string, readonly Consent[], boolean])[] = [
    ['granted', [consent()], true],
    ['granted for a period, on its first day', [consent({ from: '2026-06-01', until: '2026-07-01' })], true],
    ['granted for a period, on its last day', [consent({ until: '2026-06-01' })], true],
    ['never given', [], false],
    ['withdrawn', [consent({ withdrawnOn: '2026-06-01' })], false],
    ['lapsed', [consent({ lapsedOn: '2026-06-01' })], false],
    ['expired, the lapse not yet recorded', [consent({ until: '2026-05-31' })], false],
    ['not yet', [consent({ from: '2026-06-02' })], false],
    ['given to somebody else', [consent({ recipient: 'other' })], false],
    ['given for anonymous figures on the programme only', [consent({ purpose: 'programme' })], false],
    ['given for school', [consent({ purpose: 'school' })], true],
    ['given to the hospital only', [consent({ scope: 'hospital' })], false],
    ['withdrawn and given again', [consent({ withdrawnOn: '2026-03-01' }), consent({ id: 'c2' })], true],
  ];
  const grounds: readonly (readonly [string, Partial<CaseFacts>])[] = [
    ['asked', { team: [entry('asked')] }],
    ['accepted', { team: [entry('accepted')] }],
    ['sent a handoff', { handoffs: [handoff('sent')] }],
    ['taken over by a handoff', { handoffs: [handoff('accepted')] }],
    ['asked again after a refusal', { team: [entry('declined'), entry('asked', { id: 't2', seq: 9 })] }],
    ['sent a handoff after a refusal', { team: [entry('declined', { seq: 3 })], handoffs: [handoff('sent')] }],
  ];
  for (const [state, consents, isPartner] of states)
    it.each(grounds)(
      `is, with consent ${state}, an organisation that was %s as a ${isPartner ? 'partner' : 'number'}`,
      (_, change) => {
        const row = isPartner
          ? { class: 'partner', categories: ['contacts', 'plan'] }
          : { class: 'numberOnly', categories: [] };
        expect(rowOf({ ...change, consents: [...consents] })).toEqual({ org: 'station', ...row });
      },
    );

  it.each([
    ['only considered', { team: [entry('considered')] }],
    ['declined', { team: [entry('declined')] }],
    ['ended', { team: [entry('ended')] }],
    ['kept in a draft handoff', { handoffs: [handoff('draft')] }],
    ['out of a handoff that it declined', { handoffs: [handoff('declined')] }],
    ['out of a handoff that was taken back', { handoffs: [handoff('withdrawn')] }],
    ['gone since it took the child over', { team: [entry('ended', { seq: 9 })], handoffs: [handoff('accepted')] }],
    ['consented to but has no part', {}],
  ] satisfies [string, Partial<CaseFacts>][])(
    'is not an organisation that is %s, whatever consent says',
    (_, change) => {
      expect(rowOf({ ...change, consents: [consent()] })).toBeUndefined();
    },
  );

  it('is a hub by consent as a partner, without by number; one that declined keeps the number', () => {
    expect(rowOf({ consents: [consent({ recipient: 'hub' })] }, 'hub')).toMatchObject({ class: 'partner' });
    expect(rowOf({ consents: [consent({ recipient: 'hub', withdrawnOn: '2026-02-01' })] }, 'hub')).toMatchObject({
      class: 'numberOnly',
    });
    expect(rowOf({ team: [entry('declined', { org: 'hub' })] }, 'hub')).toMatchObject({ class: 'numberOnly' });
  });

  it('is the organisation that the lead is offered to, by consent as a partner, without by number', () => {
    const leadOffered = { ...stamp, org: 'station' };
    const numberOnly = { org: 'station', class: 'numberOnly', categories: [] };
    expect(rowOf({ leadOffered })).toEqual(numberOnly);
    expect(rowOf({ leadOffered, consents: [consent({ recipient: 'clinic' })] })).toEqual(numberOnly);
    expect(rowOf({ leadOffered, consents: [consent({ withdrawnOn: '2026-02-01' })] })).toEqual(numberOnly);
    expect(rowOf({ leadOffered, consents: [consent({ categories: ['plan'] })] })).toEqual({
      org: 'station',
      class: 'partner',
      categories: ['plan'],
    });
  });

  it('adds valid consents of one organisation up, and leaves protection out of all', () => {
    const consents = [
      consent({ categories: ['plan', 'protection'] }),
      consent({ id: 'c2', purpose: 'disaster', categories: ['disaster', 'contacts'] }),
      consent({ id: 'c3', categories: ['money'], withdrawnOn: '2026-02-01' }),
      consent({ id: 'c4', categories: ['family'], purpose: 'programme' }),
    ];
    expect(rowOf({ team: [entry('accepted')], consents })?.categories).toEqual(['contacts', 'plan', 'disaster']);
    expect(rowOf({ team: [entry('accepted')], consents: [consent({ categories: ['protection'] })] })).toEqual({
      org: 'station',
      class: 'partner',
      categories: [],
    });
  });

  it('is the lead once, also where it stands in its own team or is a hub', () => {
    const rows = deriveAccess(facts({ team: [entry('accepted', { org: 'lead' })] }), {
      hubs: ['lead'],
      on: context.on,
    });
    expect(rows).toEqual([{ org: 'lead', class: 'full', categories: shared }]);
  });

  it('stays the same when the case is closed', () => {
    const open = facts({ team: [entry('accepted')], consents: [consent()] });
    const closed = { ...open, closing: { ...stamp, how: 'completed' } };
    expect(deriveAccess(closed, context)).toEqual(deriveAccess(open, context));
  });

  it('is the lead alone, beside a hub by number, when it was merged into another, whatever is left in it', () => {
    const left = {
      team: [entry('accepted')],
      handoffs: [handoff('accepted')],
      leadOffered: { ...stamp, org: 'clinic' },
    };
    const merged = facts({
      ...left,
      consents: [consent(), consent({ id: 'c2', recipient: 'hub' })],
      mergedInto: 'other',
    });
    expect(deriveAccess(merged, context)).toEqual([
      { org: 'hub', class: 'numberOnly', categories: [] },
      { org: 'lead', class: 'full', categories: shared },
    ]);
  });

  it('gives each organisation one row, in order, whoever takes part', () => {
    const org = fc.constantFrom('lead', 'hub', 'a', 'b', 'c');
    const team = fc.array(fc.record({ org, state: fc.constantFrom('asked', 'accepted', 'declined', 'ended') }));
    const given = fc.array(fc.record({ recipient: org, categories: fc.subarray([...categories]) }));
    fc.assert(
      fc.property(team, given, (entries, consents) => {
        const rows = deriveAccess(
          facts({
            team: entries.map((some, n) => entry('asked', { ...some, id: `t${n}` } as Partial<Entry>)),
            consents: consents.map((some, n) => consent({ ...some, id: `c${n}` })),
          }),
          context,
        );
        const orgs = rows.map(row => row.org);
        expect(orgs).toEqual([...new Set(orgs)].sort());
        expect(rows.filter(row => row.class === 'full').map(row => row.org)).toEqual(['lead']);
        expect(rows.flatMap(row => row.categories)).not.toContain('protection');
      }),
    );
  });
});

describe('a change of access', () => {
  const before = facts({ team: [entry('accepted')], consents: [consent({ until: '2026-05-31' })] });
  const changed = (after: Partial<CaseFacts>, from = before) => accessChanged(from, { ...from, ...after }, context);

  it('is every consent, team, handoff and lead that moves a row', () => {
    expect(changed({ consents: [consent({ until: '2026-05-31', withdrawnOn: '2026-05-01' })] })).toBe(true);
    expect(changed({ consents: [consent({ until: '2026-12-31' })] })).toBe(true);
    expect(changed({ consents: [consent({ until: '2026-05-31', categories: ['contacts'] })] })).toBe(true);
    expect(changed({ consents: [consent({ until: '2026-05-31', purpose: 'programme' })] })).toBe(true);
    expect(changed({ consents: [] })).toBe(true);
    expect(changed({ team: [entry('ended')] })).toBe(true);
    expect(changed({ team: [...before.team, entry('asked', { id: 't2', org: 'clinic' })] })).toBe(true);
    expect(changed({ handoffs: [handoff('sent', { org: 'clinic' })] })).toBe(true);
    expect(changed({ lead: 'clinic' })).toBe(true);
    expect(changed({ leadOffered: { ...stamp, org: 'clinic' } })).toBe(true);
    expect(changed({ mergedInto: 'other' })).toBe(true);
    const offered = { ...before, leadOffered: { ...stamp, org: 'clinic' } };
    expect(changed({ consents: [...before.consents, consent({ id: 'c2', recipient: 'clinic' })] }, offered)).toBe(true);
    expect(changed({ consents: [...before.consents, consent({ id: 'c2', recipient: 'hub' })] })).toBe(true);
  });

  it('is a lapse, although the consent gave nothing that day any more: the rows still say it does', () => {
    const lapsed = { ...before, consents: [consent({ until: '2026-05-31', lapsedOn: '2026-06-01' })] };
    expect(deriveAccess(before, context)).toEqual(deriveAccess(lapsed, context));
    expect(accessChanged(before, lapsed, context)).toBe(true);
  });

  it('is the first day of a consent given ahead, although nothing about it was changed but that', () => {
    const ahead = facts({ team: [entry('accepted')], consents: [consent({ from: '2026-06-01' })] });
    const begun = { ...ahead, consents: [consent({ from: '2026-06-01', begunOn: '2026-06-01' })] };
    expect(deriveAccess(ahead, { ...context, on: '2026-05-31' })).toContainEqual({
      org: 'station',
      class: 'numberOnly',
      categories: [],
    });
    expect(accessChanged(ahead, begun, context)).toBe(true);
    expect(deriveAccess(begun, context)).toContainEqual({
      org: 'station',
      class: 'partner',
      categories: ['contacts', 'plan'],
    });
  });

  it('is nothing else', () => {
    expect(changed({ whereabouts: 'home' })).toBe(false);
    expect(changed({ team: before.team.map(item => ({ ...item })) })).toBe(false);
    expect(changed({ handoffs: [handoff('draft')] })).toBe(false);
    expect(changed({ consents: [...before.consents, consent({ id: 'c2', recipient: 'stranger' })] })).toBe(false);
    const sent = facts({ ...before, handoffs: [handoff('sent')] });
    expect(changed({ handoffs: [handoff('opened', { confirmed: ['contacts'] })] }, sent)).toBe(false);
  });

  it('is found wherever rows of one day differ', () => {
    const some = fc.record({
      lead: fc.constantFrom('lead', 'station'),
      state: fc.constantFrom('considered', 'asked', 'accepted', 'declined', 'ended'),
      status: fc.constantFrom('draft', 'sent', 'accepted', 'declined', 'withdrawn'),
      withdrawn: fc.boolean(),
      until: fc.constantFrom('2026-05-31', '2026-12-31'),
      shared: fc.subarray([...categories]),
    });
    const toFacts = ({
      lead,
      state,
      status,
      withdrawn,
      until,
      shared: named,
    }: ReturnType<typeof some.generate>['value']) =>
      facts({
        lead,
        team: [entry(state as Entry['state'])],
        handoffs: [handoff(status as Handoff['status'], { org: 'clinic' })],
        consents: [
          consent({ until, categories: named, ...(withdrawn ? { withdrawnOn: '2026-04-01' } : {}) }),
          consent({ id: 'c2', recipient: 'clinic', categories: named }),
        ],
      });
    fc.assert(
      fc.property(some, some, (one, other) => {
        const [a, b] = [toFacts(one), toFacts(other)];
        const differ = JSON.stringify(deriveAccess(a, context)) !== JSON.stringify(deriveAccess(b, context));
        if (differ) expect(accessChanged(a, b, context)).toBe(true);
      }),
    );
  });
});
