import { tokyoDay } from '@kaerimichi/discharge';
import { aMember, anOrganisation, createTestDatabase, fakeClock, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';

let database: TestDatabase;
let store: Store;
const clock = fakeClock();

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.databaseUrl, clock });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

describe('organisations', () => {
  it('are found by any part of name or kana, in any width', async () => {
    const created = await store.organisations.create({
      kind: 'visitingNursingStation',
      name: 'のぞみ訪問看護ステーション',
      kana: 'ﾉｿﾞﾐﾎｳﾓﾝｶﾝｺﾞ',
      code: '1460190001',
      details: { telephone: 'none' },
    });
    expect(created).toMatchObject({ closedOn: null, details: { telephone: 'none' } });
    for (const text of ['訪問看護', 'のぞみほう', 'ノゾミホ', '60190'])
      expect(
        (await store.organisations.list({ text })).map(({ id }) => id),
        text,
      ).toEqual([created?.id]);
    expect(await store.organisations.list({ kind: 'school', text: 'のぞみ' })).toEqual([]);
    const city = await store.organisations.create({ kind: 'municipality', name: '茅ヶ崎市「みどり」課' });
    for (const text of ['茅ケ崎', '茅ｹ崎市', '市みどり', '市・ミドリ課'])
      expect(
        (await store.organisations.list({ text })).map(({ id }) => id),
        text,
      ).toEqual([city?.id]);
    expect(await store.organisations.namesOf([created?.id ?? '', 'nobody'])).toEqual({
      [created?.id ?? '']: 'のぞみ訪問看護ステーション',
    });
  });

  it('have the telephone that is written with them, and none where none or something else is', async () => {
    for (const [id, details] of [
      ['called', { telephone: '045-000-0000' }],
      ['silent', {}],
      ['listed', { telephone: ['045-000-0000'] }],
    ] as const)
      await store.organisations.create({ id, kind: 'clinic', name: id, details });
    const ids = ['called', 'silent', 'listed', 'nobody'];
    expect(await store.organisations.telephonesOf(ids)).toEqual({ called: '045-000-0000' });
  });

  it('keep a code for one of them, and leave the list when closed', async () => {
    await store.organisations.create({ id: 'first', kind: 'clinic', name: '青空クリニック', code: 'c1' });
    expect(await store.organisations.create({ kind: 'clinic', name: '別', code: 'c1' })).toBeNull();
    expect(await store.organisations.update('nobody', { name: 'x' })).toBeNull();
    const closed = await store.organisations.update('first', { closedOn: '2026-11-30', name: '青空こどもクリニック' });
    expect(closed).toMatchObject({ closedOn: '2026-11-30', code: 'c1' });
    expect(await store.organisations.list({ text: 'こども' })).toEqual([]);
    expect(await store.organisations.list({ text: 'こども', closed: true })).toHaveLength(1);
  });

  it('are founded once under a name, however it is written, also by many at the same moment', async () => {
    const names = ['北の丘こども病院', '北ノ丘 コドモ病院', '「北の丘」こども病院', '北の丘・こども病院'];
    const made = await Promise.all(names.map(name => store.organisations.found({ kind: 'hospital', name })));
    const founded = made.flatMap(one => (one && 'id' in one ? [one] : []));
    expect(founded).toHaveLength(1);
    for (const one of made) if (one && 'twin' in one) expect(one.twin).toEqual(founded[0]);
    expect(await store.organisations.found({ kind: 'hub', name: '北の丘こども病院' })).toEqual({ twin: founded[0] });
    expect(await store.organisations.found({ kind: 'hospital', name: '南の丘こども病院' })).toHaveProperty('id');
  });

  it('that are hubs are known to the next registration', async () => {
    expect(await store.cases.listHubs()).toEqual([]);
    await anOrganisation(store, 'hub', 'hub');
    expect(await store.cases.listHubs()).toEqual(['hub']);
  });
});

