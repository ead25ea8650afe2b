import { everyAudience, visibilityKey } from '@kaerimichi/access';
import { causeFor, HIDDEN } from '@kaerimichi/casework';
import type { Change } from '@kaerimichi/contracts';
import { type Category, tokyoDay } from '@kaerimichi/discharge';
import type { CommittedEvent, OutboxEntry } from '@kaerimichi/store';
import type { Gateway } from './gateway.ts';
import { caseRoom, FAMILY_ROOM, orgRoom } from './messages.ts';
import type { RealtimePorts } from './ports.ts';

/** An accepted event, and the organisations that it shut out. */
export type Told = CommittedEvent & Pick<OutboxEntry, 'lost'>;

type Batch = Map<string, Change[]>;

/**
 * One list per room; a card is projected once per visibility key, whatever the number of sockets. Never throws: a case
 * that cannot be shown is logged, holds up no other, and is asked for again after the next pulse.
 */
export function deliver(io: Gateway, { clock, log, metrics }: RealtimePorts, entries: readonly Told[]): void {
  const on = tokyoDay(clock.now());
  const rooms: Batch = new Map();
  const put = (room: string, change: Change) => {
    const list = rooms.get(room);
    if (list) list.push(change);
    else rooms.set(room, [change]);
  };
  for (const entry of newestOfEach(entries))
    try {
      addChanges(io, entry, on, put);
    } catch (fault) {
      log.error({ err: fault, caseId: entry.caseId, seq: entry.seq }, 'a change could not be shown');
    }
  for (const [room, changes] of rooms) io.to(room).emit('cases.changed', { changes });
  for (const { caseId, seq, card, access } of entries)
    for (const org of [FAMILY_ROOM, ...access.map(row => row.org)])
      if (io.sockets.adapter.rooms.has(caseRoom(caseId, org)))
        io.to(caseRoom(caseId, org)).emit('case.event', { caseId, seq, version: card.version });
  metrics.relayed.inc(entries.length);
}

/** Of several events of one case only the last is told: it carries the whole card. Who was shut out stays told. */
function newestOfEach(entries: readonly Told[]): Told[] {
  const byCase = new Map<string, Told>();
  for (const entry of entries) {
    const before = byCase.get(entry.caseId);
    byCase.set(entry.caseId, before ? { ...entry, lost: [...new Set([...before.lost, ...entry.lost])] } : entry);
  }
  return [...byCase.values()];
}

function addChanges(io: Gateway, entry: Told, on: string, put: (room: string, change: Change) => void): void {
  const { caseId, card, access, active, lost, type, org, at } = entry;
  const cause = { type, org, at };
  const base = { caseId, version: card.version };
  const changes = new Map<string, Change>();
  for (const row of access) {
    for (const audience of everyAudience) {
      const room = orgRoom(row.org, row.class, audience.id);
      const own = io.sockets.adapter.rooms.has(room) ? audience.narrow(row) : null;
      if (!own) continue;
      const told = { tells: (category: Category) => audience.tells(row, category), org: row.org, lead: card.lead };
      const toldCause = causeFor(cause, told);
      const key = `${audience.id} ${visibilityKey(own)} ${card.turn?.org === row.org} ${toldCause.type}`;
      const change = changes.get(key) ?? {
        ...base,
        card: active ? audience.project(card, own, { on, org: row.org }) : null,
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
    for (const { id } of everyAudience) put(orgRoom(gone, 'full', id), nothing);
    // Whoever has the case open is out as well: nothing more reaches that room.
    io.in(caseRoom(caseId, gone)).socketsLeave(caseRoom(caseId, gone));
  }
}
