import { boundedMap, type CommittedEvent, type OutboxEntry, type OutboxPlace } from '@kaerimichi/store';
import { deliver, type Told } from './deliver.ts';
import type { Gateway } from './gateway.ts';
import type { RealtimePorts } from './ports.ts';

/** Changes that come faster than this go out as one list; a lone one goes at once. */
const BATCH_MS = 5;
/** The truth beneath the wake-up, which may be lost. */
const POLL_MS = 1_000;
/** The outbox is asked this long after a commit that was told already, to move on and to find what was not. */
const CONFIRM_MS = 100;
const SLICE = 500;
/** Cases whose last told event is known; of one that is not, the outbox tells. */
const MOST_CASES = 20_000;

export type Relay = {
  /** Up to where the outbox has been read and everything in it delivered; null: not begun. */
  place(): OutboxPlace | null;
  stop(): Promise<void>;
};

/**
 * Every process relays the outbox to its own sockets, each case in its order. What this process has just committed goes
 * out from its own hands when all before it was told; the outbox passes over it then (decision 010).
 */
export function startRelay(io: Gateway, ports: RealtimePorts, onShutOut: (org: string) => void = () => {}): Relay {
  const told = boundedMap<number>({ entries: MOST_CASES });
  const wasTold = ({ caseId, seq }: CommittedEvent) => seq <= (told.peek(caseId) ?? 0);
  const own = batched(batch => deliver(io, ports, batch));
  const reader = readOn(ports, entries => {
    // What stands before these in their cases, and what these say was told.
    own.flush();
    const rest = entries.filter(entry => !wasTold(entry));
    if (rest.length > 0) deliver(io, ports, rest);
    // Events that change who sees a case come this way alone.
    for (const org of rest.flatMap(({ lost }) => lost)) onShutOut(org);
    for (const { caseId, seq } of rest) told.set(caseId, seq);
    return rest.length > 0;
  });
  const confirm = once(reader.wake, CONFIRM_MS);
  const deaf = ports.store.onCommit(committed => {
    if (!committed || told.peek(committed.caseId) !== committed.seq - 1) return reader.wake();
    told.set(committed.caseId, committed.seq);
    own.add({ ...committed, lost: [] });
    confirm.soon();
  });
  const quiet = ports.store.onWake('outbox', from => void (from === 'elsewhere' && reader.wake()));
  const timer = setInterval(reader.wake, POLL_MS);
  reader.wake();
  return {
    place: reader.place,
    async stop() {
      clearInterval(timer);
      confirm.stop();
      deaf();
      quiet();
      await reader.stop();
    },
  };
}

/** Deliveries that may go at once before the next ones are gathered: somebody who acts, sees, and acts again never waits. */
const AT_ONCE = 2;
/** What comes this long after the one before it is no burst: gathering would only delay it. */
const LONE_MS = 3;

/** Of what comes fast, one delivery in `BATCH_MS` of all that came meanwhile; what comes alone is delivered at once. */
function batched(tell: (batch: readonly Told[]) => void) {
  let waiting: Told[] = [];
  let isDue = false;
  let nextAt = 0;
  let lastAt = 0;
  const flush = () => {
    const batch = waiting;
    waiting = [];
    isDue = false;
    if (batch.length === 0) return;
    nextAt = Math.max(nextAt, performance.now() - AT_ONCE * BATCH_MS) + BATCH_MS;
    tell(batch);
  };
  return {
    flush,
    add(told: Told) {
      waiting.push(told);
      const now = performance.now();
      const isLone = now - lastAt >= LONE_MS;
      lastAt = now;
      if (isDue) return;
      isDue = true;
      const wait = isLone ? 0 : nextAt - now;
      // Not within the commit: whoever sent the event is answered first. A timer takes a millisecond at least.
      if (wait >= 1) setTimeout(flush, wait);
      else setImmediate(flush);
    },
  };
}

/** Calls once within a time, however often it is asked for. */
function once(call: () => void, ms: number) {
  let timer: NodeJS.Timeout | null = null;
  const run = () => {
    timer = null;
    call();
  };
  return {
    soon() {
      timer ??= setTimeout(run, ms);
    },
    stop: () => void (timer && clearTimeout(timer)),
  };
}

/** Reads the outbox from now on, when woken; `take` answers whether it delivered anything. */
function readOn(ports: RealtimePorts, take: (entries: readonly OutboxEntry[]) => boolean) {
  let place: OutboxPlace | null = null;
  let running: Promise<void> | null = null;
  let again = false;
  let isStopped = false;
  let deliveredAt = 0;
  const turn = async () => {
    place ??= await ports.store.outbox.head();
    for (;;) {
      const entries = await ports.store.outbox.read(place, SLICE);
      if (take(entries)) deliveredAt = performance.now();
      place = entries.at(-1)?.place ?? place;
      if (entries.length < SLICE) return;
    }
  };
  const loop = async () => {
    do {
      again = false;
      await turn().catch(fault => ports.log.warn({ err: fault }, 'the outbox could not be read'));
      // Only what follows upon a delivery waits to go with what comes after it: a reading that found nothing delays nobody.
      const wait = deliveredAt + BATCH_MS - performance.now();
      if (again && !isStopped && wait > 0) await new Promise(resolve => setTimeout(resolve, wait));
    } while (again && !isStopped);
  };
  const wake = () => {
    if (isStopped) return;
    if (running) {
      again = true;
      return;
    }
    running = loop().finally(() => {
      running = null;
      if (again) wake();
    });
  };
  return {
    wake,
    place: () => place,
    async stop() {
      isStopped = true;
      await running;
    },
  };
}
