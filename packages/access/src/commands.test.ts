import { type RoleId, roleIds } from '@kaerimichi/discharge';
import { eventDefinitions } from '@kaerimichi/discharge/chart';
import { describe, expect, it } from 'vitest';
import {
  abilityOf,
  categoryRights,
  countsItsHouse,
  eventsBy,
  isOffered,
  knownEventTypes,
  mayAdminister,
  mayCorrect,
  mayFound,
  mayImport,
  mayImportFacilities,
  mayInvite,
  mayRegister,
  maySend,
  neverSent,
  readsProof,
  registers,
  type Standing,
  seesBoard,
  seesHandoffs,
  seesHouseCounts,
  seesResources,
} from './index.ts';
import { commandColumns, commandTable } from './testing/command-table.ts';
import { aViewer } from './testing/viewers.ts';

const marks = { full: 'F', partner: 'P', asked: 'A', numberOnly: 'N', invited: 'I' } as const;
const relations = ['full', 'partner', 'asked', 'numberOnly', 'invited'] as const;
const seenAs = (relation: Standing['class']): Standing => ({ class: relation });

const oracle = new Map(
  commandTable
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/))
    .map(([event = '', ...cells]) => [
      event,
      new Map<string, string>(commandColumns.map((role, n) => [role, cells[n] ?? ''])),
    ]),
);
const expected = (role: RoleId, event: string, relation: Standing['class'], waives: boolean): boolean => {
  const cell = oracle.get(event)?.get(role) ?? '-';
  return cell.includes(marks[relation]) && (waives || !cell.includes('w'));
};

describe('commands', () => {
  it('are allowed as the table written apart from CASL says, for every role, event, relation and flag', () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const role of roleIds)
      for (const waives of [false, true])
        for (const relation of relations)
          for (const event of oracle.keys()) {
            asked += 1;
            const viewer = aViewer(role, { flags: waives ? ['mayWaive'] : [] });
            const isAllowed = maySend(viewer, seenAs(relation), event);
            if (isAllowed !== expected(role, event, relation, waives)) wrong.push(`${role} ${event} ${relation}`);
            if (eventsBy(viewer)[relation].includes(event) !== isAllowed)
              wrong.push(`list: ${role} ${event} ${relation}`);
          }
    expect(wrong).toEqual([]);
    expect(asked).toBe(roleIds.length * 2 * 5 * oracle.size);
  });

  it('are known here exactly as the pathway has them', () => {
    const ofPathway = eventDefinitions.map(({ type }) => type).sort();
    expect([...knownEventTypes].sort()).toEqual(ofPathway);
    expect([...oracle.keys()].sort()).toEqual(ofPathway);
  });

  it('have somebody who sends each, but for registration and the clock’s', () => {
    const sent = new Set(roleIds.flatMap(id => Object.values(eventsBy(aViewer(id, { flags: ['mayWaive'] }))).flat()));
    expect(knownEventTypes.filter(event => !sent.has(event)).sort()).toEqual([...neverSent].sort());
    const clock = eventDefinitions.filter(({ kind }) => kind === 'time').map(({ type }) => type);
    expect(neverSent).toEqual(expect.arrayContaining(clock));
  });

  it('let nobody send what does not exist', () => {
    for (const event of ['', 'read', 'see', 'manage', 'all', 'note', 'note.', '__proto__', 'Case'])
      for (const role of roleIds) expect(maySend(aViewer(role), seenAs('full'), event), `${role} ${event}`).toBe(false);
  });

  it('leave corrections to those who could have written the entry', () => {
    const station = aViewer('visitingNurse');
    const own = (type: string) => ({ type, org: station.org, role: 'visitingNurse' });
    // A partner takes back its own words, never those of the lead or of another organisation.
    const theirs = { type: 'visit.recorded', org: 'another', role: 'visitingNurse' };
    expect(mayCorrect(station, seenAs('partner'), theirs)).toBe(false);
    expect(mayCorrect(aViewer('dischargeNurse'), seenAs('full'), theirs)).toBe(true);
    // A question about the water in a cuff is answered, not struck.
    for (const step of ['opened', 'sectionConfirmed', 'asked', 'accepted', 'declined']) {
      const said = { type: `handoff.${step}`, org: 'org-nozomi', role: 'visitingNurse' };
      expect([step, mayCorrect(aViewer('dischargeNurse'), seenAs('full'), said)]).toEqual([step, false]);
    }
    expect(mayCorrect(station, seenAs('partner'), own('visit.recorded'))).toBe(true);
    for (const event of ['consent.withdrawn', 'plan.written', 'child.died', 'discharge.ordered'])
      expect(mayCorrect(station, seenAs('partner'), own(event)), event).toBe(false);
    expect(mayCorrect(station, seenAs('numberOnly'), own('candidate.answered'))).toBe(false);
    expect(mayCorrect(aViewer('dischargeNurse'), seenAs('full'), own('consent.withdrawn'))).toBe(true);
    expect(mayCorrect(aViewer('dischargeNurse'), seenAs('full'), own('discharge.ordered'))).toBe(false);
    expect(mayCorrect(aViewer('wardNurse'), seenAs('full'), own('skill.assessed'))).toBe(true);
    // Nor does the lead take back what a family decided.
    const decided = { type: 'consent.withdrawn', org: 'guardian', role: 'family' };
    expect(mayCorrect(aViewer('dischargeNurse'), seenAs('full'), decided)).toBe(false);
  });

  it('invite guardians where the role records the family’s consent as the lead, and nowhere else', () => {
    for (const role of roleIds)
      for (const relation of relations) {
        const expects = relation === 'full' && (role === 'dischargeNurse' || role === 'coordinator');
        expect(mayInvite(aViewer(role), seenAs(relation)), `${role} ${relation}`).toBe(expects);
      }
  });
});

