import { LeftError, problemOf, UnreachableError } from '../api/problem-error.ts';
import type { EventBody } from '../api/send-event.ts';
import type { Drafts } from '../features/form/drafts.ts';
import { createObservable, type Observable } from '../live/observable.ts';

/** A task that somebody ticked, as it is sent. */
export type Tick = {
  /** Of the list of tasks (`rowKey`). */
  readonly row: string;
  readonly caseId: string;
  readonly version: number;
  readonly body: EventBody;
  /** Counts once, however often it is sent. */
  readonly key: string;
};

/** `waiting`: there is nobody to send it to. `seq`: the entry that it became. */
export type TickState =
  | { readonly is: 'sending' | 'waiting' }
  | { readonly is: 'sent'; readonly at: number; readonly seq: number }
  | { readonly is: 'refused'; readonly error: unknown };

export type TickQueue = {
  /** By row; of one that nobody ticked nothing. */
  readonly states: Observable<ReadonlyMap<string, TickState>>;
  readonly add: (tick: Tick) => void;
  /** Takes back what waits; of what does not, forgets what became of it. */
  readonly drop: (row: string) => void;
  /** Sends what waits, one after the other, as far as there is somebody to send it to. */
  readonly flush: () => Promise<void>;
};

type Ports = {
  /** In this tab: a reload loses nothing, sign-out erases it. */
  readonly kept: Drafts;
  /** The version after it; throws where it was not accepted. */
  readonly send: (tick: Tick) => Promise<number>;
  readonly isOnline: () => boolean;
};

/** So long a row shows that it was sent; the list that comes without it says so anyway. */
const TOLD_MS = 30_000;

/** What is ticked while there is no network waits here, with its key, and is sent once there is one. */
export function createTickQueue({ kept, send, isOnline }: Ports): TickQueue {
  let ticks = readTicks(kept.read()?.content);
  const states = createObservable<ReadonlyMap<string, TickState>>(
    new Map(ticks.map(({ row }) => [row, { is: 'waiting' }])),
  );
  let flushing: Promise<void> | null = null;
  /** The network came back while one was still being tried. */
  let isWanted = false;
  const tell = (row: string, state: TickState | null) => {
    const next = new Map(states.read());
    if (state) next.set(row, state);
    else next.delete(row);
    states.write(next);
  };
  const keep = (next: readonly Tick[]) => {
    ticks = next;
    if (next.length > 0) kept.write(next, Date.now());
    else kept.forget();
  };
  const without = (tick: Tick) => keep(ticks.filter(({ key }) => key !== tick.key));
  /** Whether the next one may be tried. */
  const sendOne = async (tick: Tick): Promise<boolean> => {
    try {
      const seq = await send(tick);
      without(tick);
      tell(tick.row, { is: 'sent', at: Date.now(), seq });
      setTimeout(() => states.read().get(tick.row)?.is === 'sent' && tell(tick.row, null), TOLD_MS);
      return true;
    } catch (error) {
      if (isPassing(error)) {
        for (const { row } of ticks) tell(row, { is: 'waiting' });
        return false;
      }
      without(tick);
      tell(tick.row, { is: 'refused', error });
      return true;
    }
  };
  const sendAll = async () => {
    do {
      isWanted = false;
      for (let next = ticks[0]; next && (await sendOne(next)); ) next = ticks[0];
    } while (isWanted);
    flushing = null;
  };
  const flush = () => {
    isWanted = flushing !== null;
    flushing ??= sendAll();
    return flushing;
  };
  return {
    states,
    add: tick => {
      if (ticks.some(({ row }) => row === tick.row)) return;
      keep([...ticks, tick]);
      tell(tick.row, { is: isOnline() ? 'sending' : 'waiting' });
      void flush();
    },
    drop: row => {
      const state = states.read().get(row);
      if (!state || state.is === 'sending') return;
      if (state.is === 'waiting') keep(ticks.filter(tick => tick.row !== row));
      tell(row, null);
    },
    flush,
  };
}

/** Nothing is known about what was sent, or nobody is signed in just now: it is sent again later. */
const isPassing = (error: unknown): boolean =>
  error instanceof UnreachableError ||
  error instanceof LeftError ||
  ['busy', 'sign-in'].includes(problemOf(error)?.code ?? '');

/** What this tab kept before it was loaded anew. */
function readTicks(kept: unknown): readonly Tick[] {
  return Array.isArray(kept) ? kept.filter(one => typeof one?.key === 'string' && typeof one?.row === 'string') : [];
}
