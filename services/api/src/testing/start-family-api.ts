import { startPeople } from './start-people.ts';
import { startTestApi, type TestApi } from './start-test-api.ts';

export type Body = Record<string, unknown>;

/** Each stands in one place of the case that no guardian is told. */
export const canaries = {
  note: 'canary-note',
  hold: 'canary-hold',
  interview: 'canary-interview',
  factors: 'canary-factors',
  skill: 'canary-skill',
  other: 'father-canary',
  outside: 'canary-outside',
};
export const BORN = '2024-03-07';
export const PASSWORD = 'ひつじとゆうやけの台所とふね';
const every = ['contacts', 'clinical', 'skills', 'plan', 'family', 'money', 'images', 'disaster'];

const keyed = () => ({ 'idempotency-key': crypto.randomUUID() });

/** A hospital with a child of which something is known in every category, another child, and people who sign in. */
export async function startFamilyApi(born = BORN) {
  const api = await startTestApi('2026-12-01T00:00:00.000Z');
  const tokens: Record<string, string> = await startPeople(api, organisations, people);
  await api.store.organisations.update('hospital', { details: { telephone: '045-000-0000' } });
  const ask = (name: string, path: string, method = 'GET', body?: unknown, headers = {}) =>
    api.ask(method, path, { token: tokens[name] ?? '', body, headers });
  const [caseId, otherCase] = [await register(ask, born), await register(ask, born)];
  let version = 1;
  /** Sends an event at the version as it stands. */
  const tell = async (name: string, event: Body) => {
    const headers = { ...keyed(), 'if-match': `"${version}"` };
    const answer = await ask(name, `/cases/${caseId}/events`, 'POST', event, headers);
    if (answer.status === 200) version = Number(answer.json.version);
    return answer;
  };
  const told = async (name: string, event: Body) => {
    const answer = await tell(name, event);
    if (answer.status !== 200) throw new Error(`${event.type}: ${JSON.stringify(answer.json)}`);
  };
  for (const event of story) await told('nurse', event);
  const guardians = async () => (await ask('nurse', `/cases/${caseId}/guardians`)).json.guardians as Body[];
  const desk = { api, ask, caseId, tokens, born };
  return { ...desk, ...invitations(desk), tell, told, guardians, keyed, otherCase, version: () => version };
}

type Ask = (
  name: string,
  path: string,
  method?: string,
  body?: unknown,
  headers?: object,
) => ReturnType<TestApi['ask']>;
type Desk = {
  readonly api: TestApi;
  readonly ask: Ask;
  readonly caseId: string;
  readonly tokens: Record<string, string>;
  readonly born: string;
};

async function register(ask: Ask, bornOn: string): Promise<string> {
  const child = { lead: 'hospital', familyName: '試験', givenName: 'そら', bornOn, needs: ['ventilator'] };
  const made = await ask('nurse', '/cases', 'POST', { ...child, reason: canaries.note, origin: 'ward' }, keyed());
  return String(made.json.id);
}

/** Invites to the child, and comes in by the code. */
function invitations({ api, ask, caseId, tokens, born }: Desk) {
  let addresses = 0;
  /** Sent from a telephone of its own, unless an address is given. */
  const join = (path: string, body: Body, address = `203.0.113.${++addresses}`) =>
    api.ask('POST', path, { body, headers: { 'x-forwarded-for': address } });
  const invite = (body: Body = {}, name = 'nurse') => {
    const invitation = { relation: 'mother', categories: every, decides: true, ...body };
    return ask(name, `/cases/${caseId}/guardians`, 'POST', invitation, keyed());
  };
  const codeOf = async (body: Body = {}) => {
    const { json } = await invite(body);
    return { id: String(json.id), code: String((json.slip as Body).code) };
  };
  /** Somebody who came in by a code, and is signed in under the name. */
  const joinAs = async (name: string, body: Body = {}) => {
    const { id, code } = await codeOf(body);
    const answer = await join('/join', { code, bornOn: born, name, identifier: name, password: PASSWORD });
    const cookie = answer.headers.get('set-cookie') ?? '';
    tokens[name] = /kaerimichi_session=([^;]+)/.exec(cookie)?.[1] ?? '';
    return { id, answer, membership: (answer.json.membership as Body | undefined)?.id as string };
  };
  return { join, invite, codeOf, joinAs };
}

export type FamilyApi = Awaited<ReturnType<typeof startFamilyApi>>;

const organisations = {
  hospital: ['childrensHospital', 'こども病院'],
  station: ['visitingNursingStation', '訪看'],
} as const;
const people = {
  nurse: ['hospital'],
  ward: ['hospital', 'wardNurse'],
  doctor: ['hospital', 'doctor'],
  admin: ['hospital', 'admin', ['orgAdmin']],
  visitor: ['station', 'visitingNurse'],
} as const;

export const consent = {
  ...{ type: 'consent.recorded', categories: ['contacts', 'plan'], purpose: 'care', from: '2026-12-01' },
  ...{ givers: [{ relation: 'mother', authority: 'parental' }], method: 'paper' },
};

const story: readonly Body[] = [
  { ...consent, consentId: 'c-1', scope: 'recipient', recipient: 'station' },
  { ...consent, consentId: 'c-2', scope: 'hospital', categories: [] },
  { type: 'factors.recorded', factors: ['medicalProcedures'], note: canaries.factors },
  { type: 'interview.held', outcome: 'held', note: canaries.interview },
  { type: 'contacts.recorded', when: 'night', contact: 'こども病院 045-111-2222' },
  { type: 'skill.assessed', procedure: 'suctionOral', caregiver: 'mother', level: 3, note: canaries.skill },
  { type: 'skill.assessed', procedure: 'suctionOral', caregiver: canaries.other, level: 1 },
  { type: 'hold.added', holdId: 'h-1', code: 'familyCircumstances', recheckOn: '2026-12-05', note: canaries.hold },
  { type: 'hold.added', holdId: 'h-2', code: 'equipment', recheckOn: '2026-12-05' },
  { type: 'home.checked', home: true, power: true, powerPlan: false },
  { type: 'entitlement.updated', kind: 'dailyEquipment', state: 'applied', owner: 'nurse-hospital' },
  { type: 'candidate.asked', candidateId: 't-1', function: 'visitingNurse', organisation: 'station' },
  { type: 'candidate.answered', candidateId: 't-1', answer: 'accepted' },
  { type: 'candidate.asked', candidateId: 't-2', function: 'school', outside: canaries.outside },
  { type: 'conference.planned', conferenceId: 'k-1', conferenceKind: 'joint', plannedOn: '2026-12-10' },
];