describe('people', () => {
  it('of some organisations may be named by role and day; whoever was named before keeps the name', async () => {
    for (const org of ['lead', 'asked', 'other']) await anOrganisation(store, org);
    await aMember(store, { name: 'nurse', org: 'lead' });
    await aMember(store, { name: 'office', org: 'lead', role: 'admin' });
    await aMember(store, { name: 'visitor', org: 'asked', role: 'visitingNurse' });
    await aMember(store, { name: 'stranger', org: 'other' });
    await store.memberships.create({
      id: 'gone',
      person: 'nurse',
      org: 'lead',
      role: 'doctor',
      fromOn: '2020-01-01',
      untilOn: '2020-12-31',
    });
    const on = tokyoDay(clock.now());
    const wish = { orgs: ['lead', 'asked'], roles: ['dischargeNurse', 'visitingNurse', 'doctor'], on } as const;
    const nurse = { name: 'nurse', role: 'dischargeNurse', org: 'lead', isOpen: true };
    const visitor = { name: 'visitor', role: 'visitingNurse', org: 'asked', isOpen: true };
    expect(await store.memberships.named({ ...wish, known: [] })).toEqual({
      'nurse-lead': nurse,
      'visitor-asked': visitor,
    });
    const known = ['gone', 'stranger-other', 'nobody'];
    expect(await store.memberships.named({ ...wish, known })).toEqual({
      'nurse-lead': nurse,
      'visitor-asked': visitor,
      gone: { name: 'nurse', role: 'doctor', org: 'lead', isOpen: false },
    });
  });

  it('sign in with one form of their identifier, which nobody else gets', async () => {
    await store.people.create({ id: 'p1', identifier: 'ＤＳＮ@Demo ', displayName: '看護師', passwordHash: 'argon' });
    expect(await store.people.create({ identifier: 'dsn@demo', displayName: '別人' })).toBeNull();
    expect(await store.signIn.findAccount('DSN@demo')).toEqual({
      person: 'p1',
      passwordHash: 'argon',
      disabled: false,
    });
    expect(await store.signIn.findAccount('nobody\0')).toBeNull();
  });

  it('are listed with their organisation, memberships with their dates', async () => {
    await anOrganisation(store, 'ward');
    await aMember(store, { name: 'head', org: 'ward', flags: ['mayWaive', 'orgAdmin'] });
    expect((await store.people.listOf('ward')).map(({ id }) => id)).toEqual(['head']);
    const [membership] = await store.memberships.list({ person: 'head' });
    expect(membership).toEqual({
      id: 'head-ward',
      person: 'head',
      org: { id: 'ward', kind: 'childrensHospital', name: 'ward' },
      role: 'dischargeNurse',
      flags: ['mayWaive', 'orgAdmin'],
      fromOn: '2026-01-01',
      untilOn: null,
    });
    expect(await store.memberships.update('head-ward', { untilOn: '2027-03-31' })).toMatchObject({
      untilOn: '2027-03-31',
      role: 'dischargeNurse',
    });
    expect(await store.memberships.list({ org: 'ward' })).toMatchObject([{ untilOn: '2027-03-31' }]);
    expect(await store.memberships.update('head-ward', { fromOn: '2026-02-01', flags: [] })).toMatchObject({
      fromOn: '2026-02-01',
      untilOn: '2027-03-31',
      flags: [],
    });
    expect(await store.memberships.update('nobody', { role: 'doctor' })).toBeNull();
    // The administration says so at the field; whatever else writes is stopped here.
    await expect(store.memberships.update('head-ward', { untilOn: '2026-01-30' })).rejects.toThrow();
    // The day before the first one: it held on no day.
    expect(await store.memberships.update('head-ward', { untilOn: '2026-01-31' })).toMatchObject({
      fromOn: '2026-02-01',
    });
    expect(await store.memberships.update('head-ward', { untilOn: '2026-02-01' })).toMatchObject({
      untilOn: '2026-02-01',
    });
    expect(await store.people.update('head', { language: 'en' })).toMatchObject({ language: 'en', hasPassword: false });
  });
});

describe('an answer to a write outside cases', () => {
  it('is kept under its key, the first one for good', async () => {
    const key = { account: 'p1', key: 'k', bodyHash: 'h' };
    await store.keepAnswer(key, { status: 201, body: '{"first":true}' });
    await store.keepAnswer({ ...key, bodyHash: 'other' }, { status: 201, body: '{}' });
    expect(await store.cases.findAnswer('p1', 'k')).toEqual({ status: 201, body: '{"first":true}', bodyHash: 'h' });
    expect(await store.cases.findAnswer('p2', 'k')).toBeNull();
  });
});

