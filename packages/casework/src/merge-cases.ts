import { type Giver, giver, tokyoDay } from '@kaerimichi/discharge';
import { decide, eventsByType, takenOver } from '@kaerimichi/discharge/chart';
import { z } from 'zod';
import type { CaseworkPorts } from './casework.ts';
import { actorOf } from './decide-event.ts';
import { parseEventBytes } from './event-bytes.ts';
import { accepted, type Outcome, type ReasonWords, refused } from './outcome.ts';
import { recordOf } from './parse-event.ts';
import { planCommit } from './plan-commit.ts';
import type { CaseStore, CommitPlan, LoadedCase, SignedIn } from './ports.ts';
import { toRefusal } from './reasons.ts';
import { stateOf } from './state-of.ts';

export type MergeCases = {
  readonly who: SignedIn;
  readonly proposal: string;
  /** Ids of the case that goes on and of the one that ends. */
  readonly survivor: string;
  readonly absorbed: string;
  /** Why they are one child, as both histories keep it. */
  readonly reason: string;
};

/** A case that changed between reading and writing is read again. */
const RETRIES = 5;

/**
 * Makes one case of two, by the second of two people: one ends, the other takes over team and consents, in one
 * transaction with the proposal. Whether this person may is asked before; the store refuses a proposal that somebody
 * decided meanwhile.
 */
export async function mergeCases(ports: CaseworkPorts, command: MergeCases): Promise<Outcome<{ survivor: string }>> {
  for (let turn = 0; turn < RETRIES; turn++) {
    const outcome = await mergeOnce(ports, command);
    if (outcome !== 'again') return outcome;
  }
  return refused({ code: 'busy' });
}

type Pair = { readonly survivor: LoadedCase; readonly absorbed: LoadedCase };

async function mergeOnce(ports: CaseworkPorts, command: MergeCases): Promise<Outcome<{ survivor: string }> | 'again'> {
  const { store } = ports;
  const { who, proposal } = command;
  const survivor = await store.loadFresh(command.survivor);
  const absorbed = await store.loadFresh(command.absorbed);
  if (!survivor || !absorbed) return refused({ code: 'not-found' });
  if (survivor.facts.closing || absorbed.facts.closing) return refused({ code: 'wrong-stage', reasons: [notOpen] });
  const plans = await planMerge(ports, command, { survivor, absorbed });
  if (!plans.ok) return plans;
  const [ends, goesOn] = plans.answer;
  const merge = { proposal, person: who.viewer.person, org: who.viewer.org, at: ends.event.at, reason: command.reason };
  const outcome = await store.commitMerge([ends, goesOn], { ...merge, absorbedNo: absorbed.no });
  if (outcome === 'changed') return 'again';
  if (outcome === 'signedOut') return refused({ code: 'sign-in' });
  return outcome === 'decided'
    ? refused({ code: 'wrong-stage', reasons: [decided] })
    : accepted({ survivor: survivor.id });
}

/** Both commits, the one that ends first. */
async function planMerge(
  { store, clock }: CaseworkPorts,
  { who, reason }: MergeCases,
  { survivor, absorbed }: Pair,
): Promise<Outcome<readonly [CommitPlan, CommitPlan]>> {
  const at = clock.now();
  const hubs = await store.listHubs();
  const next = { seq: survivor.version + 1, on: tokyoDay(at), givers: await giversOf(store, absorbed.id) };
  const taken = takenOver(absorbed.facts, survivor.facts, next);
  const stamp = { who, at, hubs, reason };
  const ends = planOne(absorbed, { type: 'case.merged', body: { into: survivor.id, no: survivor.no } }, stamp);
  if (!ends.ok) return ends;
  const body = { absorbed: absorbed.id, no: absorbed.no, ...taken };
  const goesOn = planOne(survivor, { type: 'case.absorbed', body }, stamp);
  return goesOn.ok ? accepted([ends.answer, goesOn.answer]) : goesOn;
}

/** Who gave the consents of a case, by the number of the entry: facts do not keep that. */
async function giversOf(store: Pick<CaseStore, 'listEventsOf'>, caseId: string): Promise<Map<number, Giver[]>> {
  const rows = await store.listEventsOf(caseId, ['consent.recorded']);
  return new Map(
    rows.flatMap(({ seq, payload }) => {
      const { data } = z.array(giver).safeParse(parseEventBytes(payload).body.givers);
      return data ? [[seq, data] as const] : [];
    }),
  );
}

type Stamp = { readonly who: SignedIn; readonly at: string; readonly hubs: readonly string[]; readonly reason: string };

function planOne(
  loaded: LoadedCase,
  { type, body }: { type: string; body: Readonly<Record<string, unknown>> },
  { who, at, hubs, reason }: Stamp,
): Outcome<CommitPlan> {
  const definition = eventsByType.get(type);
  if (!definition) throw new Error(`no event ${type}`);
  const { record, records } = recordOf(definition, { reason });
  const event = {
    ...{ type, seq: loaded.version + 1, at, on: tokyoDay(at), by: actorOf(who), said: ['reason'], body },
    ...(record ? { record } : {}),
  };
  const decision = decide(stateOf(loaded), event);
  if (!decision.ok) return refused(toRefusal(loaded.id, decision));
  const answer = { status: 200, body: '' };
  const { plan } = planCommit({ loaded, event, decision, records, session: who.session, key: null, answer, hubs });
  return accepted(plan);
}

const reasonOf = (code: string, ja: string, en: string): ReasonWords => ({
  ...{ code, params: {}, text: { ja, en }, waivable: 'no' },
});
const notOpen = reasonOf(
  'merge.closed',
  '終了したケースがあります。まとめられるのは、進行中のケースどうしだけです。先に再開してください。',
  'One of them is closed: only open cases are merged. Reopen it first.',
);
const decided = reasonOf(
  'merge.decided',
  'この提案は、もう別の人が決めています。',
  'Somebody has decided about this proposal already.',
);
