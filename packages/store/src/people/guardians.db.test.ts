import { emptyFacts } from '@kaerimichi/discharge';
import { aMember, anOrganisation, createTestDatabase, fakeClock, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { connectOwner, type Owner } from '../testing/owner-queries.ts';
import { sampleCase } from '../testing/sample-plans.ts';
import type { Invitation } from './guardians.ts';

const START = '2026-12-01T00:00:00.000Z';
const BORN = '2024-03-07';
let database: TestDatabase;
let store: Store;
let owner: Owner;
const clock = fakeClock(START);
let names = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.databaseUrl, clock });
  owner = await connectOwner(database.adminUrl);
  await anOrganisation(store, 'hospital');
  await aMember(store, { name: 'nurse', org: 'hospital', flags: ['orgAdmin'] });
  for (const id of ['child', 'twin', 'unborn']) {
    const made = sampleCase({ id });
    const facts = { ...emptyFacts('hospital'), ...(id === 'unborn' ? {} : { bornOn: BORN }) };
    await store.cases.create({ ...made, plan: { ...made.plan, next: { ...made.plan.next, facts } } });
  }
});
afterAll(async () => {
  await store.close();
  await owner.end();
  await database.drop();
});
beforeEach(() => clock.set(START));

const invitation: Invitation = {
  ...{ caseId: 'child', org: 'hospital', by: 'nurse-hospital', relation: 'mother', decides: true },
  ...{ categories: ['contacts', 'plan'], fromOn: '2026-12-01', untilOn: null },
};
const invite = (change: Partial<Invitation> = {}) => store.guardians.invite({ ...invitation, ...change });
const withdraw = (caseId: string, id: string, by = 'nurse-hospital') => store.guardians.withdraw(caseId, id, by);
const somebody = () => ({ identifier: `family ${++names}`, displayName: '家族', passwordHash: 'phc' });
const opens = async (code: string, bornOn = BORN) => (await store.guardians.open({ code, bornOn })) !== null;
const stateOf = async (id: string) => (await store.guardians.ofCase('child')).find(guardian => guardian.id === id);
const join = async (code: string, person = somebody()) => {
  const joined = await store.guardians.join({ code, bornOn: BORN }, person);
  if (joined === null || joined === 'taken') throw new Error(`nobody joined: ${joined}`);
  return joined;
};
const signIn = async (membership: string) => (await store.sessions.open(membership))?.token ?? '';

describe('the code of an invitation', () => {
  it('is short, of letters that nobody takes for each other, and kept as a hash only', async () => {
    const { code, id } = await invite();
    expect(code).toMatch(/^[2-9A-HJKMNP-TW-Z]{4}(-[2-9A-HJKMNP-TW-Z]{4}){2}$/);
    const rows = JSON.stringify(await owner.query('SELECT * FROM guardian WHERE id = $1', [id]));
    expect(rows).not.toContain(code);
    expect(rows).not.toContain(code.replaceAll('-', ''));
  });

  it('opens with the birth date alone, however it is typed', async () => {
    const { code } = await invite();
    const wide = [...code].map(letter => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join('');
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ''), ` ${code} `, wide])
      expect(await opens(typed), typed).toBe(true);
    expect(await opens(code, '2024-03-08')).toBe(false);
    expect(await opens('2222-3333-4444')).toBe(false);
    expect(await opens('')).toBe(false);
    const unborn = await invite({ caseId: 'unborn' });
    expect(await opens(unborn.code, '')).toBe(false);
  });

  it('is locked after five wrong birth dates, of many at once too, and the right one is not told apart', async () => {
    const { code, id } = await invite();
    const tries = Array.from({ length: 20 }, (_, n) => opens(code, n < 19 ? `2023-01-${10 + n}` : '2022-01-01'));
    expect((await Promise.all(tries)).filter(Boolean)).toEqual([]);
    expect(await opens(code)).toBe(false);
    expect(await stateOf(id)).toMatchObject({ isLocked: true, member: null });
  });

  it('forgives a mistyped birth date once the right one comes', async () => {
    const { code } = await invite();
    for (let turn = 0; turn < 3; turn++) {
      for (let wrong = 0; wrong < 4; wrong++) expect(await opens(code, '2020-01-01')).toBe(false);
      expect(await opens(code)).toBe(true);
    }
  });

  it('is locked after five answers that a name is taken, of many at once too, whatever is opened in between', async () => {
    const { code, id } = await invite();
    const asks = (identifier: string) =>
      store.guardians.join({ code, bornOn: BORN }, { identifier, displayName: 'x', passwordHash: 'phc' });
    for (let turn = 0; turn < 2; turn++) {
      expect(await opens(code)).toBe(true);
      expect(await asks('nurse')).toBe('taken');
    }
    const answers = await Promise.all(Array.from({ length: 12 }, () => asks('NURSE')));
    expect(answers.filter(answer => answer === 'taken')).toHaveLength(3);
    expect(await asks('a name that is free')).toBeNull();
    expect(await opens(code)).toBe(false);
    expect(await stateOf(id)).toMatchObject({ isLocked: true, member: null });
    expect(await store.signIn.findAccount('a name that is free')).toBeNull();
  });

  it('is good for fourteen days from the first day of its period, and not before', async () => {
    const { code, expiresAt } = await invite();
    expect(expiresAt).toBe('2026-12-15T00:00:00.000Z');
    clock.set('2026-12-14T23:59:59.000Z');
    expect(await opens(code)).toBe(true);
    clock.set(expiresAt);
    expect(await opens(code)).toBe(false);
    clock.set(START);
    const later = await invite({ fromOn: '2026-12-10' });
    expect(await opens(later.code)).toBe(false);
    clock.set('2026-12-09T15:00:00.000Z');
    expect(await opens(later.code)).toBe(true);
    const short = await invite({ fromOn: '2026-12-10', untilOn: '2026-12-10' });
    clock.set('2026-12-10T15:00:00.000Z');
    expect(await opens(short.code)).toBe(false);
  });
});