describe('failed sign-ins', () => {
  const failTimes = async (times: number, attempt: { identifier: string; address: string }) => {
    for (let at = 0; at < times; at++) await store.signIn.noteFailure(attempt);
  };

  it('lock an account after ten for 15 minutes, known or not, from any address', async () => {
    const attempt = { identifier: 'Nobody@demo', address: '192.0.2.1' };
    await failTimes(9, attempt);
    expect(await store.signIn.lockedUntil(attempt)).toBeNull();
    await failTimes(1, attempt);
    const elsewhere = { identifier: 'nobody@demo', address: '192.0.2.9' };
    expect(await store.signIn.lockedUntil(elsewhere)).toBe('2026-12-01T00:15:00.000Z');
    clock.advance({ minutes: 15 });
    expect(await store.signIn.lockedUntil(elsewhere)).toBeNull();
  });

  it('of a hundred from one address slow it down, and lock out nobody there who has not failed three times', async () => {
    const address = '192.0.2.2';
    for (let at = 0; at < 99; at++) await store.signIn.noteFailure({ identifier: `name-${at}`, address });
    expect(await store.signIn.isSlowed(address)).toBe(false);
    await store.signIn.noteSuccess({ identifier: 'dsn@demo', address, person: 'p1' });
    await failTimes(2, { identifier: 'dsn@demo', address });
    expect(await store.signIn.isSlowed(address)).toBe(true);
    expect(await store.signIn.lockedUntil({ identifier: 'dsn@demo', address })).toBeNull();
    expect(await store.signIn.lockedUntil({ identifier: 'other', address })).toBeNull();
    await failTimes(1, { identifier: 'dsn@demo', address });
    expect(await store.signIn.lockedUntil({ identifier: 'dsn@demo', address })).not.toBeNull();
    expect(await store.signIn.lockedUntil({ identifier: 'dsn@demo', address: '192.0.2.3' })).toBeNull();
    expect(await store.signIn.isSlowed('192.0.2.3')).toBe(false);
  });

  it('do not keep an address slow for ever: after a quarter of an hour a hundred more are wanted', async () => {
    const address = '192.0.2.5';
    for (let at = 0; at < 100; at++) await store.signIn.noteFailure({ identifier: `some-${at}`, address });
    for (let minute = 0; minute < 15; minute++) {
      expect(await store.signIn.isSlowed(address)).toBe(true);
      await failTimes(1, { identifier: `late-${minute}`, address });
      clock.advance({ minutes: 1 });
    }
    expect(await store.signIn.isSlowed(address)).toBe(false);
    await failTimes(1, { identifier: 'latest', address });
    expect(await store.signIn.isSlowed(address)).toBe(false);
  });

  it('count afresh after a quiet day', async () => {
    const attempt = { identifier: 'slow', address: '192.0.2.4' };
    await failTimes(9, attempt);
    clock.advance({ hours: 24, seconds: 1 });
    await failTimes(1, attempt);
    expect(await store.signIn.lockedUntil(attempt)).toBeNull();
  });

  it('allow a hundred guesses a day from everywhere together, however patient and however many', async () => {
    let day = 0;
    let compared = 0;
    for (let minute = 0; minute < 2 * 24 * 60; minute += 15) {
      const tryFrom = (at: number) =>
        store.signIn.reserve({ identifier: 'wanted', address: `10.${minute % 250}.${at}.1` });
      for (let at = 0; (await tryFrom(at)) !== null; at++) compared += 1;
      clock.advance({ minutes: 15 });
      if (minute < 24 * 60) day = compared;
    }
    expect([day, compared - day]).toEqual([100, 60]);
  });

  it('by strangers lock nobody out of where they usually sign in, nor clear what strangers did', async () => {
    const usual = { identifier: 'usual', address: '203.0.113.10' };
    await store.signIn.noteSuccess({ ...usual, person: 'p1' });
    await failTimes(10, { identifier: 'usual', address: '198.51.100.1' });
    expect(await store.signIn.lockedUntil({ ...usual, address: '203.0.113.77' })).toBeNull();
    expect(await store.signIn.lockedUntil({ ...usual, address: '198.51.101.1' })).not.toBeNull();
    await store.signIn.noteSuccess({ ...usual, person: 'p1' });
    expect(await store.signIn.lockedUntil({ ...usual, address: '198.51.101.1' })).not.toBeNull();
    await failTimes(10, usual);
    expect(await store.signIn.lockedUntil(usual)).not.toBeNull();
    clock.advance({ days: 91 });
    await failTimes(10, { identifier: 'usual', address: '198.51.100.1' });
    expect(await store.signIn.lockedUntil(usual)).not.toBeNull();
  });
});

