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
