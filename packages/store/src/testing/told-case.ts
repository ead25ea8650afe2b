import { type ToldCase, type ToldStep, tellCase } from '@kaerimichi/casework';
import { type Actor, type Day, timeEventOf } from '@kaerimichi/discharge';

type Body = Readonly<Record<string, unknown>>;
type Due = Parameters<typeof timeEventOf>[0];
type Step = { readonly on: Day; readonly org?: string } & ({ readonly send: Body } | { readonly due: Due });

const identity = {
  familyName: '白鳥',
  givenName: 'つばさ',
  familyKana: 'しらとり',
  givenKana: 'つばさ',
  sex: 'female',
  hospitalNumber: 'A-77\0',
  municipality: '142051',
} as const;

const actor = (org: string): Actor => ({
  membership: `m-${org}`,
  person: org,
  org,
  role: 'dischargeNurse',
  mayWaive: false,
});
const minuteOf = (on: Day, minute: number) =>
  new Date(Date.parse(`${on}T00:00:00.000Z`) + minute * 60_000).toISOString();

/** A case of the hospital decided step by step in memory; throws where a step is refused. */
export function toldCase(no: string, registeredOn: Day, steps: readonly Step[]): ToldCase {
  const registration = { lead: 'hospital', identity, reason: '在宅移行の支援', origin: 'ward', bornOn: '2020-02-03' };
  const beginning = { no, registration, by: actor('hospital'), at: minuteOf(registeredOn, 0), hubs: ['hub'] };
  const told = steps.map((step, n) => toldStep(step, minuteOf(step.on, n + 1))).values();
  return tellCase(beginning, () => told.next().value ?? null);
}

function toldStep(step: Step, at: string): ToldStep {
  if (!('due' in step)) return { at, by: actor(step.org ?? 'hospital'), sent: step.send };
  const time = timeEventOf(step.due);
  if (!time) throw new Error(`nothing follows from ${step.due.kind}`);
  return { at, time };
}