describe('a set-up link', () => {
  const setUp = (token: string) =>
    store.setupLinks.setUp(token, {
      organisation: { kind: 'hub', name: '最初' },
      person: { identifier: 'the first', displayName: '佐藤', passwordHash: 'argon' },
      on: tokyoDay(clock.now()),
    });

  it('works once, for half an hour, and only the latest', async () => {
    const [old, link] = [await store.setupLinks.create(), await store.setupLinks.create()];
    expect(await setUp(old.token)).toBe('void');
    expect(await store.setupLinks.stateOf(link.token)).toBe('open');
    expect(await setUp(link.token)).toMatchObject({ organisation: { name: '最初' }, person: { hasPassword: true } });
    // Somebody is there already in this database.
    expect(await store.setupLinks.stateOf(link.token)).toBe('done');
    expect(await store.setupLinks.stateOf('never given out')).toBe('done');
    expect(await setUp(link.token)).toBe('void');
    const late = await store.setupLinks.create();
    clock.advance({ minutes: 30 });
    expect(await setUp(late.token)).toBe('void');
  });
});

describe('a password slip', () => {
  const give = async (name: string) => {
    const person = await store.people.create({ id: name, identifier: name, displayName: name, passwordHash: 'old' });
    return { person, slip: await store.passwordSlips.give(name, null) };
  };
  const hashOf = async (name: string) => (await store.signIn.findAccount(name))?.passwordHash;

  it('takes the old password and its sessions away, and sets the new one once', async () => {
    await anOrganisation(store, 'slips');
    await store.people.create({ id: 'forgetful', identifier: 'forgetful', displayName: '看護師', passwordHash: 'old' });
    const membership = { id: 'forgetful-slips', person: 'forgetful', org: 'slips', fromOn: '2026-01-01' } as const;
    await store.memberships.create({ ...membership, role: 'dischargeNurse' });
    const opened = await store.sessions.open('forgetful-slips');
    const slip = await store.passwordSlips.give('forgetful', null);
    const token = slip?.token ?? '';
    expect(await hashOf('forgetful')).toBeNull();
    expect(await store.sessions.find(opened?.token ?? '')).toBeNull();
    expect(await store.passwordSlips.holder(token)).toMatchObject({ identifier: 'forgetful', displayName: '看護師' });
    const used = await Promise.all(['first', 'second'].map(hash => store.passwordSlips.use(token, hash)));
    expect(used.filter(Boolean)).toHaveLength(1);
    expect(await hashOf('forgetful')).toBe(used[0] ? 'first' : 'second');
    expect(await store.passwordSlips.holder(token)).toBeNull();
  });

  it('is void when a later one was given, after seven days, and while the person is suspended', async () => {
    const { slip: early } = await give('early');
    const late = await store.passwordSlips.give('early', null);
    expect(await store.passwordSlips.use(early?.token ?? '', 'x')).toBeNull();
    await store.people.update('early', { disabled: true });
    expect(await store.passwordSlips.holder(late?.token ?? '')).toBeNull();
    await store.people.update('early', { disabled: false });
    clock.advance({ days: 6 });
    expect(await store.passwordSlips.holder(late?.token ?? '')).not.toBeNull();
    clock.advance({ days: 1 });
    expect(await store.passwordSlips.use(late?.token ?? '', 'x')).toBeNull();
    expect(await hashOf('early')).toBeNull();
    expect(await store.passwordSlips.give('nobody at all', null)).toBeNull();
  });
});

describe('the deployment', () => {
  it('is named once', async () => {
    expect(await store.deployment.find()).toBeNull();
    const begun = await store.deployment.begin(true);
    expect(await store.deployment.begin(false)).toEqual(begun);
    expect(begun).toMatchObject({ demo: true, seededAt: null });
    expect(await store.deployment.find()).toEqual(begun);
  });
});