describe('a guardian who comes', () => {
  it('is a family member of the one case, with the rights and the period of the invitation, and of no organisation', async () => {
    const { code, id } = await invite({ untilOn: '2026-12-24', decides: false });
    const { membership } = await join(code);
    const found = await store.sessions.find(await signIn(membership));
    expect(found?.viewer).toMatchObject({ role: 'family', org: membership, flags: [] });
    expect(found?.viewer.guardian).toEqual({
      ...{ caseId: 'child', categories: ['contacts', 'plan'], decides: false, relation: 'mother' },
    });
    expect(await stateOf(id)).toMatchObject({ member: { membership, name: '家族' }, joinedAt: START });
    expect((await store.memberships.find(membership))?.untilOn).toBe('2026-12-24');
    expect((await store.memberships.list({ org: 'hospital' })).map(({ role }) => role)).not.toContain('family');
    expect((await store.people.listOf('hospital')).map(({ id }) => id)).toEqual(['nurse']);
  });

  it('uses the code up: of several at once one comes, and a name that is taken leaves it as it was', async () => {
    const { code } = await invite();
    const key = { code, bornOn: BORN };
    const taken = { identifier: 'NURSE', displayName: 'x', passwordHash: 'phc' };
    expect(await store.guardians.join(key, taken)).toBe('taken');
    expect(await opens(code)).toBe(true);
    const answers = await Promise.all(Array.from({ length: 5 }, () => store.guardians.join(key, somebody())));
    expect(answers.filter(answer => answer !== null)).toHaveLength(1);
    expect(await opens(code)).toBe(false);
    expect(await store.guardians.join(key, somebody())).toBeNull();
    const wrong = await invite();
    expect(await store.guardians.join({ code: wrong.code, bornOn: '2020-01-01' }, somebody())).toBeNull();
  });

  it('owns a task of its own child and of no other', async () => {
    const { membership } = await join((await invite()).code);
    const unfit = (caseId: string | null) =>
      store.cases.unfitOwners([membership], { orgs: ['hospital'], roles: [], caseId, on: '2026-12-01' });
    expect(await unfit('child')).toEqual([]);
    expect(await unfit('twin')).toEqual([{ id: membership, why: 'notThere' }]);
    // A task of an organisation's own people is asked about without a case.
    expect(await unfit(null)).toEqual([{ id: membership, why: 'notThere' }]);
  });

  it('is never named among the people of the organisation that invited it', async () => {
    const { membership } = await join((await invite()).code);
    const wish = { orgs: ['hospital'], roles: ['dischargeNurse'], known: [membership], on: '2026-12-01' } as const;
    expect(await store.memberships.named(wish)).not.toHaveProperty(membership);
  });

  it('is out once it is withdrawn, with every session, and nobody else is', async () => {
    const [mother, father] = [await invite(), await invite({ relation: 'father' })];
    const [hers, his] = [await join(mother.code), await join(father.code)];
    const [herToken, hisToken] = [await signIn(hers.membership), await signIn(his.membership)];
    expect(await withdraw('twin', mother.id)).toBe(false);
    expect(await store.sessions.find(herToken)).not.toBeNull();
    expect(await withdraw('child', mother.id)).toBe(true);
    expect(await withdraw('child', mother.id, 'another')).toBe(true);
    expect(await stateOf(mother.id)).toMatchObject({ withdrawnAt: START, withdrawnBy: 'nurse-hospital' });
    expect(await store.sessions.find(herToken)).toBeNull();
    expect(await store.sessions.open(hers.membership)).toBeNull();
    expect(await store.sessions.find(hisToken)).not.toBeNull();
    expect(await withdraw('child', 'nobody')).toBe(false);
    const unused = await invite();
    expect(await withdraw('child', unused.id)).toBe(true);
    expect(await opens(unused.code)).toBe(false);
  });

  it('is out with the last day of its period', async () => {
    const { membership } = await join((await invite({ untilOn: '2026-12-01' })).code);
    clock.set('2026-12-01T14:50:00.000Z');
    const token = await signIn(membership);
    expect(await store.sessions.find(token)).not.toBeNull();
    clock.set('2026-12-01T15:00:00.000Z');
    expect(await store.sessions.find(token)).toBeNull();
    expect(await store.sessions.open(membership)).toBeNull();
  });
});