describe('what stands within the plan', () => {
  const within = ['handoff.opened', 'handoff.sectionConfirmed', 'handoff.asked', 'handoff.accepted', 'hold.removed'];

  it('is offered to whoever reads the plan whole, and to nobody else', () => {
    for (const event of within) {
      expect([event, isOffered(event, { contacts: 'read', clinical: 'read' })]).toEqual([event, false]);
      expect([event, isOffered(event, { plan: 'own' })]).toEqual([event, false]);
      expect([event, isOffered(event, { plan: 'writeOwn' })]).toEqual([event, true]);
    }
    for (const event of ['hold.added', 'note.added', 'candidate.answered']) expect(isOffered(event, {})).toBe(true);
  });

  it('is sent by no role that never reads it whole: consent alone decides, which the chart knows', () => {
    for (const role of roleIds)
      for (const relation of ['full', 'partner'] as const) {
        const sends = within.filter(event => maySend(aViewer(role), seenAs(relation), event));
        const rights = categoryRights(aViewer(role), { class: relation, categories: ['plan'] });
        expect([role, relation, sends.filter(event => !isOffered(event, rights))]).toEqual([role, relation, []]);
      }
    for (const role of roleIds)
      expect(within.filter(event => maySend(aViewer(role), seenAs('numberOnly'), event))).toEqual([]);
  });
});

