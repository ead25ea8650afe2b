import { accessOf, audiences, tellsPresent, type Viewer } from '@kaerimichi/access';
import { type PresenceNow, type PresentPerson, presenceSet } from '@kaerimichi/contracts';
import { createFormLocks, type FormLocks } from './form-locks.ts';
import type { Gateway, GatewaySocket } from './gateway.ts';
import { orgRoom } from './messages.ts';
import type { RealtimePorts } from './ports.ts';
import { MOST_ON_CASE, mayBePresent, onePerson, presentIn } from './present-people.ts';
import { tellForm } from './tell-form.ts';
import { tellingLater } from './telling-later.ts';

/** Open cases of which one organisation is told. */
const MOST_CASES = 200;

/** Where somebody is who lets others know; `orgs`: the organisations that see the open case. */
export type Here = {
  readonly person: Pick<PresentPerson, 'id' | 'name'> & { readonly orgId: string };
  readonly board: boolean;
  readonly caseId: string | null;
  readonly orgs: readonly string[];
};

export type Presence = {
  /** Takes what a client says of where it is; anything else is no word. */
  set(socket: GatewaySocket, body: unknown): Promise<void>;
  /** Somebody is no longer there. */
  gone(socket: GatewaySocket): void;
  /** Somebody does not want to be seen; a form that they fill in names them all the same. */
  hide(socket: GatewaySocket): void;
  /** A board is watched from now on, or an organisation's sight of some case ended: who is there is told anew. */
  tell(org: string): void;
  readonly forms: Pick<FormLocks, 'set'>;
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
  const { due, forms, stop } = startTelling(io, ports, here);
  const put = (id: string, next: Here | null) => {
    const before = here.get(id);
    if (next) here.set(id, next);
    else here.delete(id);
    for (const org of new Set([before, next].flatMap(one => (one ? [one.person.orgId, ...one.orgs] : []))))
      due.add(org);
  };
  const hide = (socket: GatewaySocket) => {
    if (here.has(socket.id)) put(socket.id, null);
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
      forms.gone(socket);
      hide(socket);
    },
    hide,
    tell: due.add,
    forms,
    stop,
  };
}

/** Tells organisations who is there, and whoever has a form open who else fills it in. */
function startTelling(io: Gateway, ports: RealtimePorts, here: ReadonlyMap<string, Here>) {
  const due = tellingLater(org => {
    const all = [...here].map(([id, one]) => ({ ...one, edits: one.caseId !== null && forms.edits(id, one.caseId) }));
    return tellOrg(io, ports, all, org);
  }, ports);
  const dueForms = tellingLater(name => tellForm(io, ports, forms.openOf(name)), ports);
  const forms = createFormLocks({
    clock: ports.clock,
    due: dueForms,
    onEdits: id => {
      for (const org of here.get(id)?.orgs ?? []) due.add(org);
    },
  });
  const stop = () => {
    for (const part of [due, dueForms, forms]) part.stop();
  };
  return { due, forms, stop };
}

/** Organisations that see a case; null: whoever asks does not see it. */
async function orgsOf({ store }: RealtimePorts, caseId: string, viewer: Viewer): Promise<string[] | null> {
  const loaded = await store.cases.loadFresh(caseId);
  return loaded && accessOf(loaded, viewer) !== null ? loaded.access.map(({ org }) => org) : null;
}

async function tellOrg(
  io: Gateway,
  ports: RealtimePorts,
  all: Iterable<Here & { readonly edits: boolean }>,
  org: string,
): Promise<void> {
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
