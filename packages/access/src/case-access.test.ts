import { type Category, categories, type RoleId, roleIds } from '@kaerimichi/discharge';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accessOf,
  type CaseAccess,
  type CaseAccessRow,
  cardAccess,
  categoryRights,
  knowsEntry,
  type Right,
  readsEntry,
  readsWhole,
  showingHospitalNumber,
  showingTeam,
} from './index.ts';
import { aViewer } from './testing/viewers.ts';

/** The table of people.md, written apart from the role files: by role and relation, one column a category. */
const matrix = `
                          contacts clinical skills plan family money images disaster protection
dischargeNurse    full    W        W        W      W    W      W     W      W        -
dischargeNurse    partner R        R        R      Wo   S      -     R      R        -
wardNurse         full    R        W        W      Wo   R      -     W      R        -
wardNurse         partner R        R        R      Wo   -      -     R      R        -
doctor            full    R        W        R      Wo   R      -     R      R        -
doctor            partner R        W        R      Wo   S      -     R      R        -
visitingNurse     partner R        R        R      Wo   S      -     R      W        -
coordinator       full    W        R        R      W    W      W     R      W        -
coordinator       partner R        S        S      Wo   S      -     -      W        -
supportPlanner    partner R        S        S      Wo   S      S     -      R        -
publicHealthNurse partner R        S        S      Wo   S      S     -      R        -
school            partner o        o        o      o    -      -     -      S        -
deviceVendor      partner o        -        o      o    -      -     -      o        -`;

const letters: Record<Right, string> = { write: 'W', read: 'R', writeOwn: 'Wo', summary: 'S', own: 'o' };
const [head = '', ...lines] = matrix.trim().split('\n');
const columns = head.trim().split(/\s+/) as Category[];
const oracle = new Map(
  lines
    .map(line => line.trim().split(/\s+/))
    .map(([role = '', relation = '', ...cells]) => [
      `${role} ${relation}`,
      new Map(columns.map((category, n) => [category, cells[n] ?? '-'])),
    ]),
);
/** Whoever has no row of its own as the lead has the partner's there. */
const cellOf = (role: RoleId, relation: string, category: Category): string =>
  (oracle.get(`${role} ${relation}`) ?? (relation === 'full' ? oracle.get(`${role} partner`) : undefined))?.get(
    category,
  ) ?? '-';

const shareable = categories.filter(category => category !== 'protection');

