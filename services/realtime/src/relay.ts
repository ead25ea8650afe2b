import { audiences, projectCard, visibilityKey } from '@kaerimichi/access';
import { causeFor, HIDDEN } from '@kaerimichi/casework';
import type { Change } from '@kaerimichi/contracts';
import { type Category, tokyoDay } from '@kaerimichi/discharge';
import type { OutboxEntry, OutboxPlace } from '@kaerimichi/store';
import type { Gateway } from './gateway.ts';
import { caseRoom, orgRoom } from './messages.ts';
import type { RealtimePorts } from './ports.ts';

/** Changes that come within this time of each other go out as one list; a lone one goes at once. */
const BATCH_MS = 5;
/** The truth beneath the wake-up, which may be lost. */
const POLL_MS = 1_000;
const SLICE = 500;

export type Relay = {
  /** Up to where it has delivered; null: not begun. */
  place(): OutboxPlace | null;
  stop(): Promise<void>;
};

/** Every process relays the outbox to its own sockets: one path from an accepted event to a screen. */
export function startRelay(io: Gateway, ports: RealtimePorts): Relay {
  let place: OutboxPlace | null = null;
  let running: Promise<void> | null = null;
  let again = false;
  let isStopped = false;
  let deliveredAt = 0;
  const turn = async () => {
    place ??= await ports.store.outbox.head();
    for (;;) {
      const entries = await ports.store.outbox.read(place, SLICE);
      if (entries.length > 0) {
        deliver(io, ports, entries);
        deliveredAt = performance.now();
      }
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
  const quiet = ports.store.onWake('outbox', wake);
  const timer = setInterval(wake, POLL_MS);
  wake();
  return {
    place: () => place,
    async stop() {
      isStopped = true;
      clearInterval(timer);
      quiet();
      await running;
    },
  };
}

type Batch = Map<string, Change[]>;

/** One list per room; a card is projected once per visibility key, whatever the number of sockets. */
function deliver(io: Gateway, { clock, metrics }: RealtimePorts, entries: readonly OutboxEntry[]): void {
  const on = tokyoDay(clock.now());
  const rooms: Batch = new Map();
  const put = (room: string, change: Change) => {
    const list = rooms.get(room);
    if (list) list.push(change);
    else rooms.set(room, [change]);
  };
  for (const entry of newestOfEach(entries)) addChanges(io, entry, on, put);
  for (const [room, changes] of rooms) io.to(room).emit('cases.changed', { changes });
  for (const { caseId, seq, card, access } of entries)
    for (const { org } of access)
      if (io.sockets.adapter.rooms.has(caseRoom(caseId, org)))
        io.to(caseRoom(caseId, org)).emit('case.event', { caseId, seq, version: card.version });
  metrics.relayed.inc(entries.length);
}

/** Of several events of one case only the last is told: it carries the whole card. Who was shut out stays told. */
function newestOfEach(entries: readonly OutboxEntry[]): OutboxEntry[] {
  const byCase = new Map<string, OutboxEntry>();
  for (const entry of entries) {
    const before = byCase.get(entry.caseId);
    byCase.set(entry.caseId, before ? { ...entry, lost: [...new Set([...before.lost, ...entry.lost])] } : entry);
  }
  return [...byCase.values()];
}

function addChanges(io: Gateway, entry: OutboxEntry, on: string, put: (room: string, change: Change) => void): void {
  const { caseId, card, access, active, lost, type, org, at } = entry;
  const cause = { type, org, at };
  const base = { caseId, version: card.version };
  const changes = new Map<string, Change>();
  for (const row of access) {
    for (const audience of audiences) {
      const room = orgRoom(row.org, row.class, audience.id);
      const own = io.sockets.adapter.rooms.has(room) ? audience.narrow(row) : null;
      if (!own) continue;
      const told = { tells: (category: Category) => audience.tells(row, category), org: row.org, lead: card.lead };
      const toldCause = causeFor(cause, told);
      const key = `${audience.id} ${visibilityKey(own)} ${card.turn?.org === row.org} ${toldCause.type}`;
      const change = changes.get(key) ?? {
        ...base,
        card: active ? projectCard(card, own, { on, org: row.org }) : null,
        cause: toldCause,
      };
      changes.set(key, change);
      put(room, change);
    }
  }
  const still = new Set(access.map(row => row.org));
  for (const gone of lost) {
    if (still.has(gone)) continue;
    const nothing = { ...base, card: null, cause: { type: HIDDEN, org: '', at } };
    for (const { id } of audiences) put(orgRoom(gone, 'full', id), nothing);
    // Whoever has the case open is out as well: nothing more reaches that room.
    io.in(caseRoom(caseId, gone)).socketsLeave(caseRoom(caseId, gone));
  }
}