describe('a new code', () => {
  const choose = (code: string, bornOn = BORN) => store.guardians.choosePassword({ code, bornOn }, 'new phc');
  const newCode = async (id: string) => (await store.guardians.renew('child', id))?.code ?? '';

  it('of somebody who never came takes the place of the first one, and what was tried with that', async () => {
    const { code, id } = await invite({ fromOn: '2026-12-10' });
    clock.set('2026-12-09T15:00:00.000Z');
    for (let wrong = 0; wrong < 5; wrong++) await opens(code, '2020-01-01');
    expect(await opens(code)).toBe(false);
    const given = await store.guardians.renew('child', id);
    expect(given?.expiresAt).toBe('2026-12-23T15:00:00.000Z');
    expect([await opens(code), await opens(given?.code ?? '')]).toEqual([false, true]);
    expect(await choose(given?.code ?? '')).toBeNull();
    await join(given?.code ?? '');
    expect(await stateOf(id)).toMatchObject({ renewedAt: null, isLocked: false, fromOn: '2026-12-10' });
  });

  it('of somebody who came sets another password for the same person, once, and ends every session', async () => {
    const { code, id } = await invite();
    const person = somebody();
    const came = await join(code, person);
    const token = await signIn(came.membership);
    const next = await newCode(id);
    expect(await stateOf(id)).toMatchObject({ renewedAt: START, member: { membership: came.membership } });
    // Until it is used what was before still holds.
    expect(await store.sessions.find(token)).not.toBeNull();
    expect(await opens(code)).toBe(false);
    expect(await store.guardians.open({ code: next, bornOn: BORN })).toMatchObject({
      member: { identifier: person.identifier, displayName: '家族' },
    });
    expect(await store.guardians.join({ code: next, bornOn: BORN }, somebody())).toBeNull();
    expect(await choose(next, '2020-01-01')).toBeNull();
    const both = await Promise.all([choose(next), choose(next)]);
    expect(both.filter(chosen => chosen !== null)).toEqual([{ ...came, identifier: person.identifier }]);
    expect(await store.sessions.find(token)).toBeNull();
    expect(await store.signIn.findAccount(person.identifier)).toMatchObject({ passwordHash: 'new phc' });
    expect([await opens(next), await choose(next)]).toEqual([false, null]);
    expect(await store.guardians.joinedBy({ code: next, bornOn: BORN })).toMatchObject({ person: came.person });
    expect(await stateOf(id)).toMatchObject({ renewedAt: null, decides: true, categories: ['contacts', 'plan'] });
  });

  it('is given to nobody of another case, and to nobody who was withdrawn', async () => {
    const { id } = await invite();
    expect(await store.guardians.renew('twin', id)).toBeNull();
    await withdraw('child', id);
    expect(await store.guardians.renew('child', id)).toBeNull();
  });
});

describe('the rights of a guardian', () => {
  it('are others from now on, and what was open is asked afresh', async () => {
    const { code, id } = await invite();
    const { membership } = await join(code);
    const token = await signIn(membership);
    const before = await store.sessions.find(token);
    const rights = { categories: ['disaster'], decides: false, untilOn: '2026-12-05' } as const;
    expect(await store.guardians.change('twin', id, rights)).toBe(false);
    expect(await store.guardians.change('child', id, rights)).toBe(true);
    const after = await store.sessions.find(token);
    expect(after?.viewer.guardian).toMatchObject({ categories: ['disaster'], decides: false });
    expect(after?.session.epoch).toBe((before?.session.epoch ?? 0) + 1);
    expect(await stateOf(id)).toMatchObject(rights);
    expect((await store.memberships.find(membership))?.untilOn).toBe('2026-12-05');
    expect(await store.guardians.change('child', id, { ...rights, untilOn: null })).toBe(true);
    expect((await store.memberships.find(membership))?.untilOn).toBeNull();
    const unused = await invite();
    expect(await store.guardians.change('child', unused.id, rights)).toBe(true);
    await withdraw('child', unused.id);
    expect(await store.guardians.change('child', unused.id, rights)).toBe(false);
  });
});
