import { type CaseFacts, categories, emptyFacts } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import {
  accessOf,
  actsAs,
  type CaseAccessRow,
  cardAccess,
  categoryRights,
  type Guardianship,
  guardiansOwn,
  knowsWay,
  logSightOf,
  maySendThis,
  mayStillSend,
  projectFacts,
  seesBoard,
  type Viewer,
  whyNobody,
  whyNoCode,
} from './index.ts';
import { aViewer } from './testing/viewers.ts';

const all = categories.filter(category => category !== 'protection');
const aGuardian = (change: Partial<Guardianship> = {}): Viewer =>
  aViewer('family', {
    org: 'm',
    guardian: { caseId: 'own', categories: all, decides: true, relation: 'mother', ...change },
  });
const rows: CaseAccessRow[] = [
  { org: 'org', class: 'full', categories: all },
  { org: 'm', class: 'full', categories: all },
];
const stamp = { seq: 3, on: '2026-11-01', round: 0 };
const consent = { ...stamp, categories: all, purpose: 'care', from: '2026-11-01' } as const;
const facts: CaseFacts = {
  ...emptyFacts('org'),
  bornOn: '2024-03-07',
  needs: ['ventilator'],
  actionItems: [
    { ...stamp, id: 'hers', conference: 'c', owner: 'm' },
    { ...stamp, id: 'another', conference: 'c', owner: 'm2' },
    { ...stamp, id: 'nobodys', conference: 'c' },
  ],
  consents: [
    { ...consent, id: 'station', scope: 'recipient', recipient: 'station' },
    { ...consent, id: 'hospital', scope: 'hospital' },
  ],
  holds: [{ ...stamp, id: 'h', code: 'familyCircumstances', recheckOn: '2026-12-01' }],
};

describe('a guardian', () => {
  it('stands to the one child of its invitation and to no other, whatever rows an organisation of its name has', () => {
    const access = accessOf({ id: 'own', access: [] }, aGuardian());
    expect(access).toEqual({ class: 'invited', categories: all });
    expect(accessOf({ id: 'another', access: rows }, aGuardian())).toBeNull();
    expect(accessOf({ id: 'own', access: rows }, aViewer('family', { org: 'm' }))).toBeNull();
    // A clinical role that got hold of such an invitation is shown nothing by it.
    expect(accessOf({ id: 'own', access: rows }, { ...aGuardian(), role: 'doctor' })).toBeNull();
  });

  it('is shown the row of the matrix, narrowed to what its invitation names, never protection', () => {
    const rights = (viewer: Viewer) => {
      const access = accessOf({ id: 'own', access: [] }, viewer);
      return access && categoryRights(viewer, access);
    };
    expect(rights(aGuardian({ categories }))).toEqual({
      contacts: 'read',
      clinical: 'summary',
      skills: 'own',
      plan: 'own',
      family: 'own',
      money: 'own',
      images: 'own',
      disaster: 'read',
    });
    expect(rights(aGuardian({ categories: ['disaster'] }))).toEqual({ disaster: 'read' });
    expect(rights(aGuardian({ categories: [] }))).toEqual({});
  });

  it('has no board, no log, and a card without reasons, turns and dates', () => {
    const viewer = aGuardian();
    const access = accessOf({ id: 'own', access: [] }, viewer);
    expect(seesBoard(viewer)).toBe(false);
    expect(logSightOf(viewer, access)).toBeNull();
    expect(access && actsAs(access, facts, viewer)).toEqual(access);
    expect(access && cardAccess(access, viewer)?.categories).not.toContain('plan');
    const told = JSON.stringify(access && projectFacts(facts, categoryRights(viewer, access), viewer.org));
    for (const word of ['familyCircumstances', 'station', 'another', 'consents']) expect(told).not.toContain(word);
    expect(told).toContain('2024-03-07');
  });

  it('is told where the case stands where the plan was granted, and not else; everybody else by the matrix', () => {
    expect(knowsWay(aGuardian())).toBe(true);
    expect(knowsWay(aGuardian({ categories: ['plan'] }))).toBe(true);
    expect(knowsWay(aGuardian({ categories: all.filter(category => category !== 'plan') }))).toBe(false);
    expect(knowsWay(aViewer('deviceVendor'))).toBe(true);
    // Whose invitation was withdrawn is still of the family.
    expect(knowsWay(aViewer('family'))).toBe(false);
  });

  it('closes its own tasks and ends what was shared, and nothing else', () => {
    const may = (viewer: Viewer, type: string, body: unknown) => maySendThis(viewer, facts, { type, body });
    expect(may(aGuardian(), 'actionItem.closed', { actionItemId: 'hers' })).toBe(true);
    for (const actionItemId of ['another', 'nobodys', 'none', undefined])
      expect(may(aGuardian(), 'actionItem.closed', { actionItemId }), String(actionItemId)).toBe(false);
    expect(may(aGuardian(), 'consent.withdrawn', { consentId: 'station' })).toBe(true);
    expect(may(aGuardian(), 'consent.withdrawn', { consentId: 'hospital' })).toBe(false);
    expect(may(aGuardian(), 'consent.withdrawn', null)).toBe(false);
    expect(may(aGuardian(), 'note.added', {})).toBe(false);
    expect(may(aViewer('dischargeNurse'), 'actionItem.closed', { actionItemId: 'another' })).toBe(true);
  });

  it('ends no consent without parental authority, or where the family’s situation was not granted', () => {
    const withdrawn = { type: 'consent.withdrawn', body: { consentId: 'station' } };
    for (const viewer of [aGuardian({ decides: false }), aGuardian({ categories: ['contacts', 'plan'] })]) {
      expect(maySendThis(viewer, facts, withdrawn)).toBe(false);
      expect(mayStillSend(viewer, facts, 'consent.withdrawn')).toBe(false);
    }
    const without = aGuardian({ categories: ['contacts', 'family'] });
    expect(guardiansOwn(without, facts).actionItems).toEqual([]);
    expect(mayStillSend(without, facts, 'actionItem.closed')).toBe(false);
  });

  it('is offered only what is left to do', () => {
    const done: CaseFacts = {
      ...facts,
      actionItems: facts.actionItems.map(item => ({ ...item, closedOn: '2026-11-02' })),
      consents: facts.consents.map(given => ({ ...given, withdrawnOn: '2026-11-02' })),
    };
    for (const type of ['actionItem.closed', 'consent.withdrawn']) {
      expect(mayStillSend(aGuardian(), facts, type)).toBe(true);
      expect(mayStillSend(aGuardian(), done, type)).toBe(false);
    }
    expect(mayStillSend(aViewer('doctor'), done, 'note.added')).toBe(true);
  });
});

