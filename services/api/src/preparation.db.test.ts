import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

type Cell = {
  procedure: string;
  learner: string;
  standing: string;
  history: { level: number | null; note: string | null }[];
};
type Prepared = {
  skills: {
    procedures: { id: string; needed: number | null; alone: number }[];
    cells: Cell[];
    drills: object[];
  } | null;
  devices: { devices: Record<string, unknown>[]; tried: Record<string, unknown>[] } | null;
  entitlements: Record<string, unknown>[] | null;
  stays: Record<string, unknown>[] | null;
  can: string[];
};

let api: TestApi;
let tokens: Record<string, string> = {};
let child = '';

const ask = (name: string, path: string, method = 'GET', body?: unknown, headers = {}) =>
  api.ask(method, path, { token: tokens[name] ?? '', body, headers });

async function send(name: string, body: Readonly<Record<string, unknown>>) {
  const { json } = await ask('nurse', `/cases/${child}`);
  const headers = { 'idempotency-key': randomUUID(), 'if-match': `"${json.version}"` };
  return ask(name, `/cases/${child}/events`, 'POST', body, headers);
}
async function must(name: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  const sent = await send(name, body);
  expect([body.type, sent.status, sent.json]).toEqual([body.type, 200, expect.anything()]);
}
async function preparedFor(name: string): Promise<Prepared> {
  const { status, json } = await ask(name, `/cases/${child}/preparation`);
  expect([name, status]).toEqual([name, 200]);
  return json as unknown as Prepared;
}

const partners = {
  station: ['visitor', 'visitingNurse'],
  school: ['teacher', 'school'],
  vendor: ['seller', 'deviceVendor'],
  city: ['planner', 'supportPlanner'],
} as const;

async function partner([organisation, [who, part]]: readonly [string, readonly [string, string]]): Promise<void> {
  const candidateId = `t-${organisation}`;
  await must('nurse', { type: 'candidate.asked', candidateId, function: part, organisation });
  await must(who, { type: 'candidate.answered', candidateId, answer: 'accepted' });
  await must('nurse', {
    ...{ type: 'consent.recorded', consentId: `c-${organisation}`, scope: 'recipient', recipient: organisation },
    ...{ categories: ['contacts', 'clinical', 'skills', 'plan', 'money'], purpose: 'care', from: '2026-12-01' },
    ...{ givers: [{ relation: 'mother', authority: 'parental' }], method: 'paper' },
  });
}

const device = {
  ...{ type: 'device.chosen', deviceId: 'd1', kind: 'ventilator', electric: true },
  ...{ atHome: true, consumables: true, vendorPhone24h: true },
};

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  tokens = await startPeople(
    api,
    {
      hospital: 'childrensHospital',
      station: 'visitingNursingStation',
      school: 'school',
      vendor: 'deviceVendor',
      city: 'consultationSupport',
      other: 'hospital',
    },
    {
      nurse: ['hospital'],
      ward: ['hospital', 'wardNurse'],
      visitor: ['station', 'visitingNurse'],
      teacher: ['school', 'school'],
      seller: ['vendor', 'deviceVendor'],
      planner: ['city', 'supportPlanner'],
      stranger: ['other'],
    },
  );
  const about = { lead: 'hospital', familyName: '青木', bornOn: '2024-03-07', reason: 'x', origin: 'ward' };
  const made = await ask(
    'nurse',
    '/cases',
    'POST',
    { ...about, needs: ['ventilator'] },
    { 'idempotency-key': randomUUID() },
  );
  child = String(made.json.id);
  for (const one of Object.entries(partners)) await partner(one);
});
afterAll(() => api.stop());

describe('手技', () => {
  const suction = { type: 'skill.assessed', procedure: 'suctionOral', caregiver: 'mother' };
  const cellOf = async (name: string) =>
    (await preparedFor(name)).skills?.cells.find(({ procedure }) => procedure === 'suctionOral');

  it('count once a second nurse has seen them, and each entry says who saw what', async () => {
    await must('ward', { ...suction, level: 4, note: '圧を確かめる' });
    expect(await cellOf('nurse')).toMatchObject({
      standing: 'awaitsSecond',
      history: [{ level: 4, note: '圧を確かめる' }],
    });
    await must('nurse', { type: 'skill.selfRated', procedure: 'suctionOral', caregiver: 'mother', selfRating: 2 });
    await must('nurse', { ...suction, level: 4 });
    expect(await cellOf('nurse')).toMatchObject({
      standing: 'alone',
      self: { rating: 2 },
      history: [
        { level: 4, by: { name: 'nurse' } },
        { level: null, selfRating: 2 },
        { level: 4, by: { name: 'ward' } },
      ],
    });
    await must('ward', { type: 'drill.held', drill: 'powerFailure', caregiver: 'mother', withoutHelp: true });
    expect((await preparedFor('ward')).skills?.drills).toMatchObject([{ drill: 'powerFailure', learner: 'mother' }]);
  });

  it('are assessed by nurses of the lead alone', async () => {
    for (const name of ['visitor', 'teacher', 'seller', 'planner'])
      expect([name, (await send(name, { ...suction, level: 4 })).status]).toEqual([name, 403]);
    expect((await preparedFor('visitor')).can).toEqual([]);
  });
});

