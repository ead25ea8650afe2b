import { type CaseEvent, type CaseFacts, categories, emptyFacts, roleIds } from '@kaerimichi/discharge';
import { eventsByType } from '@kaerimichi/discharge/chart';
import { describe, expect, it } from 'vitest';
import { accessOf, deriveAccess, enquiryFor, withinRights } from './index.ts';
import { answeringRoles, enquiryTable } from './testing/enquiry-table.ts';
import { aViewer } from './testing/viewers.ts';

const on = '2026-06-15';
const stamp = { seq: 3, on: '2026-06-10', round: 0 };
type Team = CaseFacts['team'][number];
type Consent = CaseFacts['consents'][number];
const entry = (state: Team['state'], change: Partial<Team> = {}): Team => ({
  ...stamp,
  id: `t-${state}`,
  function: 'visitingNurse',
  org: 'station',
  state,
  askedOn: '2026-06-10',
  replyBy: '2026-06-20',
  ...change,
});
const consent = (change: Partial<Consent> = {}): Consent => ({
  ...stamp,
  id: 'c',
  scope: 'recipient',
  recipient: 'station',
  categories: [...categories],
  purpose: 'care',
  from: '2026-06-01',
  ...change,
});
const actor = { person: 'p', membership: 'm', org: 'lead', role: 'dischargeNurse' };
const withdrawn = consent({ withdrawnOn: '2026-06-12' });

const states: Readonly<Record<string, Partial<CaseFacts>>> = {
  askedWithoutConsent: { team: [entry('asked')] },
  askedWithConsentAhead: { team: [entry('asked')], consents: [consent({ from: '2026-07-01' })] },
  askedForFigures: { team: [entry('asked')], consents: [consent({ purpose: 'programme' })] },
  askedWithConsent: { team: [entry('asked')], consents: [consent({ categories: ['disaster'] })] },
  askedAfterWithdrawal: { team: [entry('asked')], consents: [withdrawn] },
  askedAfterLapse: { team: [entry('asked')], consents: [consent({ until: '2026-06-05', lapsedOn: '2026-06-06' })] },
  askedAfterForgottenConsent: { team: [entry('asked')], toldOrgs: ['station'] },
  askedByHub: { team: [entry('asked', { function: 'hub' })] },
  acceptedWithoutConsent: { team: [entry('accepted')] },
  acceptedWithConsent: { team: [entry('accepted')], consents: [consent()] },
  declined: { team: [entry('declined')], consents: [consent()] },
  ended: { team: [entry('ended')], consents: [consent()] },
  considered: { team: [entry('considered')], consents: [consent()] },
  caseClosed: { team: [entry('asked')], closing: { ...stamp, how: 'movedOut' } },
  stranger: { team: [entry('asked', { org: 'other' })] },
};

/** Every fact is a word or day of its own, so that one that leaks is seen. */
const facts = (change: Partial<CaseFacts>): CaseFacts => ({
  ...emptyFacts('lead'),
  bornOn: '2018-03-07',
  birthKnownOn: '2018-03-08',
  gestationWeeks: 27,
  needs: ['ventilator', 'tracheostomy'],
  ...change,
});
const MUNICIPALITY = '142051';

function told(state: string, viewer = { ...aViewer('visitingNurse'), org: 'station' }) {
  const known = facts(states[state] ?? {});
  const rows = deriveAccess(known, { hubs: viewer.orgKind === 'hub' ? ['station'] : [], on });
  const access = accessOf({ id: 'case', access: rows }, viewer);
  return { access, enquiry: access && enquiryFor({ facts: known, access, municipality: MUNICIPALITY }, viewer, on) };
}

const [head = '', ...lines] = enquiryTable.trim().split('\n');
const columns = head.split(/\s+/);

