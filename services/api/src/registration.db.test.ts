import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let tokens: Record<string, string> = {};

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  tokens = await startPeople(
    api,
    { hospital: 'childrensHospital', hub: 'hub', station: 'visitingNursingStation', city: 'municipality' },
    {
      nurse: ['hospital'],
      doctor: ['hospital', 'doctor'],
      ward: ['hospital', 'wardNurse'],
      coord: ['hub', 'coordinator'],
      visits: ['station', 'visitingNurse'],
      phn: ['city', 'publicHealthNurse'],
    },
  );
});
afterAll(() => api.stop());

const ask = (who: string, method: string, path: string, body?: object, version = 1) =>
  api.ask(method, path, {
    token: tokens[who] ?? '',
    body,
    headers: { 'idempotency-key': crypto.randomUUID(), 'if-match': `"${version}"` },
  });
const unborn = { lead: 'hospital', expectedOn: '2026-12-20', reason: '胎児診断', origin: 'prenatal' };
const cardOf = async (who: string, id: unknown) => (await ask(who, 'GET', `/cases/${id}`)).json.card;

describe('a case', () => {
  it.each(['nurse', 'doctor'])('is registered by a %s for an organisation they act for', async who => {
    expect((await ask(who, 'POST', '/cases', unborn)).status).toBe(201);
    expect((await ask(who, 'POST', '/cases', { ...unborn, lead: 'hub' })).status).toBe(403);
  });

  it('is registered by a coordinator for the hub, and by nobody else', async () => {
    expect((await ask('coord', 'POST', '/cases', { ...unborn, lead: 'hub' })).status).toBe(201);
    for (const [who, lead] of [
      ['ward', 'hospital'],
      ['visits', 'station'],
      ['phn', 'city'],
    ] as const)
      expect((await ask(who, 'POST', '/cases', { ...unborn, lead })).status, who).toBe(403);
  });

  it('has a number that is drawn at random: neither in order nor twice', async () => {
    const made: string[] = [];
    for (let count = 0; count < 12; count++) made.push(String((await ask('nurse', 'POST', '/cases', unborn)).json.no));
    for (const no of made) expect(no).toMatch(/^K-\d{5}$/);
    expect(new Set(made).size).toBe(made.length);
    expect([...made].sort()).not.toEqual(made);
  });
});

describe('a child that is not born yet', () => {
  it('is shown with the expected day and without a name, and learns both later', async () => {
    const { id, no } = (await ask('nurse', 'POST', '/cases', { ...unborn, familyName: '森', familyKana: 'もり' })).json;
    expect(await cardOf('nurse', id)).toMatchObject({ name: '森', unnamed: true, expectedOn: '2026-12-20' });
    expect(await cardOf('nurse', id)).not.toHaveProperty('age');
    // Of which the number alone is seen, nobody learns that there is no name, nor when a birth is expected.
    for (const key of ['name', 'unnamed', 'expectedOn']) expect(await cardOf('coord', id)).not.toHaveProperty(key);

    const bornOn = { type: 'birth.recorded', bornOn: '2026-12-01', gestationWeeks: 37 };
    expect((await ask('nurse', 'POST', `/cases/${id}/events`, bornOn)).status).toBe(200);
    const called = { type: 'child.named', givenName: 'みつき', givenKana: 'ミツキ', sex: 'female' };
    expect((await ask('nurse', 'POST', `/cases/${id}/events`, called, 2)).status).toBe(200);

    const seen = (await ask('nurse', 'GET', `/cases/${id}`)).json;
    expect(seen.people).toMatchObject({
      child: { familyName: '森', givenName: 'みつき', familyKana: 'もり', givenKana: 'ミツキ', sex: 'female' },
    });
    expect(seen.card).toMatchObject({ name: '森 みつき', age: 0 });
    for (const key of ['unnamed', 'expectedOn']) expect(seen.card).not.toHaveProperty(key);
    for (const q of ['もりみつき', 'みつき', '森み', String(no)])
      expect((await ask('nurse', 'POST', '/search', { q })).json.cards, q).toMatchObject([{ id }]);
    const history = (await ask('nurse', 'GET', `/cases/${id}/events`)).json.events as object[];
    expect(history.at(-1)).toMatchObject({ type: 'child.named', texts: { givenName: 'みつき' }, correctable: false });
    expect(JSON.stringify(await api.store.cases.listEvents(String(id), 0, 10))).not.toContain('みつき');
  });

  it('is named with every fault of what was sent told', async () => {
    const { id } = (await ask('nurse', 'POST', '/cases', unborn)).json;
    const wrong = { type: 'child.named', familyName: '森\n林', familyKana: '森', sex: 'girl', nickname: 'x' };
    const { status, json } = await ask('nurse', 'POST', `/cases/${id}/events`, wrong);
    expect(status).toBe(400);
    expect((json.issues as { path: string }[]).map(({ path }) => path).sort()).toEqual([
      'familyKana',
      'familyName',
      'givenName',
      'nickname',
      'sex',
    ]);
    expect(await cardOf('nurse', id)).toMatchObject({ version: 1, unnamed: true });
  });
});
