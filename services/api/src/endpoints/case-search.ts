import {
  cardAccess,
  projectCard,
  registers,
  seesBoard,
  showingHospitalNumber,
  showingTeam,
  type Viewer,
} from '@kaerimichi/access';
import type { SignedIn } from '@kaerimichi/casework';
import { caseEndpoints } from '@kaerimichi/contracts';
import { tokyoDay } from '@kaerimichi/discharge';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';

/** Find cases by what somebody types, and those that may be of a child about to be registered. */
export const caseSearchImplementations = (ports: ApiPorts) => [comparing(ports), ...searching(ports)];

const COMPARED = 20;

/**
 * Cases that may be of the child somebody is about to register, among those whose names that person is shown. A match
 * elsewhere is found later and tells nobody but a coordinator (docs/decisions/016).
 */
const comparing = (ports: ApiPorts) =>
  implement(ports, caseEndpoints.similar, async ({ who, body, meta }) => {
    const { viewer } = who;
    if (!registers(viewer)) return { ok: false, refusal: { code: 'not-permitted' } };
    const { familyName = null, givenName = null, familyKana = null, givenKana = null, sex = 'unknown' } = body;
    const { municipality = null, bornOn = null, expectedOn = null, birthOrder = null, hospitalNumber = null } = body;
    const names = { familyName, givenName, familyKana, givenKana };
    const known = { ...names, sex, municipality, bornOn, expectedOn, birthOrder, hospitalNumber, lead: viewer.org };
    const found = await ports.store.merges.similar(known, viewer.org);
    logSearch(ports, who, meta.requestId);
    const ids = found.slice(0, COMPARED).map(({ id }) => id);
    const cards = await namedCards(ports, viewer, ids);
    return { ok: true, answer: { cards } };
  });

/** Cards of the cases of which this viewer is told who the child is. */
async function namedCards({ store, clock }: ApiPorts, viewer: Viewer, ids: readonly string[]) {
  const entries = await store.board.cardsOf(viewer.org, ids);
  const on = tokyoDay(clock.now());
  return entries.flatMap(({ card, access }) => {
    const own = cardAccess(access, viewer);
    return own?.categories.includes('contacts') || own?.class === 'full'
      ? [projectCard(card, own, { on, org: viewer.org })]
      : [];
  });
}

const searching = (ports: ApiPorts) => [
  implement(ports, caseEndpoints.search, ({ who, query, meta }) =>
    search(ports, { who, text: query.q, requestId: meta.requestId }),
  ),
  implement(ports, caseEndpoints.find, ({ who, body, meta }) =>
    search(ports, { who, text: body.q, requestId: meta.requestId }),
  ),
];

type Searching = { readonly who: SignedIn; readonly text: string; readonly requestId: string };

async function search(ports: ApiPorts, { who, text, requestId }: Searching) {
  // Roles that see no cases by their organisation search none either.
  if (!seesBoard(who.viewer)) return { ok: false, refusal: { code: 'not-permitted' } } as const;
  const { viewer } = who;
  const by = { org: viewer.org, numberIn: showingHospitalNumber(viewer), teamIn: showingTeam(viewer) };
  const found = await ports.store.search(by, text, SEARCH_PAGE);
  logSearch(ports, who, requestId);
  const entries = await ports.store.board.cardsOf(who.viewer.org, found.caseIds);
  const on = tokyoDay(ports.clock.now());
  const byId = new Map(
    entries.flatMap(({ card, access }) => {
      const own = cardAccess(access, who.viewer);
      return own ? [[card.id, projectCard(card, own, { on, org: who.viewer.org })] as const] : [];
    }),
  );
  return { ok: true, answer: { cards: found.caseIds.flatMap(id => byId.get(id) ?? []), more: found.more } } as const;
}

const SEARCH_PAGE = 20;

/** What was searched for may be a name: the log keeps who searched, not for whom. */
function logSearch({ store }: ApiPorts, { viewer }: SignedIn, requestId: string): void {
  const { person, membership, org, role } = viewer;
  store.log.write({
    action: 'search',
    person,
    membership,
    org,
    role,
    caseId: null,
    seq: null,
    what: 'cases',
    outcome: 'ok',
    requestId,
  });
}
