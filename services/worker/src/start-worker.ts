import type { Casework, Clock } from '@kaerimichi/casework';
import { firingKinds, timeEventOf } from '@kaerimichi/discharge';
import type { Logger } from '@kaerimichi/runtime';
import { type DueDeadline, type Store, StoreBusy } from '@kaerimichi/store';
import { adoptRules } from './adopt-rules.ts';
import { armMissing } from './arm-missing.ts';
import { carryCases } from './carry-cases.ts';
import { inTurns } from './in-turns.ts';

export type WorkerPorts = {
  readonly store: Store;
  readonly casework: Casework;
  readonly clock: Clock;
  readonly log: Logger;
};

const SLICE = 50;
const PRUNE_MS = 3_600_000;
/** After a child that could not be compared; what the program cannot do now it will hardly do in a second. */
const COMPARE_AGAIN_MS = 60_000;
/** Of one turn: thousands of new children are compared over many, so that what falls due meanwhile is not late. */
const COMPARE_TURN_MS = 1_000;
/** Answers are kept as long as a visiting nurse's tablet may be offline; outbox rows a day beyond their readers. */
const ANSWERS_KEPT_MS = 7 * 86_400_000;
const OUTBOX_KEPT_MS = 86_400_000;

/** The clock: what falls due becomes an event of its case, oldest first; several workers never fire one twice. */
export const startWorker = (ports: WorkerPorts): { stop(): Promise<void> } =>
  inTurns(stopping => {
    const parts = partsOfTick(ports, stopping);
    return () => tick(ports, parts);
  });

type Part = () => Promise<void>;

/** None of the parts suffers from another one. */
async function tick({ log }: WorkerPorts, parts: readonly Part[]): Promise<void> {
  for (const part of parts) await part().catch(fault => log.warn({ err: fault }, 'the clock missed a turn'));
}

/** What the clock does each second, some of it less often. */
function partsOfTick(ports: WorkerPorts, stopping: AbortSignal): readonly Part[] {
  let hasCounted = false;
  let comparesFrom = 0;
  let prunedAt = 0;
  return [
    async () => {
      if (!hasCounted) await sayUnknown(ports);
      hasCounted = true;
    },
    () => fireDue(ports, stopping),
    carryCases(ports, stopping),
    armMissing(ports, stopping),
    adoptRules(ports, stopping),
    async () => {
      if (Date.now() < comparesFrom) return;
      if (!(await compareChildren(ports, stopping))) comparesFrom = Date.now() + COMPARE_AGAIN_MS;
    },
    async () => {
      if (Date.now() - prunedAt < PRUNE_MS) return;
      prunedAt = Date.now();
      await prune(ports);
    },
  ];
}

/** Rows of a newer program stay for it: said once, since nothing here can follow from them. */
async function sayUnknown({ store, log }: WorkerPorts): Promise<void> {
  const count = await store.deadlines.countBesides(firingKinds);
  if (count > 0) log.error({ count }, 'deadlines are of kinds that this program does not know');
}

/** What was missed while nothing ran may be much: a stop waits for one event, and gives the rest of the slice back. */
async function fireDue(ports: WorkerPorts, stopping: AbortSignal): Promise<void> {
  const { store, clock } = ports;
  while (!stopping.aborted) {
    const due = await store.deadlines.claimDue(clock.now(), { kinds: firingKinds, limit: SLICE });
    for (const deadline of due) {
      if (stopping.aborted) await store.deadlines.release(deadline);
      else await fire(ports, deadline);
    }
    if (due.length < SLICE) return;
  }
}

/**
 * Children are compared here and not where they are registered: no answer tells, by what it says or by its time. False:
 * some could not be compared.
 */
async function compareChildren({ store, log }: WorkerPorts, stopping: AbortSignal): Promise<boolean> {
  let isWhole = true;
  const onFault = (caseId: string, err: unknown) => {
    isWhole = false;
    log.error({ caseId, err }, 'a child could not be compared');
  };
  const until = performance.now() + COMPARE_TURN_MS;
  while (!stopping.aborted && (await store.merges.compareNext(SLICE, onFault)) === SLICE)
    if (performance.now() > until) break;
  return isWhole;
}

/** Refusals that say that nothing is left to send: another worker was faster, or the pathway has moved on. */
const SPENT: readonly string[] = ['wrong-stage', 'requirements-unmet'];

/**
 * One deadline; those behind it do not suffer from it. One that could not be judged keeps its claim, so that it comes
 * again in some seconds and not in the same slice; only a store that is away ends the slice.
 */
async function fire({ store, casework, log }: WorkerPorts, deadline: DueDeadline): Promise<void> {
  const { caseId, kind } = deadline;
  const event = timeEventOf(deadline);
  // Only kinds are claimed that an event follows from.
  if (!event) return;
  try {
    const outcome = await casework.sendTimeEvent(caseId, event);
    if (outcome.ok) return await store.deadlines.settle(deadline);
    const { code } = outcome.refusal;
    if (SPENT.includes(code)) {
      log.info({ caseId, kind, code }, 'a deadline had nothing to do any more');
      return await store.deadlines.settle(deadline);
    }
    if (code !== 'busy') return log.error({ caseId, kind, code }, 'a deadline was refused for no reason of its case');
    log.warn({ caseId, kind }, 'a deadline could not be sent now');
    await store.deadlines.release(deadline);
  } catch (fault) {
    if (fault instanceof StoreBusy) throw fault;
    log.error({ caseId, kind, err: fault }, 'a deadline could not be judged');
  }
}

async function prune({ store, clock }: WorkerPorts): Promise<void> {
  await store.pruneEnded(clock.now());
  await store.pruneAnswers(new Date(Date.parse(clock.now()) - ANSWERS_KEPT_MS).toISOString());
  // The database dates outbox rows by its own clock: the application's may run years ahead of what relays have read.
  await store.outbox.prune(new Date(Date.now() - OUTBOX_KEPT_MS).toISOString());
}
