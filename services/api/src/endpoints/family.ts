import type { FamilySeen } from '@kaerimichi/casework';
import { type FamilyPage, familyEndpoints } from '@kaerimichi/contracts';
import { type Category, caregiverRelation, tokyoDay } from '@kaerimichi/discharge';
import { paperOfVersion } from '../documents/paper-of-version.ts';
import { fewForEach } from '../few-for-each.ts';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';
import { onceRead } from './documents.ts';

/** The page of a guardian. */
export function familyImplementations(ports: ApiPorts) {
  const press = { font: onceRead(() => ports.settings.fontFile), inTurn: fewForEach(1, 3) };
  return [showing(ports), printing(ports, press)];
}

const showing = (ports: ApiPorts) =>
  implement(ports, familyEndpoints.page, async ({ who, meta }) => {
    const seen = await ports.casework.family(who, meta);
    return seen.ok ? { ok: true, answer: await toPage(ports, seen.answer) } : seen;
  });

type Press = { readonly font: () => Promise<Uint8Array>; readonly inTurn: ReturnType<typeof fewForEach> };

/** A paper as it was given, with what this guardian was granted of it. */
const printing = (ports: ApiPorts, { font, inTurn }: Press) =>
  implement(ports, familyEndpoints.paper, async ({ who, params, meta }) => {
    const found = await ports.casework.familyPaper(who, params.version, meta);
    if (!found.ok) return found;
    const { no, version, kept, whole, granted } = found.answer;
    const { templates } = await import('@kaerimichi/documents');
    const template = templates.find(({ id, forFamily }) => id === kept.kind && forFamily);
    if (!template) return { ok: false, refusal: { code: 'not-found' } };
    const reads = (category: Category) => granted.includes(category);
    const of = { no, version, rights: {} };
    const { paper, print, name } = await paperOfVersion(ports, { of, version: kept, whole, template, reads });
    const { printPaper } = await import('@kaerimichi/documents/pdf');
    const ready = { ...print, by: who.displayName, font: await font() };
    const bytes = await inTurn(who.viewer.person, () => printPaper(paper, ready));
    if (!bytes) return { ok: false, refusal: { code: 'busy' } };
    await ports.store.log.flush();
    return { ok: true, file: { bytes, name } };
  });

/** What the family calls its papers: kinds that a family may be given, and no other. */
async function papersOf(papers: FamilySeen['papers']): Promise<FamilyPage['papers']> {
  if (papers.length === 0) return [];
  const { templates } = await import('@kaerimichi/documents');
  return papers.flatMap(({ id, kind, at }) => {
    const template = templates.find(one => one.id === kind && one.forFamily);
    return template ? [{ id, title: template.title, on: tokyoDay(at) }] : [];
  });
}

const readinessOf = (asked: FamilySeen['readiness']): FamilyPage['readiness'] =>
  asked && { ...asked, answers: { ...asked.answers }, own: asked.own && [...asked.own] };

async function toPage({ store: { organisations } }: ApiPorts, seen: FamilySeen): Promise<FamilyPage> {
  const { id, no, version, team, consents, relation, turn, sharing, papers, ...rest } = seen;
  const others = [...consents.flatMap(({ recipient }) => recipient ?? []), ...sharing.map(({ org }) => org)];
  const named = [...new Set([...team.map(({ org }) => org), ...others, ...(turn?.org ? [turn.org] : [])])];
  const [names, telephones] = await Promise.all([
    organisations.namesOf(named),
    organisations.telephonesOf(team.map(({ org }) => org)),
  ]);
  const shown = (org: string) => ({ id: org, name: names[org] ?? org });
  return {
    ...rest,
    case: { id, no, version },
    relation: caregiverRelation.catch('other').parse(relation),
    granted: [...rest.granted],
    arranging: [...rest.arranging],
    dates: [...rest.dates],
    contacts: [...rest.contacts],
    tasks: [...rest.tasks],
    meetings: rest.meetings.map(({ slots, ...meeting }) => ({ ...meeting, slots: [...slots] })),
    care: [...rest.care],
    skills: [...rest.skills],
    ratings: [...rest.ratings],
    readiness: readinessOf(rest.readiness),
    stay: rest.stay && { ...rest.stay, diary: [...rest.stay.diary] },
    schemes: [...rest.schemes],
    received: [...rest.received],
    turn: turn && { isOwn: turn.isOwn, org: turn.org === null ? null : shown(turn.org) },
    papers: await papersOf(papers),
    sharing: sharing.map(({ org, isLead, categories, ...times }) => ({
      ...{ org: shown(org), lead: isLead, categories: [...categories] },
      ...times,
    })),
    team: team.map(({ org, functions, isLead }) => ({
      org: shown(org),
      functions: [...functions],
      lead: isLead,
      telephone: telephones[org] ?? null,
    })),
    consents: consents.map(({ recipient, categories, ...consent }) => ({
      ...consent,
      recipient: recipient === null ? null : shown(recipient),
      categories: [...categories],
    })),
  };
}
