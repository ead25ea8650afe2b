import {
  accessOf,
  actsAs,
  type CaseAccess,
  categoryRights,
  enquiryFor,
  eventsBy,
  isOffered,
  knowsWay,
  logSightOf,
  mayReadSource,
  mayStillSend,
  projectFacts,
  type Rights,
  readsWhole,
  seesFees,
  showsHospitalNumber,
  type Viewer,
} from '@kaerimichi/access';
import { type Day, tokyoDay } from '@kaerimichi/discharge';
import {
  columnOf,
  eventDefinitions,
  isOfGrief,
  movesFrom,
  positionOf,
  transitionsOf,
} from '@kaerimichi/discharge/chart';
import type { CaseSeen, CaseworkPorts, LookMeta, TransitionSeen } from './casework.ts';
import { readerOf } from './entry-kind.ts';
import { itemTextsFor } from './item-texts.ts';
import { accepted, type Outcome, type RequestMeta, refused } from './outcome.ts';
import type { AccessEntry, Identity, LoadedCase, SignedIn } from './ports.ts';
import { seenDone, seenReason, toReason } from './reasons.ts';
import { cardFor, stateOf } from './state-of.ts';

type Question = { readonly who: SignedIn; readonly caseId: string; readonly meta: RequestMeta; readonly what: string };

/** The case if this person may see it at all; every look is logged, whatever the answer. */
export async function seenCase(ports: CaseworkPorts, question: Question) {
  const seen = await findSeen(ports, question);
  ports.log.write(readEntry(question, seen ? 'ok' : 'not-found'));
  return seen;
}

type Seen = { readonly loaded: LoadedCase; readonly access: CaseAccess };
type Looking = Omit<Question, 'meta'> & { readonly meta: LookMeta };

/** The same for what says where a case stands: refused to whoever has a page of it alone. */
export async function caseWithWay(ports: CaseworkPorts, question: Looking): Promise<Outcome<Seen>> {
  const opened = await findOpened(ports, question);
  if (!question.meta.isNoted) ports.log.write(readEntry(question, opened.ok ? 'ok' : opened.refusal.code));
  return opened;
}

/** The same unlogged, for whoever logs by what is taken. */
export async function findOpened(
  ports: CaseworkPorts,
  question: Pick<Question, 'who' | 'caseId'>,
): Promise<Outcome<Seen>> {
  const seen = await findSeen(ports, question);
  if (!seen) return refused({ code: 'not-found' });
  return knowsWay(question.who.viewer) ? accepted(seen) : refused({ code: 'not-permitted' });
}

/** The same unlogged, for whoever logs by what is told. */
export async function findSeen({ store }: CaseworkPorts, { who, caseId }: Pick<Question, 'who' | 'caseId'>) {
  const loaded = await store.loadFresh(caseId);
  const access = loaded && accessOf(loaded, who.viewer);
  return loaded && access ? { loaded, access } : null;
}

export function readEntry({ who, caseId, meta, what }: Question, outcome: string): AccessEntry {
  const { person, membership, org, role } = who.viewer;
  return { action: 'read', person, membership, org, role, caseId, seq: null, what, outcome, requestId: meta.requestId };
}

type Seeing = { readonly viewer: Viewer; readonly access: CaseAccess };

/** Events that somebody's role may send to a case, wherever it stands. */
export function allowedEvents({ viewer, access }: Seeing, { facts }: LoadedCase): Set<string> {
  const rights = categoryRights(viewer, access);
  return new Set(eventsBy(viewer)[actsAs(access, facts, viewer).class].filter(type => isOffered(type, rights)));
}

/** Types of events that this person may send to the case where it stands now. */
export function sendable(seeing: Seeing, loaded: LoadedCase): string[] {
  const allowed = allowedEvents(seeing, loaded);
  const { isOpen, step } = positionOf(loaded.value);
  const moves = new Set<string>(movesFrom(loaded.value).map(({ event }) => event));
  const isHere = (type: string, kind: string) => {
    if (!mayStillSend(seeing.viewer, loaded.facts, type)) return false;
    if (type === 'entry.corrected') return true;
    if (type === 'lead.accepted') return isOpen && loaded.facts.leadOffered?.org === seeing.viewer.org;
    if (type === 'candidate.answered' && isAskedNothing(seeing, loaded)) return false;
    if (type === 'move.undone') return false; // offered for ten seconds by the board, not as a form
    if (isOfGrief(type)) return step === 'deceased';
    return kind === 'move' ? moves.has(type) : kind === 'fact' && isOpen && type !== 'case.registered';
  };
  return eventDefinitions.filter(({ type, kind }) => allowed.has(type) && isHere(type, kind)).map(({ type }) => type);
}

