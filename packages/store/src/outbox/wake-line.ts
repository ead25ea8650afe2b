import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** What can be told: events were committed; sessions or memberships changed. Never what or whose. */
export type WakeKind = 'outbox' | 'sessions';
export type WakeListener = (from: 'here' | 'elsewhere') => void;

/**
 * A line to the other processes on this database, and to this one. A call is a hint and may be lost: whoever listens
 * reads the tables, and polls them besides.
 */
export type WakeLine = {
  /** After a commit. At most one notification in 40 ms goes out: in the commit itself it would serialise all commits. */
  tell(kind: WakeKind): void;
  on(kind: WakeKind, listener: WakeListener): () => void;
  /** Whether calls from elsewhere can arrive now. */
  isOpen(): boolean;
  close(): Promise<void>;
};

const NOTIFY_EVERY_MS = 40;
/** Not in the moment of the commit, whose own clients are told just then; what others are told is gathered meanwhile. */
const NOTIFY_AFTER_MS = 5;
/** A half-open connection reports nothing by itself. */
const PING_EVERY_MS = 10_000;
const PING_TIMEOUT_MS = 5_000;
/** Of a close, for which a database that does not answer is no reason to wait. */
const LAST_CALL_MS = 1_000;
const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 3_000;
const CHANNEL = { outbox: 'kaerimichi_outbox', sessions: 'kaerimichi_sessions' } as const;
const KINDS: readonly WakeKind[] = ['outbox', 'sessions'];

type Line = {
  readonly databaseUrl: string;
  readonly onError: (error: unknown) => void;
  readonly listeners: Record<WakeKind, Set<WakeListener>>;
  readonly waiting: Set<WakeKind>;
  readonly closing: AbortController;
  client: (pg.Client & { processID?: number }) | null;
  /** The last statement asked: a connection takes one at a time. */
  asked: Promise<unknown>;
  timer: NodeJS.Timeout | null;
  toldAt: number;
};

/** Opens the line and keeps it open; returns at once, the first connection may come later. */
export function openWakeLine(databaseUrl: string, onError: (error: unknown) => void): WakeLine {
  const line: Line = {
    databaseUrl,
    onError,
    listeners: { outbox: new Set(), sessions: new Set() },
    waiting: new Set(),
    closing: new AbortController(),
    client: null,
    asked: Promise.resolve(),
    timer: null,
    toldAt: 0,
  };
  const running = keepOpen(line);
  return {
    tell(kind) {
      ring(line, kind, 'here');
      line.waiting.add(kind);
      scheduleNotify(line);
    },
    on(kind, listener) {
      line.listeners[kind].add(listener);
      return () => line.listeners[kind].delete(listener);
    },
    isOpen: () => line.client !== null,
    async close() {
      if (line.timer) clearTimeout(line.timer);
      await lastCall(line).catch(onError);
      line.closing.abort();
      await running;
    },
  };
}

function ring(line: Line, kind: WakeKind, from: 'here' | 'elsewhere'): void {
  for (const listener of line.listeners[kind]) listener(from);
}

function scheduleNotify(line: Line): void {
  if (line.timer) return;
  const wait = Math.max(NOTIFY_AFTER_MS, line.toldAt + NOTIFY_EVERY_MS - Date.now());
  line.timer = setTimeout(() => {
    line.timer = null;
    line.toldAt = Date.now();
    notify(line).catch(line.onError);
  }, wait);
}

async function notify(line: Line): Promise<void> {
  const { client, waiting } = line;
  // What cannot be sent now waits for the next connection.
  if (!client) return;
  for (const kind of [...waiting]) {
    waiting.delete(kind);
    try {
      await ask(line, client, `NOTIFY ${CHANNEL[kind]}`);
    } catch (error) {
      waiting.add(kind);
      throw error;
    }
  }
}

/** A command ends as soon as it has done its one thing, often before the line is open: what it told is called yet. */
async function lastCall(line: Line): Promise<void> {
  if (line.waiting.size === 0) return;
  if (line.client) return notify(line);
  const client = new pg.Client({
    connectionString: line.databaseUrl,
    connectionTimeoutMillis: LAST_CALL_MS,
    query_timeout: LAST_CALL_MS,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    for (const kind of line.waiting) await client.query(`NOTIFY ${CHANNEL[kind]}`);
  } finally {
    await client.end().catch(() => {});
  }
}

function ask(line: Line, client: pg.Client, text: string): Promise<unknown> {
  line.asked = line.asked.catch(() => {}).then(() => client.query(text));
  return line.asked;
}

/** Connects, listens, pings; on any loss begins again. */
async function keepOpen(line: Line): Promise<void> {
  const { signal } = line.closing;
  let retry = FIRST_RETRY_MS;
  while (!signal.aborted) {
    try {
      await listenUntilLost(line, () => {
        retry = FIRST_RETRY_MS;
      });
    } catch (error) {
      line.onError(error);
    }
    await sleep(retry, undefined, { signal, ref: false }).catch(() => {});
    retry = Math.min(retry * 2, LAST_RETRY_MS);
  }
}

async function listenUntilLost(line: Line, onOpen: () => void): Promise<void> {
  const { signal } = line.closing;
  const client: NonNullable<Line['client']> = new pg.Client({
    connectionString: line.databaseUrl,
    application_name: 'kaerimichi-wake',
    connectionTimeoutMillis: PING_TIMEOUT_MS,
    query_timeout: PING_TIMEOUT_MS,
    keepAlive: true,
  });
  const lost = new Promise<void>((_, reject) => client.once('error', reject));
  lost.catch(() => {});
  client.on('error', () => {});
  client.on('notification', message => {
    const kind = KINDS.find(name => CHANNEL[name] === message.channel);
    if (kind && message.processId !== client.processID) ring(line, kind, 'elsewhere');
  });
  try {
    await client.connect();
    for (const kind of KINDS) await client.query(`LISTEN ${CHANNEL[kind]}`);
    line.client = client;
    onOpen();
    // What was told while the line was down is made up for.
    for (const kind of KINDS) ring(line, kind, 'elsewhere');
    if (line.waiting.size > 0) scheduleNotify(line);
    while (!signal.aborted) {
      await Promise.race([sleep(PING_EVERY_MS, undefined, { signal, ref: false }).catch(() => {}), lost]);
      if (!signal.aborted) await ask(line, client, 'SELECT 1');
    }
  } finally {
    line.client = null;
    await client.end().catch(() => {});
  }
}
