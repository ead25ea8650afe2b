import { randomUUID } from 'node:crypto';
import { startPeople } from './start-people.ts';
import { startTestApi } from './start-test-api.ts';

export type Json = Record<string, unknown>;
type Evaluation = {
  admissions: {
    id: string;
    status: string;
    bed: number | null;
    waitingSince: string | null;
    values: { measure: string; difference: object | null }[];
    fatigue: object[];
  }[];
  stale: { id: string; org: string | null; sections: string[] }[];
  planIsOld: boolean;
  beds: {
    count: number | null;
    beds: { no: number; days: { on: string; is: string; caseNo: string | null }[] }[];
    waiting: { caseNo: string | null; isOwn: boolean; since: string }[];
    mayKeep: boolean;
  } | null;
};
export type Told = { evaluation: Evaluation | null; adult: Json | null; followUp: Json | null };

/** A hospital and a station with three children at home: りく, みお, and ゆい who is fifteen. */
export async function startAftercareApi() {
  const api = await startTestApi('2026-12-01T00:00:00.000Z');
  const tokens: Record<string, string> = await startPeople(api, organisations, people);
  const children: Record<string, { id: string; no: string }> = {};
  const idOf = (child: string) => children[child]?.id ?? '';
  const ask = (name: string, path: string, method = 'GET', body?: unknown, headers = {}) =>
    api.ask(method, path, { token: tokens[name] ?? '', body, headers });
  const send = async (name: string, child: string, body: Readonly<Json>) => {
    const { json } = await ask('nurse', `/cases/${idOf(child)}`);
    const headers = { 'idempotency-key': randomUUID(), 'if-match': `"${json.version}"` };
    return ask(name, `/cases/${idOf(child)}/events`, 'POST', body, headers);
  };
  const must = async (name: string, child: string, body: Readonly<Json>): Promise<void> => {
    const sent = await send(name, child, body);
    if (sent.status !== 200) throw new Error(`${body.type} ${sent.status} ${JSON.stringify(sent.json)}`);
  };
  const toldTo = async (name: string, child: string, query = ''): Promise<Told> => {
    const { status, json } = await ask(name, `/cases/${idOf(child)}/aftercare${query}`);
    if (status !== 200) throw new Error(`${name} ${status}`);
    return json as unknown as Told;
  };
  for (const [child, bornOn] of born) {
    const about = { lead: 'hospital', familyName: child, bornOn, reason: 'x', origin: 'ward' };
    const made = await ask('nurse', '/cases', 'POST', about, { 'idempotency-key': randomUUID() });
    children[child] = { id: String(made.json.id), no: String(made.json.no) };
    for (const [name, event] of atHome) await must(name, child, event);
  }
  return { api, ask, send, must, toldTo, children, idOf };
}
export type AftercareApi = Awaited<ReturnType<typeof startAftercareApi>>;

export const codesOf = (sent: { json: Json }) =>
  ((sent.json.reasons ?? []) as { code: string }[]).map(({ code }) => code);

const organisations = { hospital: 'childrensHospital', station: 'visitingNursingStation', other: 'hospital' } as const;
const people = {
  nurse: ['hospital'],
  second: ['hospital'],
  ward: ['hospital', 'wardNurse'],
  doctor: ['hospital', 'doctor'],
  visitor: ['station', 'visitingNurse'],
  stranger: ['other'],
} as const;
const born = [
  ['りく', '2017-03-07'],
  ['みお', '2019-03-07'],
  ['ゆい', '2011-05-01'],
] as const;
const atHome: readonly (readonly [string, Json])[] = [
  ['nurse', { type: 'case.adopted', stage: 'stableAtHome', since: '2026-01-01', source: 'paper' }],
  ['nurse', { type: 'candidate.asked', candidateId: 't1', function: 'visitingNurse', organisation: 'station' }],
  ['visitor', { type: 'candidate.answered', candidateId: 't1', answer: 'accepted' }],
  [
    'nurse',
    {
      ...{ type: 'consent.recorded', consentId: 'c1', scope: 'recipient', recipient: 'station' },
      ...{ categories: ['contacts', 'clinical', 'skills', 'plan'], purpose: 'care', from: '2026-11-01' },
      ...{ givers: [{ relation: 'mother', authority: 'parental' }], method: 'paper' },
    },
  ],
];
