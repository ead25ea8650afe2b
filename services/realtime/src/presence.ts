import { accessOf, audienceOf, audiences, tellsPresent, type Viewer } from '@kaerimichi/access';
import { type PresenceNow, type PresentPerson, presenceSet } from '@kaerimichi/contracts';
import type { Gateway, GatewaySocket } from './gateway.ts';
import { orgRoom } from './messages.ts';
import type { RealtimePorts } from './ports.ts';
import { MOST_ON_CASE, onePerson, presentIn } from './present-people.ts';

/** Whoever opens card after card is told of once in so long. */
const TELL_MS = 1_000;
/** Open cases of which one organisation is told. */
const MOST_CASES = 200;

/** Where somebody is who lets others know; `orgs`: the organisations that see the open case. */
export type Here = {
  readonly person: PresentPerson & { readonly orgId: string };
  readonly board: boolean;
  readonly caseId: string | null;
  readonly orgs: readonly string[];
};

export type Presence = {
  /** Takes what a client says of where it is; anything else is no word. */
  set(socket: GatewaySocket, body: unknown): Promise<void>;
  /** Somebody is no longer there, or does not want to be seen. */
  gone(socket: GatewaySocket): void;
  /** A board is watched from now on, or an organisation's sight of some case ended: who is there is told anew. */
  tell(org: string): void;
  stop(): void;
};

/**
 * Who has the board or a case open, in this process alone and in its memory alone. Of a case only organisations hear that
 * see it at the moment of telling, and of them the roles that may open it; of whom, access decides (`tellsPresent`).
 */
export function createPresence(io: Gateway, ports: RealtimePorts): Presence {
  const here = new Map<string, Here>();
  /** The latest word of each socket: of two that are looked into at once, the later holds. */
  const words = new Map<string, number>();
  const due = tellingLater(org => tellOrg(io, ports, here.values(), org), ports);
  const put = (id: string, next: Here | null) => {
    const before = here.get(id);
    if (next) here.set(id, next);
    else here.delete(id);
    for (const org of new Set([before, next].flatMap(one => (one ? [one.person.orgId, ...one.orgs] : []))))
      due.add(org);
  };
  return {
    async set(socket, body) {
      const parsed = presenceSet.safeParse(body);
      const { who } = socket.data;
      if (!parsed.success || !mayBePresent(who.viewer)) return;
      const word = (words.get(socket.id) ?? 0) + 1;
      words.set(socket.id, word);
      const { board, caseId } = parsed.data;
      const orgs = caseId === null ? null : await orgsOf(ports, caseId, who.viewer).catch(() => null);
      if (words.get(socket.id) !== word || !socket.connected) return;
      const isThere = !socket.data.who.hidesPresence && (board || orgs !== null);
      const { membership, org } = who.viewer;
      const person = { id: membership, name: who.displayName, orgId: org };
      put(socket.id, isThere ? { person, board, caseId: orgs ? caseId : null, orgs: orgs ?? [] } : null);
    },
    gone(socket) {
      words.delete(socket.id);
      if (here.has(socket.id)) put(socket.id, null);
    },
    tell: due.add,
    stop: due.stop,
  };
}

/** People with a board of their own: no wall display, no guardian, no prefecture. */
const mayBePresent = (viewer: Viewer): boolean => viewer.role !== 'display' && audienceOf(viewer) !== null;

/** Organisations that see a case; null: whoever asks does not see it. */
async function orgsOf({ store }: RealtimePorts, caseId: string, viewer: Viewer): Promise<string[] | null> {
  const loaded = await store.cases.loadFresh(caseId);
  return loaded && accessOf(loaded, viewer) !== null ? loaded.access.map(({ org }) => org) : null;
}

/** Gathers organisations and tells each once; the next ones no sooner than after a pause. */
function tellingLater(tell: (org: string) => Promise<void>, { log }: RealtimePorts) {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  const run = async () => {
    const orgs = [...waiting];
    waiting.clear();
    // Asked again with the next change: who is there is no fact of any case.
    for (const org of orgs) await tell(org).catch(fault => log.warn({ err: fault }, 'who is there was not told'));
    timer = null;
    if (waiting.size > 0) schedule();
  };
  const schedule = () => {
    if (isStopped) return;
    timer ??= setTimeout(run, TELL_MS);
  };
  return {
    add(org: string) {
      waiting.add(org);
      schedule();
    },
    stop() {
      isStopped = true;
      if (timer) clearTimeout(timer);
    },
  };
}

async function tellOrg(io: Gateway, ports: RealtimePorts, all: Iterable<Here>, org: string): Promise<void> {
  const rooms = audiences.filter(({ id }) => io.sockets.adapter.rooms.has(orgRoom(org, 'full', id)));
  if (rooms.length === 0) return;
  const { board, more, open } = presentIn(all, org);
  const caseIds = [...open.keys()].slice(0, MOST_CASES);
  // Asked at the moment of telling: a sight that ended meanwhile is told nothing.
  const entries = caseIds.length > 0 ? await ports.store.board.cardsOf(org, caseIds) : [];
  const orgIds = new Set([...open.values()].flat().map(({ orgId }) => orgId));
  const names = orgIds.size > 0 ? await ports.store.organisations.namesOf([...orgIds]) : {};
  for (const audience of rooms) {
    const cases: PresenceNow['cases'] = {};
    for (const { card, access: ofOrg } of entries) {
      const access = audience.narrow(ofOrg);
      if (!access) continue;
      cases[card.id] = (open.get(card.id) ?? [])
        .filter(person => tellsPresent({ card, access }, { reader: org, of: person.orgId }))
        .slice(0, MOST_ON_CASE)
        .map(person => onePerson(person, org, names));
    }
    io.to(orgRoom(org, 'full', audience.id)).emit('presence.now', { board, more, cases });
  }
}
