import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let tokens: Record<string, string>;

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  tokens = await startPeople(
    api,
    { hospital: 'hospital', another: 'hospital', hub: 'hub' },
    {
      nurse: ['hospital'],
      colleague: ['hospital'],
      head: ['hospital', 'dischargeNurse', ['mayWaive']],
      doctor: ['hospital', 'doctor'],
      keeper: ['hospital', 'admin', ['orgAdmin']],
      stranger: ['another', 'dischargeNurse', ['mayWaive', 'orgAdmin']],
    },
  );
  const child = {
    lead: 'hospital',
    familyName: '石井',
    givenName: 'そら',
    bornOn: '2025-01-01',
    reason: 'x',
    origin: 'ward',
  };
  expect(await ask('nurse', 'POST', '/cases', child)).toMatchObject({ status: 201 });
});
afterAll(() => api.stop());

const ask = (who: string, method: string, path: string, body?: object, key: string = randomUUID()) =>
  api.ask(method, path, { token: tokens[who] ?? '', headers: { 'idempotency-key': key }, body });

const settings = {
  filters: { due: ['7d'], hold: ['any'], lead: ['hospital'] },
  ...{ lanes: 'station', density: 'normal', sort: '-age', columns: ['stage', 'due'], limits: { preparation: 10 } },
};
const view = { name: '今週うごくケース', scope: 'personal', settings };
async function made(who: string, scope: string, name = view.name): Promise<string> {
  const { status, json } = await ask(who, 'POST', '/views', { ...view, scope, name });
  expect(status).toBe(201);
  return String(json.id);
}
const idsOf = async (who: string) =>
  ((await ask(who, 'GET', '/views')).json.views as { id: string }[]).map(({ id }) => id);

describe('a saved view', () => {
  it('comes back as it was saved, once however often it was sent', async () => {
    const key = randomUUID();
    const first = await ask('nurse', 'POST', '/views', view, key);
    expect(first).toMatchObject({ status: 201, json: { ...view, version: 1, mayChange: true } });
    expect((await ask('nurse', 'POST', '/views', view, key)).json).toEqual(first.json);
    const { json } = await ask('nurse', 'GET', '/views');
    expect(json).toEqual({ views: [first.json], scopes: ['personal', 'team'] });
  });

  it('is listed for whom it is: oneself, the same role, the organisation', async () => {
    const [own, team, all] = [
      await made('nurse', 'personal'),
      await made('nurse', 'team'),
      await made('head', 'organisation'),
    ];
    const told = async (who: string) => (await idsOf(who)).filter(id => [own, team, all].includes(id)).sort();
    expect(await told('nurse')).toEqual([own, team, all].sort());
    expect(await told('colleague')).toEqual([team, all].sort());
    expect(await told('doctor')).toEqual([all]);
    expect(await told('stranger')).toEqual([]);
    expect((await ask('keeper', 'GET', '/views')).status).toBe(403);
    expect((await ask('nurse', 'POST', '/views', { ...view, scope: 'organisation' })).status).toBe(403);
  });

  it('is overwritten and removed by whoever may; a foreign one is no other than one that never was', async () => {
    const [own, team, all] = [
      await made('nurse', 'personal'),
      await made('nurse', 'team'),
      await made('head', 'organisation'),
    ];
    const overwrite = (who: string, id: string) => ask(who, 'PUT', `/views/${id}`, { settings, version: 1 });
    const bare = ({ status, json: { requestId: _id, instance: _at, ...json } }: Awaited<ReturnType<typeof ask>>) => ({
      status,
      json,
    });
    const never = bare(await overwrite('stranger', randomUUID()));
    expect(never.status).toBe(404);
    for (const id of [own, team, all]) {
      expect(bare(await overwrite('stranger', id))).toEqual(never);
      expect((await ask('stranger', 'DELETE', `/views/${id}`)).status).toBe(404);
    }
    expect((await overwrite('colleague', own)).status).toBe(404);
    expect((await overwrite('head', own)).status).toBe(404);
    expect((await overwrite('colleague', team)).status).toBe(403);
    expect((await overwrite('doctor', team)).status).toBe(404);
    expect((await overwrite('nurse', all)).status).toBe(403);
    expect((await ask('nurse', 'DELETE', `/views/${all}`)).status).toBe(403);
    expect(await overwrite('head', team)).toMatchObject({ status: 200, json: { version: 2, mayChange: true } });
    expect((await ask('nurse', 'DELETE', `/views/${own}`)).status).toBe(204);
    expect(await idsOf('nurse')).not.toContain(own);
  });

  it('is not overwritten by somebody who has not seen what it became', async () => {
    const id = await made('nurse', 'team');
    const renamed = await ask('head', 'PUT', `/views/${id}`, { name: '朝の確認', version: 1 });
    expect(renamed).toMatchObject({ status: 200, json: { name: '朝の確認', settings, version: 2 } });
    expect(await ask('nurse', 'PUT', `/views/${id}`, { settings, version: 1 })).toMatchObject({
      status: 409,
      json: { code: 'version-conflict' },
    });
  });

  it('holds no child’s name and nothing that was typed', async () => {
    for (const name of ['石井 そら', '石井さんの準備', 'ソラちゃん'])
      expect(await ask('nurse', 'POST', '/views', { ...view, name })).toMatchObject({
        status: 400,
        json: { issues: [{ path: 'name' }] },
      });
    // Whoever is not shown the name learns nothing from the answer.
    expect((await ask('stranger', 'POST', '/views', { ...view, name: '石井さん' })).status).toBe(201);
    const id = await made('nurse', 'personal', 'べつの名前');
    expect((await ask('nurse', 'PUT', `/views/${id}`, { name: '石井さん', version: 1 })).status).toBe(400);
    const wrong = [
      { filters: { text: ['そら'] } },
      { filters: { lead: ['石井 そら'] } },
      { filters: { lead: ['ishii-sora'] } },
      { filters: { stage: ['sora'] } },
      { filters: { need: ['sora'] } },
      ...[{ lanes: 'sora' }, { sort: 'sora' }, { columns: ['sora'] }, { limits: { sora: 3 } }, { limits: { home: 0 } }],
    ];
    for (const change of wrong) {
      const { status } = await ask('nurse', 'POST', '/views', { ...view, settings: { ...settings, ...change } });
      expect(status, JSON.stringify(change)).toBe(400);
    }
  });

  it('is one of fifty at most', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 51; n++) statuses.push((await ask('doctor', 'POST', '/views', view)).status);
    expect(statuses.filter(status => status === 201)).toHaveLength(50);
    expect(statuses.at(-1)).toBe(400);
  });
});
