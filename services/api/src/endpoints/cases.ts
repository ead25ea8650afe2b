import {
  accessOf,
  cardAccess,
  projectCard,
  projectDeadlines,
  registers,
  seesBoard,
  showingHospitalNumber,
  showingTeam,
  type Viewer,
} from '@kaerimichi/access';
import { anybodyOf, draftTaken, referralTaken, type SignedIn } from '@kaerimichi/casework';
import { type CaseView, caseEndpoints, previewEndpoints } from '@kaerimichi/contracts';
import { tokyoDay } from '@kaerimichi/discharge';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';
import { roleSight } from '../role-sight.ts';
import { membersOf, teamOf } from './case-members.ts';
import { shownEnquiry } from './shown-enquiry.ts';

const HISTORY_PAGE = 200;

/** Register, read and move cases; `POST /cases/:id/events` has its own way (hot-route.ts). */
export function caseImplementations(ports: ApiPorts) {
  const reads = [viewing(ports), previewing(ports), reading(ports), listing(ports), accessLogging(ports)];
  return [registering(ports), comparing(ports), ...reads, sending(ports), ...searching(ports)];
}

const registering = (ports: ApiPorts) =>
  implement(ports, caseEndpoints.register, async ({ who, body, key, meta }) => {
    const { familyName = null, givenName = null, familyKana = null, givenKana = null, sex = 'unknown' } = body;
    const {
      birthOrder = null,
      hospitalNumber = null,
      municipality = null,
      lead,
      reason,
      origin,
      draft,
      referral,
    } = body;
    const { bornOn, expectedOn, gestationWeeks, needs } = body;
    const names = { familyName, givenName, familyKana, givenKana };
    const identity = { ...names, sex, birthOrder, hospitalNumber, municipality };
    const birth = { bornOn, expectedOn, gestationWeeks };
    const registration = { lead, identity, reason, origin, draft, referral, needs, ...birth };
    const issue = draft
      ? await draftIssue(ports, who.viewer.org, draft)
      : referral && (await referralIssue(ports, who.viewer.org, referral));
    // A retry finds its draft or referral used by itself.
    if (issue && !(await ports.store.cases.findAnswer(who.viewer.person, key.key)))
      return { ok: false, refusal: { code: 'bad-input', issues: [issue] } };
    const outcome = await ports.casework.register({ who, key, registration, meta });
    if (!outcome.ok) return outcome;
    return { ok: true, stored: outcome.answer };
  });

async function draftIssue({ store }: ApiPorts, org: string, id: string) {
  const draft = await store.drafts.find(org, id);
  if (!draft) return { path: 'draft', message: 'ない下書きです。 / No such draft.' };
  return draft.caseId ? draftTaken : null;
}

async function referralIssue({ store }: ApiPorts, org: string, id: string) {
  const referral = await store.referrals.find(org, id);
  if (referral?.to !== org) return { path: 'referral', message: 'ない依頼です。 / No such referral.' };
  return referral.state === 'sent' ? null : referralTaken;
}

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

const viewing = (ports: ApiPorts) =>
  implement(ports, caseEndpoints.get, async ({ who, params, meta }) => {
    const seen = await ports.casework.view(who, params.id, meta);
    if (seen.ok) return { ok: true, answer: await toView(ports, who.viewer, seen.answer) };
    // Of a case that was merged: whoever sees the one that goes on is led there, everybody else to nothing.
    const next = seen.refusal.code === 'not-found' ? await mergedInto(ports, who.viewer, params.id) : null;
    if (!next) return seen;
    const location = `/api/v1/cases/${next.id}`;
    return { ok: true, stored: { status: 301, body: JSON.stringify(next) }, headers: { location } };
  });

const previewing = (ports: ApiPorts) =>
  implement(ports, previewEndpoints.preview, async ({ who, params, query: { org, role }, meta }) => {
    const found = await ports.store.organisations.find(org);
    const partner = found && { org, kind: found.kind, role };
    const seen = await ports.casework.preview(who, params.id, { partner, meta });
    if (!seen.ok) return seen;
    const view = partner && seen.answer && (await toView(ports, anybodyOf(partner), seen.answer));
    return { ok: true, answer: { view } };
  });

const reading = (ports: ApiPorts) =>
  implement(ports, caseEndpoints.events, async ({ who, params, query, meta }) => {
    const page = { after: query.after ?? 0, limit: query.limit ?? HISTORY_PAGE, meta };
    const history = await ports.casework.history(who, params.id, page);
    if (!history.ok) return history;
    const { events, version } = history.answer;
    const senders = events.flatMap(({ by, proposed }) => [by ?? [], proposed ?? []].flat());
    const names = await ports.store.people.namesOf([...new Set(senders.flatMap(({ person }) => person ?? []))]);
    const orgs = await ports.store.organisations.namesOf([...new Set(senders.map(({ org }) => org))]);
    const said = (by: { person: string | null; org: string; role: string }) => ({
      name: names[by.person ?? ''] ?? null,
      org: orgs[by.org] ?? null,
      role: by.role,
    });
    const shown = events.map(({ by, proposed, label, occurredOn, ...event }) => ({
      ...event,
      label: label[meta.language],
      ...(occurredOn ? { occurredOn } : {}),
      body: event.body && { ...event.body },
      texts: event.texts && { ...event.texts },
      by: by ? said(by) : { name: null, org: null, role: '' },
      proposed: proposed && said(proposed),
    }));
    return { ok: true, answer: { events: shown, version } };
  });

