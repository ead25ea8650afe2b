import { accessOf, cardAccess, projectCard, projectDeadlines, type Viewer } from '@kaerimichi/access';
import { anybodyOf } from '@kaerimichi/casework';
import { type CaseView, caseEndpoints, previewEndpoints } from '@kaerimichi/contracts';
import { isMovedByHand, tokyoDay } from '@kaerimichi/discharge';
import type { ListedDeadline } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';
import { roleSight } from '../role-sight.ts';
import { membersOf, teamOf } from './case-members.ts';
import { shownEnquiry } from './shown-enquiry.ts';

/** A case as its viewer sees it now, and as somebody of a partner would. */
export const caseViewImplementations = (ports: ApiPorts) => [viewing(ports), previewing(ports)];

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
    deadlines: deadlines.map(toDeadline),
    card,
    can: [...seen.can],
    enquiry: await shownEnquiry(store, seen.enquiry),
    mergedInto: await mergedInto(ports, viewer, id),
    accessLog: seen.accessLog,
    hasSource: seen.hasSource,
    fees: seen.fees,
  };
}

const toDeadline = ({ kind, ref, dueOn, moves, firstOn, setSeq }: ListedDeadline): CaseView['deadlines'][number] => ({
  ...{ kind, ref, on: dueOn },
  ...(moves > 0 && isMovedByHand(kind) && firstOn !== null && setSeq !== null
    ? { moved: { times: moves, firstOn, seq: setSeq } }
    : {}),
});

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

const orgsIn = (seen: Seen, members: CaseView['people']['members']): string[] => [
  ...teamOf(seen).map(({ org }) => org),
  ...recipientsOf(seen),
  ...Object.values(members).map(({ org }) => org),
];

function recipientsOf({ facts }: Seen): string[] {
  const consents = facts.family?.consents;
  if (!Array.isArray(consents)) return [];
  return consents.flatMap(({ recipient }) => (typeof recipient === 'string' ? [recipient] : []));
}