describe('an enquiry', () => {
  it('tells what the table written apart from CASL says, in every state', () => {
    expect(lines.map(line => line.split(/\s+/)[0]).sort()).toEqual(Object.keys(states).sort());
    for (const line of lines) {
      const [state = '', ...cells] = line.split(/\s+/);
      const { access, enquiry } = told(state);
      const child = enquiry?.child;
      const seen: Record<string, boolean> = {
        row: access !== null,
        asks: (enquiry?.asks.length ?? 0) > 0,
        age: child?.ageYears === 8,
        municipality: child?.municipality === MUNICIPALITY,
        needs: child?.needs.join() === 'ventilator,tracheostomy',
      };
      columns.slice(1).forEach((column, at) => {
        expect(seen[column], `${state} ${column}`).toBe(cells[at] === '+');
      });
    }
  });

  it('is never nameless to an organisation that a consent once told who the child is, however many ended since', () => {
    const recorded = eventsByType.get('consent.recorded');
    let known = facts({ team: [entry('asked')] });
    for (const [at, recipient] of ['station', 'other', 'third'].entries()) {
      const { id, scope, categories: named, purpose, from } = consent({ id: `c-${at}` });
      const event = {
        ...{ type: 'consent.recorded', seq: 4 + at, at: `${on}T00:00:00.000Z`, on, by: actor, record: null },
        body: { consentId: id, scope, recipient, categories: named, purpose, from },
      } as unknown as CaseEvent;
      known = recorded?.record(known, event) ?? known;
      known = { ...known, consents: known.consents.map(given => ({ ...given, withdrawnOn: on })) };
    }
    expect(known.consents.map(({ recipient }) => recipient)).not.toContain('station');
    const viewer = { ...aViewer('visitingNurse'), org: 'station' };
    const access = { class: 'numberOnly', categories: [] } as const;
    const enquiry = enquiryFor({ facts: known, access, municipality: MUNICIPALITY }, viewer, on);
    expect(enquiry).toMatchObject({ asks: [{ id: 't-asked' }], child: null });
  });

  it('is told to roles that answer, and to no other', () => {
    for (const role of roleIds) {
      const viewer = { ...aViewer(role), org: 'station' };
      const { enquiry } = told('askedWithoutConsent', viewer);
      expect(Boolean(enquiry?.child), role).toBe(answeringRoles.includes(role));
    }
  });

  it('is told to the coordinator of a hub that was asked, and answered by it', () => {
    const hub = { ...aViewer('coordinator'), org: 'station', orgKind: 'hub' as const };
    expect(told('askedByHub', hub).enquiry).toMatchObject({ asks: [{ function: 'hub' }], child: { ageYears: 8 } });
    expect(told('stranger', hub)).toMatchObject({ access: { class: 'numberOnly' }, enquiry: null });
  });

  it('holds these fields and no other, whatever the case knows', () => {
    const { enquiry } = told('askedWithoutConsent');
    expect(enquiry).toEqual({
      lead: 'lead',
      asks: [{ id: 't-asked', function: 'visitingNurse', on: '2026-06-10', replyBy: '2026-06-20' }],
      child: { ageYears: 8, municipality: MUNICIPALITY, needs: ['ventilator', 'tracheostomy'] },
    });
    expect(JSON.stringify(enquiry)).not.toMatch(/2018|27/);
  });

  it('counts whole years, and none before birth', () => {
    const viewer = { ...aViewer('visitingNurse'), org: 'station' };
    const ageOn = (change: Partial<CaseFacts>, day: string) => {
      const { bornOn: _born, ...unborn } = facts(states.askedWithoutConsent ?? {});
      const known = { ...unborn, ...change };
      const access = { class: 'numberOnly', categories: [] } as const;
      return enquiryFor({ facts: known, access, municipality: null }, viewer, day)?.child?.ageYears;
    };
    expect(ageOn({ bornOn: '2018-03-07' }, '2026-03-06')).toBe(7);
    expect(ageOn({ bornOn: '2018-03-07' }, '2026-03-07')).toBe(8);
    expect(ageOn({ bornOn: on }, on)).toBe(0);
    expect(ageOn({ bornOn: '2026-06-16' }, on)).toBeNull();
    expect(ageOn({ expectedOn: '2026-09-01' }, on)).toBeNull();
  });

  it('is none for the lead, which asks itself nothing', () => {
    const own = { ...entry('asked'), org: 'lead' };
    const access = { class: 'full', categories } as const;
    const viewer = { ...aViewer('doctor'), org: 'lead' };
    expect(enquiryFor({ facts: facts({ team: [own] }), access, municipality: null }, viewer, on)).toBeNull();
  });
});

describe('rights within others', () => {
  it('are of each category the lesser, and none that the others lack', () => {
    expect(
      withinRights(
        { contacts: 'read', clinical: 'summary', plan: 'writeOwn', money: 'write', skills: 'own' },
        { contacts: 'own', clinical: 'write', plan: 'read', skills: 'write' },
      ),
    ).toEqual({ contacts: 'own', clinical: 'summary', plan: 'read', skills: 'own' });
  });
});
