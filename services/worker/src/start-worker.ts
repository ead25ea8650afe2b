import type { Casework, Clock } from '@kaerimichi/casework';
import { tokyoDay } from '@kaerimichi/discharge';
import type { Logger } from '@kaerimichi/runtime';
import type { DueDeadline, Store } from '@kaerimichi/store';

export type WorkerPorts = {
  readonly store: Store;
  readonly casework: Casework;
  readonly clock: Clock;
  readonly log: Logger;
};

const TICK_MS = 1_000;
const SLICE = 50;
const PRUNE_MS = 3_600_000;
/** Answers are kept as long as a visiting nurse's tablet may be offline; outbox rows a day beyond their readers. */
const ANSWERS_KEPT_MS = 7 * 86_400_000;
const OUTBOX_KEPT_MS = 86_400_000;

/** The clock: what falls due becomes an event of its case, oldest first; several workers never fire one twice. */
export function startWorker(ports: WorkerPorts): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let isBusy = false;
  let prunedAt = 0;
  const tick = async () => {
    await fireDue(ports);
    if (Date.now() - prunedAt < PRUNE_MS) return;
    prunedAt = Date.now();
    await prune(ports);
  };
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    running = tick()
      .catch(fault => ports.log.warn({ err: fault }, 'the clock missed a turn'))
      .finally(() => {
        isBusy = false;
      });
  }, TICK_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

async function fireDue(ports: WorkerPorts): Promise<void> {
  const { store, clock } = ports;
  for (;;) {
    const due = await store.deadlines.claimDue(tokyoDay(clock.now()), SLICE);
    for (const deadline of due) await fire(ports, deadline);
    if (due.length < SLICE) return;
  }
}

async function fire({ store, casework, log }: WorkerPorts, deadline: DueDeadline): Promise<void> {
  // `lapse.order`, `begin.consent`: the event names the thing; a prompt is about the case itself.
  const [, kind] = deadline.kind.split('.');
  const body = kind ? { kind, ref: deadline.ref } : {};
  const outcome = await casework.sendTimeEvent(deadline.caseId, { type: deadline.fires, body });
  if (outcome.ok || outcome.refusal.code !== 'busy') return store.deadlines.settle(deadline);
  log.warn({ kind: deadline.kind }, 'a deadline could not be sent now');
  return store.deadlines.release(deadline);
}

async function prune({ store, clock }: WorkerPorts): Promise<void> {
  const now = Date.parse(clock.now());
  await store.pruneAnswers(new Date(now - ANSWERS_KEPT_MS).toISOString());
  await store.outbox.prune(new Date(now - OUTBOX_KEPT_MS).toISOString());
}
