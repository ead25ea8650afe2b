import { LeftError, problemOf, UnreachableError } from '../api/problem-error.ts';
import type { EventBody } from '../api/send-event.ts';
import { createObservable, type Readable } from '../live/observable.ts';
import { type RefusalSaid, saidOf } from './refusal-said.ts';

/** One thing that somebody wrote here. Its id is its idempotency key, over every try and every reload. */
export type Outgoing = {
  readonly id: string;
  readonly caseId: string;
  /** Number of the case, to be named by. */
  readonly no: string;
  /** Row of a list that it was ticked in, if it was. */
  readonly row?: string;
  readonly append: boolean;
  readonly version: number;
  /** null once it was sent: the server has it. */
  readonly body: EventBody | null;
  readonly type: string;
  readonly writtenAt: number;
  readonly state: OutgoingState;
  readonly tries: number;
  readonly lastTryAt: number | null;
};

/**
 * What became of it. `waiting`: nobody has taken it yet; `needsSignIn`: nor will anybody before there is a sign-in.
 * `sent`: the server said so, and nothing else makes it sent. `refused`: the server said no, and why.
 */
export type OutgoingState =
  | { readonly is: 'waiting'; readonly needsSignIn?: true }
  | { readonly is: 'sending' }
  | { readonly is: 'sent'; readonly at: number; readonly version: number }
  | { readonly is: 'refused'; readonly why: RefusalSaid };

/** Where they lie: sealed on the device, or in this tab alone. */
export type KeptOutgoing = {
  readonly all: () => Promise<readonly Outgoing[]>;
  readonly put: (item: Outgoing) => Promise<void>;
  readonly remove: (item: Outgoing) => Promise<void>;
};

export type NewOutgoing = Pick<Outgoing, 'caseId' | 'no' | 'row' | 'append' | 'version'> & {
  readonly body: EventBody;
  readonly id?: string;
};

export type Outbox = {
  readonly items: Readable<readonly Outgoing[]>;
  /** Keeps it first, then tries to send it; fulfilled once it is kept. @throws where it cannot be kept */
  readonly add: (item: NewOutgoing) => Promise<Outgoing>;
  /** Throws away what waits or was refused, or forgets that it was sent; never while it is being sent. */
  readonly drop: (id: string) => Promise<void>;
  /** Has what was refused wait again, under the same key. */
  readonly again: (id: string) => Promise<void>;
  /** Sends what waits, one after the other and in one tab at a time, as far as there is somebody to send it to. */
  readonly flush: () => Promise<void>;
  /** Reads what is kept anew. */
  readonly load: () => Promise<void>;
  /** Keeps from now on there, with whatever was kept elsewhere. */
  readonly moveTo: (kept: KeptOutgoing) => Promise<void>;
};

type Ports = {
  readonly kept: KeptOutgoing;
  /** The version after it; throws where it was not accepted. */
  readonly send: (item: Outgoing & { readonly body: EventBody }) => Promise<number>;
  /** Whether somebody is signed in here who could send it. */
  readonly isThere: () => boolean;
  /** Runs in one tab of this browser at a time. */
  readonly alone: (run: () => Promise<void>) => Promise<void>;
  readonly now: () => number;
  readonly newId: () => string;
};

/** What is written here, until the server has it. It says that something is sent when the server said so, and never before. */
export function createOutbox({ send, isThere, alone, now, newId, ...ports }: Ports): Outbox {
  let { kept } = ports;
  const items = createObservable<readonly Outgoing[]>([]);
  let flushing: Promise<void> | null = null;
  let isWanted = false;

  const show = (item: Outgoing) => {
    const all = items.read();
    const isThere = all.some(({ id }) => id === item.id);
    items.write(isThere ? all.map(other => (other.id === item.id ? item : other)) : [...all, item]);
  };
  /** What became of it is told also where it can no longer be kept: the device was wiped meanwhile. */
  const change = async (item: Outgoing): Promise<Outgoing> => {
    await kept.put(item).catch(() => undefined);
    show(item);
    return item;
  };
  const find = (id: string) => items.read().find(item => item.id === id);

  async function load(): Promise<void> {
    items.write([...(await kept.all())].sort((a, b) => a.writtenAt - b.writtenAt));
  }

  async function sendAll(): Promise<void> {
    do {
      isWanted = false;
      await alone(async () => {
        // Another tab may have sent some of it since.
        await load();
        // What was being sent when a page went away: nobody knows what became of it. Its key counts it once.
        const next = items.read().filter(({ state }) => state.is === 'waiting' || state.is === 'sending');
        for (const item of next) if (!(await sendOne(item, { send, isThere, now, change }))) return;
      });
    } while (isWanted);
  }

  const flush = () => {
    isWanted = flushing !== null;
    flushing ??= sendAll().finally(() => {
      flushing = null;
    });
    return flushing;
  };

  return {
    items,
    load,
    flush,
    add: async ({ body, ...written }) => {
      const item: Outgoing = {
        ...{ id: newId(), ...written, body, type: body.type, writtenAt: now(), tries: 0, lastTryAt: null },
        state: { is: 'waiting' },
      };
      await kept.put(item);
      show(item);
      void flush();
      return item;
    },
    drop: async id => {
      const item = find(id);
      if (!item || item.state.is === 'sending') return;
      await kept.remove(item);
      items.write(items.read().filter(other => other.id !== id));
    },
    again: async id => {
      const item = find(id);
      if (item?.state.is !== 'refused') return;
      await change({ ...item, state: { is: 'waiting' } });
      void flush();
    },
    moveTo: async next => {
      const before = kept;
      const own = await before.all();
      kept = next;
      for (const item of own) await next.put(item);
      for (const item of own) await before.remove(item);
      await load();
    },
  };
}

type Sending = Pick<Ports, 'send' | 'isThere' | 'now'> & {
  readonly change: (item: Outgoing) => Promise<Outgoing>;
};

/** Tries one; answers whether the next one may be tried. */
async function sendOne(item: Outgoing, { send, isThere, now, change }: Sending): Promise<boolean> {
  const { body } = item;
  if (!body) return true;
  if (!isThere()) return false;
  const tried = await change({ ...item, state: { is: 'sending' }, tries: item.tries + 1, lastTryAt: now() });
  try {
    const version = await send({ ...tried, body });
    await change({ ...tried, body: null, state: { is: 'sent', at: now(), version } });
    return true;
  } catch (error) {
    const passing = passingOf(error);
    await change({ ...tried, state: passing ?? { is: 'refused', why: saidOf(error) } });
    return passing === null;
  }
}

/** Nothing is known about what was sent, or nobody is signed in just now: it is sent again later. */
function passingOf(error: unknown): OutgoingState | null {
  if (error instanceof UnreachableError || error instanceof LeftError) return { is: 'waiting' };
  const code = problemOf(error)?.code;
  if (code === 'sign-in') return { is: 'waiting', needsSignIn: true };
  const isServers =
    code === 'busy' || code === 'slow-down' || code === 'fault' || (problemOf(error)?.status ?? 0) >= 500;
  return isServers ? { is: 'waiting' } : null;
}
