import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

type Seat = {
  id: string;
  who: string | null;
  answers: Record<string, string> | null;
  comment: string | null;
  isOwn: boolean;
  mayAnswer: boolean;
  mayConfirm: boolean;
  askAgain: { whyNot: { ja: string } | null } | null;
};
type Conference = {
  id: string;
  step: string;
  best: string | null;
  slots: { id: string; requiredOpen: string[]; conditions: { ok: boolean }[] }[];
  seats: Seat[];
  decided: { what: string }[];
  items: { what: string; owner: string }[];
  minutesText: string | null;
  addenda: { text: string; org: string }[];
  record: { code: string; ok: boolean | string }[] | null;
};
type Task = {
  kind: string;
  caseId: string;
  ref: string;
  what: { ja: string };
  fix: { route: string };
  dueOn: string | null;
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
const reasonOf = (json: unknown) => (json as { reasons?: { code: string }[] }).reasons?.map(({ code }) => code);

async function conferenceOf(name: string): Promise<Conference> {
  const { status, json } = await ask(name, `/cases/${child}/conferences`);
  expect([name, status]).toEqual([name, 200]);
  const [newest] = json.conferences as Conference[];
  if (!newest) throw new Error('no conference');
  return newest;
}
const tasksOf = async (name: string) =>
  ((await ask(name, '/tasks')).json.tasks as Task[]).filter(({ kind, caseId }) => kind === 'seat' && caseId === child);

const k1 = { conferenceId: 'k1' };
const poll = {
  ...{ ...k1, type: 'conference.polled', conferenceKind: 'joint' },
  slots: [
    { id: 's1', slotOn: '2026-12-10', slotAt: '15:00' },
    { id: 's2', slotOn: '2026-12-11', slotAt: '10:00' },
  ],
  asked: [
    { id: 'nurse', function: 'dischargeNurse', organisation: 'hospital', required: true },
    { id: 'station', function: 'visitingNurse', organisation: 'station', required: true },
    { id: 'clinic', function: 'homePhysician', who: '大野医院 大野医師' },
  ],
};
const answer = (askedId: string, first: string, second: string, more = {}) => ({
  ...{ ...k1, type: 'conference.answered', askedId },
  answers: [
    { slot: 's1', answer: first },
    { slot: 's2', answer: second },
  ],
  ...more,
});

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  tokens = await startPeople(
    api,
    { hospital: 'childrensHospital', station: 'visitingNursingStation', city: 'municipality', other: 'hospital' },
    {
      nurse: ['hospital'],
      doctor: ['hospital', 'doctor'],
      visitor: ['station', 'visitingNurse'],
      health: ['city', 'publicHealthNurse'],
      stranger: ['other'],
    },
  );
  const made = await ask(
    'nurse',
    '/cases',
    'POST',
    { lead: 'hospital', familyName: '青木', bornOn: '2024-03-07', reason: 'x', origin: 'ward', needs: ['ventilator'] },
    { 'idempotency-key': randomUUID() },
  );
  child = String(made.json.id);
  for (const recipient of ['station', 'city'])
    await must('nurse', {
      ...{ type: 'consent.recorded', consentId: `c-${recipient}`, scope: 'recipient', recipient, purpose: 'care' },
      ...{ categories: ['contacts', 'clinical', 'plan'], from: '2026-12-01', method: 'paper' },
      givers: [{ relation: 'mother', authority: 'parental' }],
    });
  for (const [candidateId, part, organisation] of [
    ['t1', 'visitingNurse', 'station'],
    ['t2', 'publicHealthNurse', 'city'],
  ] as const) {
    await must('nurse', { type: 'candidate.asked', candidateId, function: part, organisation });
    await must('nurse', { type: 'candidate.answered', candidateId, answer: 'accepted' });
  }
});
afterAll(() => api.stop());