describe('what each role sees', () => {
  it('is its row of people.md ∩ what the access names, for every role, category, relation and consent', () => {
    expect(columns).toEqual(expect.arrayContaining([...categories]));
    fc.assert(
      fc.property(fc.constantFrom(...roleIds), fc.subarray([...categories]), (role, named) => {
        for (const relation of ['full', 'partner', 'numberOnly'] as const) {
          const rights = categoryRights(aViewer(role), { class: relation, categories: named });
          for (const category of categories) {
            const right = rights[category];
            const cell = named.includes(category) && relation !== 'numberOnly' ? cellOf(role, relation, category) : '-';
            expect(right ? letters[right] : '-', `${role} ${relation} ${category}`).toBe(cell);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
  it('is each cell of that table, alone and with all others', () => {
    for (const role of roleIds)
      for (const relation of ['full', 'partner'] as const)
        for (const category of categories)
          for (const named of [[category], [...categories]]) {
            const right = categoryRights(aViewer(role), { class: relation, categories: named })[category];
            expect(right ? letters[right] : '-', `${role} ${relation} ${category}`).toBe(
              cellOf(role, relation, category),
            );
          }
  });
});

describe('how a viewer stands to a case', () => {
  const rows: CaseAccessRow[] = [
    { org: 'lead', class: 'full', categories: shareable },
    { org: 'partner', class: 'partner', categories: ['contacts', 'money', 'plan'] },
    { org: 'hub', class: 'numberOnly', categories: [] },
  ];
  const standing = (role: RoleId, org: string): CaseAccess | null =>
    accessOf({ id: 'case', access: rows }, aViewer(role, { org }));

  it('is nothing without a row of its organisation', () => {
    for (const role of roleIds) expect(standing(role, 'stranger'), role).toBeNull();
    expect(accessOf({ id: 'case', access: [] }, aViewer('dischargeNurse', { org: 'lead' }))).toBeNull();
  });
  it('is nothing for administrator, prefecture, display and family, in any organisation', () => {
    for (const role of ['admin', 'prefecture', 'display', 'family'] as const)
      for (const { org } of rows) expect(standing(role, org), `${role} ${org}`).toBeNull();
  });
  it('is the row of its organisation, narrowed to what its role sees', () => {
    expect(standing('dischargeNurse', 'lead')).toEqual({ class: 'full', categories: shareable });
    expect(standing('wardNurse', 'lead')?.categories).toEqual(shareable.filter(category => category !== 'money'));
    expect(standing('visitingNurse', 'partner')).toEqual({ class: 'partner', categories: ['contacts', 'plan'] });
    expect(standing('supportPlanner', 'partner')?.categories).toEqual(['contacts', 'money', 'plan']);
    expect(standing('coordinator', 'hub')).toEqual({ class: 'numberOnly', categories: [] });
  });
  it('is a partner’s in a case of the own organisation, for roles that have no part in leading', () => {
    for (const role of ['visitingNurse', 'supportPlanner', 'publicHealthNurse', 'school', 'deviceVendor'] as const)
      expect(standing(role, 'lead')?.class, role).toBe('partner');
    expect(standing('deviceVendor', 'lead')?.categories).toEqual(['contacts', 'skills', 'plan', 'disaster']);
  });
});

describe('an entry of the history', () => {
  const nurse = aViewer('coordinator', { org: 'hub' });
  const reads = (right: Right | undefined, org: string) =>
    readsEntry(right ? { clinical: right } : {}, {
      category: 'clinical',
      isOwn: org === nurse.org,
      isBetweenOthers: false,
    });
  it('is read by whoever reads its category', () => {
    for (const right of ['write', 'read', 'writeOwn'] as const) expect(reads(right, 'lead')).toBe(true);
  });
  it('is, for a summary or the own part, read only by the organisation that wrote it', () => {
    for (const right of ['summary', 'own'] as const) {
      expect(reads(right, 'lead')).toBe(false);
      expect(reads(right, 'hub')).toBe(true);
    }
  });
  it('is nothing to whoever does not see its category, even its own', () => {
    expect(reads(undefined, 'hub')).toBe(false);
    expect(readsEntry({ plan: 'write' }, { category: 'clinical', isOwn: false, isBetweenOthers: false })).toBe(false);
  });
});

describe('a card', () => {
  const whole = { class: 'partner', categories } as const;
  it('shows no way to roles that see only their own part of a plan', () => {
    for (const role of ['school', 'deviceVendor'] as const)
      expect(cardAccess(whole, aViewer(role))?.categories, role).not.toContain('plan');
    expect(cardAccess(whole, aViewer('visitingNurse'))?.categories).toContain('plan');
    expect(cardAccess(whole, aViewer('school'))?.categories).toContain('clinical');
  });
  it('is shown to nobody whose role sees no cases, and asked again says the same', () => {
    for (const role of ['admin', 'family', 'prefecture', 'display'] as const)
      for (const visibility of ['full', 'partner', 'numberOnly'] as const)
        for (let turn = 0; turn < 2; turn++)
          expect(cardAccess({ class: visibility, categories }, aViewer(role)), role).toBeNull();
    expect(cardAccess({ ...whole, class: 'full' }, aViewer('doctor'))?.class).toBe('full');
    expect(cardAccess({ ...whole, class: 'full' }, aViewer('school'))?.class).toBe('partner');
  });
});

describe('what is known of an entry that is not read', () => {
  it('is its kind, with a summary of its category, not with the own part of it', () => {
    const entry = { category: 'plan', isOwn: false, isBetweenOthers: false } as const;
    expect(knowsEntry({ plan: 'summary' }, entry)).toBe(true);
    expect(knowsEntry({ plan: 'own' }, entry)).toBe(false);
    expect(knowsEntry({}, entry)).toBe(false);
    expect(knowsEntry({}, { ...entry, isOwn: true, isBetweenOthers: false })).toBe(true);
    expect(readsWhole({ plan: 'writeOwn' }, 'plan')).toBe(true);
    expect(readsWhole({ plan: 'summary' }, 'plan')).toBe(false);
  });
});

describe('the hospital number', () => {
  it('is shown, and searched for, only by whoever reads contacts whole', () => {
    const shown = roleIds.filter(role => showingHospitalNumber(aViewer(role)).includes('partner'));
    expect(shown).toEqual(roleIds.filter(role => /^[WR]/.test(cellOf(role, 'partner', 'contacts'))));
    expect(shown).not.toContain('school');
    expect(shown).toContain('dischargeNurse');
    for (const role of ['school', 'deviceVendor', 'admin', 'family', 'prefecture', 'display'] as const)
      expect(showingHospitalNumber(aViewer(role)), role).toEqual([]);
  });
});

it('who takes part is searched for only by whoever is shown it on a card', () => {
  for (const role of ['dischargeNurse', 'doctor', 'visitingNurse', 'coordinator'] as const)
    expect(showingTeam(aViewer(role)), role).toContain('partner');
  for (const role of ['school', 'deviceVendor', 'admin', 'family', 'prefecture', 'display'] as const)
    expect(showingTeam(aViewer(role)), role).toEqual([]);
});
