import {
  type LoadedCase,
  type Outcome,
  openedCase,
  type PlannedEvent,
  planEvent,
  planRegistration,
  planTimeEvent,
  type ToldCase,
} from '@kaerimichi/casework';
import { type Actor, type Day, timeEventOf } from '@kaerimichi/discharge';

const HUBS = ['hub'];

type Body = Readonly<Record<string, unknown>>;
export type ToldStep = { readonly on: Day; readonly org?: string } & ({ readonly send: Body } | { readonly due: Due });
type Due = Parameters<typeof timeEventOf>[0];

const identity = {
  familyName: '白鳥',
  givenName: 'つばさ',
  familyKana: 'しらとり',
  givenKana: 'つばさ',
  sex: 'female',
  hospitalNumber: 'A-77\0',
  municipality: '藤沢市',
} as const;

const actor = (org: string): Actor => ({
  membership: `m-${org}`,
  person: org,
  org,
  role: 'dischargeNurse',
  mayWaive: false,
});
const at = (on: Day, minute: number) => new Date(Date.parse(`${on}T00:00:00.000Z`) + minute * 60_000).toISOString();

/** A case of the hospital decided step by step in memory; throws where a step is refused. */
export function tellCase(no: string, registeredOn: Day, steps: readonly ToldStep[]): ToldCase {
  const registration = { lead: 'hospital', identity, reason: '在宅移行の支援', origin: 'ward', bornOn: '2020-02-03' };
  const by = actor('hospital');
  const stamp = { by, at: at(registeredOn, 0), hubs: HUBS, session: null, key: null };
  const opening = answerOf(planRegistration(registration, stamp));
  const plans: PlannedEvent['plan'][] = [];
  let loaded: LoadedCase = openedCase(opening, no);
  for (const [n, step] of steps.entries()) {
    const { plan, next } = answerOf(planStep(loaded, step, at(step.on, n + 1)));
    plans.push(plan);
    loaded = next;
  }
  return { opening, no, plans };
}

function planStep(loaded: LoadedCase, step: ToldStep, instant: string): Outcome<PlannedEvent> {
  if ('due' in step) {
    const event = timeEventOf(step.due);
    if (!event) throw new Error(`nothing follows from ${step.due.kind}`);
    return planTimeEvent(loaded, event, { at: instant, hubs: HUBS });
  }
  return planEvent(loaded, step.send, { by: actor(step.org ?? 'hospital'), at: instant, hubs: HUBS });
}

function answerOf<Answer>(outcome: Outcome<Answer>): Answer {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.answer;
}