describe('a date of a conference', () => {
  it('is asked for by the lead and by nobody else', async () => {
    for (const name of ['visitor', 'health', 'doctor'])
      expect([name, (await send(name, poll)).status]).toEqual([name, 403]);
    expect((await send('stranger', poll)).status).toBe(404);
    await must('nurse', poll);
    expect(await conferenceOf('nurse')).toMatchObject({
      step: 'date',
      best: null,
      seats: [{}, {}, { who: '大野医院 大野医師' }],
    });
  });

  it('is a task of each that was asked, of none that was not, and shown to nobody outside', async () => {
    expect(await tasksOf('visitor')).toMatchObject([
      {
        ref: 'k1.station',
        what: { ja: '会議:会議の候補日に答える' },
        fix: { route: `/cases/${child}/conferences?of=k1` },
        dueOn: '2026-12-04',
      },
    ]);
    expect(await tasksOf('nurse')).toMatchObject([{ ref: 'k1.nurse' }]);
    expect(await tasksOf('health')).toEqual([]);
    expect((await ask('stranger', `/cases/${child}/conferences`)).status).toBe(404);
  });

  it('is answered for oneself; for another organisation by the lead alone', async () => {
    const refused = await send('visitor', answer('clinic', 'fits', 'fits'));
    expect([refused.status, reasonOf(refused.json)]).toEqual([409, ['seat.notYours']]);
    expect(reasonOf((await send('health', answer('station', 'fits', 'fits'))).json)).toEqual(['seat.notYours']);
    await must('visitor', answer('station', 'fitsNot', 'fits', { comment: '午前なら' }));
    expect(await tasksOf('visitor')).toEqual([]);
    await must('nurse', answer('nurse', 'fits', 'fits'));
    await must('nurse', answer('clinic', 'fits', 'fitsMaybe'));
    const seats = (await conferenceOf('health')).seats;
    expect(seats.map(({ id, isOwn, mayAnswer, askAgain }) => [id, isOwn, mayAnswer, askAgain])).toEqual([
      ['nurse', false, false, null],
      ['station', false, false, null],
      ['clinic', false, false, null],
    ]);
    expect(seats[1]).toMatchObject({ answers: { s1: 'fitsNot', s2: 'fits' }, comment: '午前なら' });
  });

  it('is proposed with its reasons, and settled by a person', async () => {
    const { best, slots } = await conferenceOf('nurse');
    expect(best).toBe('s2');
    expect(slots[1]).toMatchObject({ requiredOpen: [], conditions: [{ ok: true }, { ok: true }, { ok: false }] });
    const planned = {
      ...k1,
      type: 'conference.planned',
      conferenceKind: 'joint',
      plannedOn: '2026-12-11',
      startsAt: '10:00',
      place: '3階',
    };
    expect((await send('visitor', planned)).status).toBe(403);
    await must('nurse', planned);
    expect(reasonOf((await send('visitor', answer('station', 'fits', 'fits'))).json)).toEqual(['conference.notPolled']);
    expect(await conferenceOf('visitor')).toMatchObject({ step: 'agenda', place: '3階', startsAt: '10:00' });
  });
});

describe('the day of a conference, and its minutes', () => {
  it('writes down decisions by several people at once, and what somebody is to do is a task of theirs', async () => {
    await must('nurse', { ...k1, type: 'conference.agendaWritten', agenda: [{ id: 'g1', what: '経過', takes: 10 }] });
    const { json: me } = await ask('visitor', '/me');
    const owner = String((me.membership as { id: string }).id);
    const item = {
      ...k1,
      type: 'conference.noted',
      decisions: [],
      actionItems: [{ id: 'i1', what: '物品の手配', owner, dueOn: '2026-12-20' }],
    };
    const decision = {
      ...k1,
      type: 'conference.noted',
      decisions: [{ id: 'd1', what: '月末に退院' }],
      actionItems: [],
    };
    // Without the newest version: neither waits for the other.
    const both = await Promise.all(
      (
        [
          ['visitor', item],
          ['nurse', decision],
        ] as const
      ).map(([name, body]) =>
        ask(name, `/cases/${child}/events`, 'POST', body, { 'idempotency-key': randomUUID(), 'if-match': '*' }),
      ),
    );
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const shown = await conferenceOf('health');
    expect(shown).toMatchObject({
      step: 'day',
      decided: [{ what: '月末に退院' }],
      items: [{ what: '物品の手配', owner }],
    });
    const tasks = (await ask('visitor', '/tasks')).json.tasks as Task[];
    expect(tasks.filter(({ kind }) => kind === 'actionItem')).toMatchObject([{ ref: 'i1', dueOn: '2026-12-20' }]);
  });

  it('tells the record of joint guidance to whoever is told of fees, and to no partner', async () => {
    await must('nurse', {
      ...k1,
      type: 'conference.held',
      attended: ['dischargeNurse', 'visitingNurse'],
      actionItems: [],
      occurredOn: '2026-12-01',
    });
    expect((await conferenceOf('nurse')).record?.find(({ code }) => code === 'b005.hospitalSide')?.ok).toBe(true);
    expect((await conferenceOf('visitor')).record).toBeNull();
  });

  it('is approved by the doctor, shared by the lead, confirmed by each, and only added to afterwards', async () => {
    await must('nurse', { ...k1, type: 'minutes.drafted', minutes: '書きかけ', unfinished: true });
    expect(reasonOf((await send('doctor', { ...k1, type: 'minutes.approved' })).json)).toEqual(['minutes.unfinished']);
    await must('nurse', { ...k1, type: 'minutes.drafted', minutes: '話し合いの記録' });
    expect((await send('nurse', { ...k1, type: 'minutes.approved' })).status).toBe(403);
    await must('doctor', { ...k1, type: 'minutes.approved' });
    expect((await send('visitor', { ...k1, type: 'minutes.shared' })).status).toBe(403);
    await must('nurse', { ...k1, type: 'minutes.shared' });
    expect(await tasksOf('visitor')).toMatchObject([{ what: { ja: '会議:議事録の内容を確認する' } }]);
    const confirm = (askedId: string) => ({ ...k1, type: 'minutes.confirmed', askedId });
    expect(reasonOf((await send('visitor', confirm('clinic'))).json)).toEqual(['seat.notYours']);
    await must('visitor', confirm('station'));
    await must('nurse', confirm('nurse'));
    await must('nurse', confirm('clinic'));
    expect(reasonOf((await send('nurse', { ...k1, type: 'minutes.drafted', minutes: '直し' })).json)).toEqual([
      'minutes.approved',
    ]);
    await must('nurse', { ...k1, type: 'minutes.supplemented', addendum: '番号の訂正' });
    expect(await conferenceOf('visitor')).toMatchObject({
      ...{ step: 'confirmed', minutesText: '話し合いの記録' },
      addenda: [{ text: '番号の訂正' }],
    });
  });
});