/** A hub sees every case and answers where it was asked; the lead records the answers of all. */
const isAskedNothing = ({ viewer }: Seeing, { facts }: LoadedCase): boolean =>
  viewer.org !== facts.lead &&
  !facts.team.some(({ org, state }) => org === viewer.org && (state === 'asked' || state === 'accepted'));

export async function viewCase(ports: CaseworkPorts, question: Omit<Looking, 'what'>): Promise<Outcome<CaseSeen>> {
  const seen = await caseWithWay(ports, { ...question, what: 'case' });
  if (!seen.ok) return seen;
  const { viewer } = question.who;
  const { loaded, access } = seen.answer;
  const rights = categoryRights(viewer, access);
  const texts = await itemTextsFor(ports.store, loaded, rights);
  return accepted(toCaseSeen(loaded, { viewer, access, rights, texts, on: tokyoDay(ports.clock.now()) }));
}

/** Who sees a case: how the organisation stands to it, what the role may see of each category, and on which day. */
type Sight = Seeing & {
  readonly rights: Rights;
  readonly on: Day;
  /** By `itemTextsFor` the same rights. */
  readonly texts: CaseSeen['itemTexts'];
};

/** What a viewer is shown of a case: the one way in which anybody is shown one. */
export function toCaseSeen(loaded: LoadedCase, sight: Sight): CaseSeen {
  const { viewer, access, rights, on, texts } = sight;
  const { facts, hidden } = projectFacts(loaded.facts, rights, viewer.org);
  const position = positionOf(loaded.value);
  const showsWay = readsWhole(rights, 'plan');
  const asked = { facts: loaded.facts, access, municipality: loaded.identity.municipality };
  return {
    id: loaded.id,
    no: loaded.no,
    version: loaded.version,
    stage: position.stage,
    step: showsWay ? position.step : null,
    column: columnOf(position).column,
    tracks: showsWay ? position.tracks : {},
    adult: showsWay ? adultFor(position.adult, rights) : '',
    access,
    rights,
    facts,
    hidden,
    itemTexts: texts,
    identity: identityFor(loaded.identity, rights),
    bornOn: readsWhole(rights, 'contacts') ? (loaded.facts.bornOn ?? null) : null,
    card: cardFor(loaded, stateOf(loaded), { version: loaded.version, on }),
    can: sendable(sight, loaded),
    enquiry: enquiryFor(asked, viewer, on),
    accessLog: logSightOf(viewer, access) !== null,
    hasSource: loaded.hasSource && mayReadSource(rights),
    fees: seesFees(rights),
  };
}

/** The prompt comes on the twelfth birthday: to whoever is told of no birth date it has not come; what follows people decide. */
export const adultFor = (adult: string, rights: Rights): string =>
  adult === 'prompted' && !readsWhole(rights, 'contacts') ? 'none' : adult;

/** Who the child is, or its name alone. */
export function identityFor(identity: Identity, rights: Rights): Identity | null {
  if (showsHospitalNumber(rights)) return identity;
  if (rights.contacts === undefined) return null;
  const { familyName, givenName, familyKana, givenKana } = identity;
  return { familyName, givenName, familyKana, givenKana, sex: 'unknown', hospitalNumber: null, municipality: null };
}

/**
 * Every move from here that this person may make, explained as far as each condition's category is seen, and the way
 * forward for everyone who sees the plan: whoever can supply what is missing has to see that it is. Nothing to whoever
 * sees no plan.
 */
export async function listTransitions(
  ports: CaseworkPorts,
  question: Omit<Question, 'what'>,
): Promise<Outcome<readonly TransitionSeen[]>> {
  const seen = await caseWithWay(ports, { ...question, what: 'transitions' });
  if (!seen.ok) return seen;
  const { loaded, access } = seen.answer;
  const reader = readerOf(question.who.viewer, loaded);
  const { rights } = reader;
  if (!readsWhole(rights, 'plan')) return accepted([]);
  const allowed = allowedEvents({ viewer: question.who.viewer, access }, loaded);
  const on = tokyoDay(ports.clock.now());
  const views = transitionsOf(stateOf(loaded), on).filter(({ event, isForward }) => allowed.has(event) || isForward);
  return accepted(
    views.map(({ unmet, done, how, to, isForward, ...view }) => ({
      ...view,
      permitted: allowed.has(view.event),
      enabled: view.enabled && allowed.has(view.event),
      done: done.map(condition => seenDone(condition, rights)),
      to: how ? `closed.${how}` : to,
      forward: isForward,
      reasons: unmet.map(reason => toReason(loaded.id, seenReason(reason, reader))),
    })),
  );
}