describe('機器', () => {
  it('are told with what was measured, and anew after another model', async () => {
    const texts = { model: 'トリロジー', lot: 'A-12', settings: '回数20', phone24h: '045-000-0111', spares: '回路1' };
    await must('nurse', { ...device, ...texts, batteryMinutes: 240, watts: 90, nextServiceOn: '2026-12-05' });
    await must('nurse', { ...device, consumables: false });
    const known = { model: 'トリロジー', settings: '回数20', batteryMinutes: 240, batteryOn: '2026-12-01', watts: 90 };
    expect((await preparedFor('ward')).devices?.devices).toMatchObject([{ ...known, consumables: false }]);
    const due = (await ask('nurse', '/tasks')).json.tasks as { ref: string; what: { ja: string }; dueOn?: string }[];
    expect(due.filter(({ ref }) => ref.includes('d1'))).toMatchObject([
      { what: { ja: '機器の点検をして次の日を決める' }, dueOn: '2026-12-05' },
    ]);
    await must('nurse', { ...device, model: 'ビビオ', modelChanged: true });
    expect((await preparedFor('ward')).devices?.devices).toMatchObject([
      { model: 'ビビオ', settings: null, batteryMinutes: null, nextServiceOn: null },
    ]);
  });

  it('that were tried stand side by side, each as it was written last', async () => {
    const tried = { type: 'device.tried', trialNo: 1, kind: 'suction', model: '候補A', fit: 'good' };
    await must('ward', { ...tried, decision: 'beingTried', familySays: '音が小さい' });
    expect((await send('ward', { ...tried, decision: 'chosen' })).status).toBe(409);
    await must('ward', { ...tried, decision: 'chosen', familySays: '音が小さい', reason: '夜に使いやすい' });
    expect((await preparedFor('nurse')).devices?.tried).toMatchObject([
      { trialNo: 1, decision: 'chosen', reason: '夜に使いやすい', by: { name: 'ward' } },
    ]);
  });
});

describe('制度 and 外泊', () => {
  it('say where, with which papers and until when', async () => {
    const kind = 'chronicChildhoodDisease';
    const texts = { office: '藤沢市 子ども健康課', papers: '医師の意見書' };
    await must('nurse', { type: 'entitlement.updated', kind, state: 'applied', owner: 'nurse-hospital', ...texts });
    await must('nurse', { type: 'entitlement.updated', kind, state: 'granted', until: '2026-12-05' });
    expect((await preparedFor('nurse')).entitlements).toMatchObject([
      { kind, state: 'granted', appliedOn: '2026-12-01', decidedOn: '2026-12-01', until: '2026-12-05', ...texts },
    ]);
    const due = (await ask('nurse', '/tasks')).json.tasks as { ref: string; dueOn?: string }[];
    expect(due.filter(({ ref }) => ref.includes(kind))).toMatchObject([{ dueOn: '2026-12-06' }]);
  });

  it('keep the plan of a stay', async () => {
    const stay = { stayId: 's1', stayKind: 'home', from: '2026-12-10', to: '2026-12-11', stationVisits: true };
    await must('nurse', { type: 'trialStay.planned', ...stay, note: '夜の吸引を父と分ける' });
    expect((await preparedFor('visitor')).stays).toMatchObject([
      { id: 's1', status: 'planned', plan: '夜の吸引を父と分ける', diary: [] },
    ]);
    const early = await send('nurse', { type: 'trialStay.noted', stayId: 's1', isProblem: false, diary: 'x' });
    expect(early.status).toBe(409);
  });
});

describe('who is told', () => {
  const written = /トリロジー|ビビオ|回数20|候補A|圧を確かめる|意見書/;

  it('the visiting nurse reads skills, devices and stays, and no money', async () => {
    const { skills, devices, entitlements, stays } = await preparedFor('visitor');
    expect([skills !== null, devices !== null, entitlements, stays !== null]).toEqual([true, true, null, true]);
  });

  it('a school and a vendor are told which devices there are, without settings or anything else that was written', async () => {
    for (const name of ['teacher', 'seller']) {
      const told = await preparedFor(name);
      expect([name, told.skills, told.stays, told.entitlements]).toEqual([name, null, null, null]);
      expect(told.devices?.devices).toMatchObject([{ kind: 'ventilator', settings: null, model: null }]);
      expect(JSON.stringify(told)).not.toMatch(written);
    }
  });

  it('whoever reads a summary of the money is told how far each scheme is, and not what was written of it', async () => {
    const told = await preparedFor('planner');
    expect(told.entitlements).toMatchObject([{ state: 'granted', office: null, papers: null, appliedOn: null }]);
    expect(JSON.stringify(told)).not.toMatch(written);
  });

  it('a stranger is told that there is no such case', async () => {
    expect((await ask('stranger', `/cases/${child}/preparation`)).status).toBe(404);
  });
});