describe('duties', () => {
  it('let discharge nurse, doctor and coordinator register, for the organisation they act for', () => {
    const who = roleIds.filter(role => registers(aViewer(role)));
    expect(who).toEqual(['dischargeNurse', 'doctor', 'coordinator']);
    for (const role of roleIds) {
      expect(mayRegister(aViewer(role), 'org'), role).toBe(who.includes(role));
      expect(mayRegister(aViewer(role), 'other'), role).toBe(false);
    }
  });
  it('let hospital nurse and doctor import, the administrator administer', () => {
    expect(roleIds.filter(role => mayImport(aViewer(role)))).toEqual(['dischargeNurse', 'doctor']);
    expect(roleIds.filter(role => mayAdminister(aViewer(role)))).toEqual(['admin']);
    expect(roleIds.filter(role => readsProof(aViewer(role))).sort()).toEqual([
      'admin',
      'coordinator',
      'dischargeNurse',
    ]);
    expect(readsProof(aViewer('wardNurse', { flags: ['orgAdmin'] }))).toBe(true);
    expect(roleIds.filter(role => mayAdminister(aViewer(role, { flags: ['orgAdmin'] })))).toEqual(roleIds);
    expect(mayAdminister(aViewer('wardNurse', { flags: ['mayWaive', 'privacyOfficer'] }))).toBe(false);
  });
  it('let those on the wards of a house, and its administrators, read what it counts of itself, where it leads cases', () => {
    const onWards = ['dischargeNurse', 'wardNurse', 'doctor'];
    expect(roleIds.filter(role => seesHouseCounts(aViewer(role))).sort()).toEqual([...onWards, 'admin'].sort());
    const kinds = ['hospital', 'visitingNursingStation', 'prefecture'] as const;
    const counting = kinds.map(orgKind => countsItsHouse(aViewer('admin', { orgKind })));
    expect(counting).toEqual([true, false, false]);
    expect(countsItsHouse(aViewer('doctor', { orgKind: 'clinic' }))).toBe(true);
  });
  it('let whoever imports, the coordinator and whoever founds organisations read facilities in; a board shows them', () => {
    const importing = (flags: readonly 'orgAdmin'[]) =>
      roleIds.filter(role => mayImportFacilities(aViewer(role, { flags: [...flags] })));
    expect(importing([])).toEqual(['dischargeNurse', 'doctor', 'coordinator']);
    expect(importing(['orgAdmin'])).toEqual(['dischargeNurse', 'doctor', 'coordinator', 'admin']);
    const seeing = roleIds.filter(role => !seesResources(aViewer(role)));
    expect(seeing).toEqual(['family', 'prefecture', 'admin', 'display']);
    expect(seesResources(aViewer('admin', { flags: ['orgAdmin'] }))).toBe(true);
  });
  it('let an administrator with that right alone found organisations', () => {
    expect(roleIds.filter(role => mayFound(aViewer(role, { flags: ['mayWaive', 'privacyOfficer'] })))).toEqual([]);
    expect(roleIds.filter(role => mayFound(aViewer(role, { flags: ['orgAdmin'] })))).toEqual(['admin']);
  });
  it('keep family, prefecture, display and administrator from the board', () => {
    const without = roleIds.filter(role => !seesBoard(aViewer(role)));
    expect(without).toEqual(['family', 'prefecture', 'admin', 'display']);
  });
});

describe('handoffs', () => {
  it('are read by roles that read a plan whole, and offered to no other', () => {
    const without = roleIds.filter(role => !seesHandoffs(aViewer(role)));
    expect(without).toEqual(['school', 'deviceVendor', 'family', 'prefecture', 'admin', 'display']);
  });
});

describe('CASL rules', () => {
  const rules = roleIds.flatMap(role => abilityOf(aViewer(role, { flags: ['mayWaive'] })).rules);
  it('carry a relation each, and never forbid: no order matters, no rule opens every row', () => {
    expect(rules.length).toBeGreaterThan(30);
    for (const rule of rules) {
      expect(rule.inverted).toBeFalsy();
      expect(rule.subject).toBe('Case');
      expect(relations).toContain(rule.conditions?.relation);
    }
  });
  it('read by fields only', () => {
    for (const rule of rules.filter(({ action }) => action === 'read')) expect(rule.fields?.length).toBeGreaterThan(0);
  });
});

describe('speed', () => {
  it('decides a command within 5 µs of processor time: it stands on the hot path', () => {
    const nurse = aViewer('dischargeNurse');
    const access = seenAs('full');
    const turns = 20_000;
    const ask = () => {
      const before = process.cpuUsage();
      for (let n = 0; n < turns; n++) maySend(nurse, access, 'note.added');
      const { user, system } = process.cpuUsage(before);
      return (user + system) / turns;
    };
    ask();
    // The best of five: other work on the machine only ever adds.
    expect(Math.min(...Array.from({ length: 5 }, ask))).toBeLessThan(5);
  });
});
