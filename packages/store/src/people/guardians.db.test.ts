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
const somebody = () => ({ identifier: `family ${++names}`, displayName: '家族', passwordHash: 'phc' });
const opens = async (code: string, bornOn = BORN) => (await store.guardians.open({ code, bornOn })) !== null;
const stateOf = async (id: string) => (await store.guardians.ofCase('child')).find(guardian => guardian.id === id);

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
  const join = async (code: string, person = somebody()) => {
    const joined = await store.guardians.join({ code, bornOn: BORN }, person);
    if (joined === null || joined === 'taken') throw new Error(`nobody joined: ${joined}`);
    return joined;
  };
  const signIn = async (membership: string) => (await store.sessions.open(membership))?.token ?? '';

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
    expect(await store.guardians.withdraw('twin', mother.id)).toBe(false);
    expect(await store.sessions.find(herToken)).not.toBeNull();
    for (let turn = 0; turn < 2; turn++) expect(await store.guardians.withdraw('child', mother.id)).toBe(true);
    expect(await store.sessions.find(herToken)).toBeNull();
    expect(await store.sessions.open(hers.membership)).toBeNull();
    expect(await store.sessions.find(hisToken)).not.toBeNull();
    expect(await store.guardians.withdraw('child', 'nobody')).toBe(false);
    const unused = await invite();
    expect(await store.guardians.withdraw('child', unused.id)).toBe(true);
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