const LOG_PAGE = 100;

const accessLogging = (ports: ApiPorts) =>
  implement(ports, caseEndpoints.accessLog, async ({ who, params, query, meta }) => {
    const [at = '', past] = query.before?.split('_') ?? [];
    const before = query.before ? { at, past: Number(past) } : null;
    const page = await ports.casework.accessLog(who, params.id, { before, limit: query.limit ?? LOG_PAGE, meta });
    if (!page.ok) return page;
    const { entries, next } = page.answer;
    const names = await ports.store.people.namesOf([...new Set(entries.flatMap(({ by }) => by?.person ?? []))]);
    const orgs = await ports.store.organisations.namesOf([...new Set(entries.flatMap(({ by }) => by?.org ?? []))]);
    const shown = entries.map(({ by, ...entry }) => ({
      ...entry,
      by: by && { name: names[by.person ?? ''] ?? null, org: orgs[by.org ?? ''] ?? null, role: by.role ?? '' },
    }));
    return { ok: true, answer: { entries: shown, next: next && `${next.at}_${next.past}` } };
  });

const listing = (ports: ApiPorts) =>
  implement(ports, caseEndpoints.transitions, async ({ who, params, meta }) => {
    const listed = await ports.casework.transitions(who, params.id, meta);
    if (!listed.ok) return listed;
    const { language } = meta;
    const answer = listed.answer.map(({ label, reasons, done, effects, warnings, fixed, needs, ...move }) => ({
      ...move,
      label: label[language],
      reasons: reasons.map(reason => ({ ...reason, params: { ...reason.params }, text: reason.text[language] })),
      done: done.map(({ text, ...condition }) => ({
        ...condition,
        text: text[language],
        evidence: condition.evidence,
      })),
      effects: effects.map(effect => effect[language]),
      warnings: warnings.map(warning => warning[language]),
      fixed: { ...fixed },
      needs: [...needs],
    }));
    return { ok: true, answer };
  });

/** What the hot route does not take: an address that is no case's, or one with a query. */
const sending = (ports: ApiPorts) =>
  implement(ports, caseEndpoints.send, async ({ who, params, key, match, body, meta }) => {
    const outcome = await ports.casework.send({ who, caseId: params.id, key, match, body, meta });
    return outcome.ok ? { ok: true, stored: outcome.answer } : outcome;
  });

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

type Seen = Extract<Awaited<ReturnType<ApiPorts['casework']['view']>>, { ok: true }>['answer'];

async function toView(ports: ApiPorts, viewer: Viewer, seen: Seen): Promise<CaseView> {
  const { store, clock } = ports;
  const access = cardAccess(seen.access, viewer) ?? seen.access;
  const card = projectCard(seen.card, access, { on: tokyoDay(clock.now()), org: viewer.org });
  const members = await membersOf(ports, seen, card.lead);
  const named = [...new Set([card.lead, ...card.owners, ...orgsIn(seen, members)])];
  const { organisations } = store;
  const [orgs, telephones] = await Promise.all([organisations.namesOf(named), organisations.telephonesOf(named)]);
  const deadlines = projectDeadlines(await store.deadlines.listOf(seen.id), seen.rights);
  const { id, no, version, stage, step, column, adult } = seen;
  return {
    id,
    no,
    version,
    stage,
    step,
    column,
    tracks: { ...seen.tracks },
    adult,
    class: seen.access.class,
    facts: Object.fromEntries(Object.entries(seen.facts).map(([category, facts]) => [category, { ...facts }])),
    hidden: [...seen.hidden],
    itemTexts: { ...seen.itemTexts },
    sight: roleSight(viewer, seen.access.class),
    people: {
      child: childOf(seen),
      orgs,
      telephones,
      members,
    },
    deadlines: deadlines.map(({ kind, ref, dueOn }) => ({ kind, ref, on: dueOn })),
    card,
    can: [...seen.can],
    enquiry: await shownEnquiry(store, seen.enquiry),
    mergedInto: await mergedInto(ports, viewer, id),
    accessLog: seen.accessLog,
    hasSource: seen.hasSource,
  };
}

/** The case of the same child that goes on, where this viewer sees it. */
async function mergedInto({ store }: ApiPorts, viewer: Viewer, id: string) {
  const ended = await store.cases.load(id);
  const into = ended?.facts.mergedInto;
  const next = into === undefined ? null : await store.cases.load(into);
  return next && accessOf(next, viewer) ? { id: next.id, no: next.no } : null;
}

function childOf({ identity, bornOn }: Seen): CaseView['people']['child'] {
  if (!identity) return null;
  const { familyName, givenName, familyKana, givenKana, sex, birthOrder = null, hospitalNumber } = identity;
  return { familyName, givenName, familyKana, givenKana, bornOn, sex, birthOrder, hospitalNumber };
}

/** Organisations of the team, of consents and of those who may be named, as far as the viewer sees them. */
const orgsIn = (seen: Seen, members: CaseView['people']['members']): string[] => [
  ...teamOf(seen).map(({ org }) => org),
  ...recipientsOf(seen),
  ...Object.values(members).map(({ org }) => org),
];

/** Organisations that consents name, as far as the viewer sees the consents. */
function recipientsOf({ facts }: Seen): string[] {
  const consents = facts.family?.consents;
  if (!Array.isArray(consents)) return [];
  return consents.flatMap(({ recipient }) => (typeof recipient === 'string' ? [recipient] : []));
}