describe('somebody of the family', () => {
  const open = { stage: 'planning', step: 'planning', bornOn: '2024-03-07' };
  const closed = (step: string | null) => ({ ...open, stage: 'closed', step });

  it('is invited to a case that is open and whose birth date is known', () => {
    expect(whyNobody(open)).toBeNull();
    expect(whyNobody({ ...open, bornOn: null })).toBe('notBorn');
    expect(['deceased', 'merged', 'adult', null].map(step => whyNobody(closed(step)))).toEqual([
      ...['deceased', 'merged', 'closed', 'closed'],
    ]);
  });

  it('is given a new code as long as the invitation holds; whoever came, in a closed case too', () => {
    const invited = { isWithdrawn: false, isOver: false, hasCome: false };
    expect(whyNoCode(invited, open)).toBeNull();
    expect(whyNoCode(invited, closed('deceased'))).toBe('deceased');
    const came = { ...invited, hasCome: true };
    expect(whyNoCode(came, closed('deceased'))).toBeNull();
    expect(whyNoCode({ ...came, isOver: true }, open)).toBe('ended');
    expect(whyNoCode({ ...came, isOver: true, isWithdrawn: true }, open)).toBe('withdrawn');
  });
});

describe('what a guardian tells of itself', () => {
  const skill = { ...stamp, procedure: 'suctionOral', caregiver: 'mother', level: 2 } as const;
  const stay = { ...stamp, id: 's1', ordinal: 1, kind: 'home', from: '2026-11-01', to: '2026-11-02' } as const;
  const away = { ...stay, stationVisits: false, permitted: true, status: 'begun' } as const;
  const known: CaseFacts = { ...facts, skills: [skill], stays: [away] };
  const rates = (body: object, viewer = aGuardian()) => maySendThis(viewer, known, { type: 'skill.selfRated', body });
  const writes = (stayId: string, viewer = aGuardian()) =>
    maySendThis(viewer, known, { type: 'trialStay.noted', body: { stayId } });

  it('is how sure it feels of a procedure that somebody has begun to teach it', () => {
    const own = { procedure: 'suctionOral', caregiver: 'mother' };
    expect(rates(own)).toBe(true);
    expect(rates({ ...own, caregiver: 'father' })).toBe(false);
    expect(rates({ ...own, procedure: 'cannulaChange' })).toBe(false);
    expect(rates(own, aGuardian({ categories: ['plan'] }))).toBe(false);
    expect(rates({ ...own, caregiver: 'father' }, aGuardian({ relation: 'father' }))).toBe(false);
    expect(mayStillSend(aGuardian(), known, 'skill.selfRated')).toBe(true);
    expect(mayStillSend(aGuardian(), facts, 'skill.selfRated')).toBe(false);
  });

  it('is the diary of the stay that has begun, for whoever was granted the plan', () => {
    expect([writes('s1'), writes('s2')]).toEqual([true, false]);
    expect(writes('s1', aGuardian({ categories: ['skills'] }))).toBe(false);
    const planned: CaseFacts = { ...known, stays: [{ ...away, status: 'planned' }] };
    expect(mayStillSend(aGuardian(), planned, 'trialStay.noted')).toBe(false);
  });
});
