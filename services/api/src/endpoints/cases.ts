import { draftTaken, referralTaken } from '@kaerimichi/casework';
import { caseEndpoints } from '@kaerimichi/contracts';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';
import { answerImplementations } from './answers.ts';
import { moveIn } from './said-conditions.ts';

/** Register cases, read what happened in them and move them; `POST /cases/:id/events` has its own way (hot-route.ts). */
export const caseImplementations = (ports: ApiPorts) => [
  registering(ports),
  reading(ports),
  listing(ports),
  aheadListing(ports),
  ...answerImplementations(ports),
  exporting(ports),
  accessLogging(ports),
  readers(ports),
  sending(ports),
];

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

const HISTORY_PAGE = 200;

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

const readers = (ports: ApiPorts) =>
  implement(ports, caseEndpoints.readers, async ({ who, params, meta }) => {
    const listed = await ports.casework.readers(who, params.id, meta);
    if (!listed.ok) return listed;
    return {
      ok: true,
      answer: { readers: listed.answer.map(({ reads, ...reader }) => ({ ...reader, reads: [...reads] })) },
    };
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

const aheadListing = (ports: ApiPorts) =>
  implement(ports, caseEndpoints.ahead, async ({ who, params, meta }) => {
    const listed = await ports.casework.ahead(who, params.id, meta);
    if (!listed.ok) return listed;
    return { ok: true, answer: listed.answer.map(way => moveIn(way, meta.language)) };
  });

const exporting = (ports: ApiPorts) =>
  implement(ports, caseEndpoints.export, async ({ who, params, body, meta }) => {
    const what = [body.what, ...(body.parts ? [body.parts.join(',')] : [])].join(' ');
    const noted = await ports.casework.noteExport(who, params.id, { what, meta });
    return noted.ok ? { ok: true, answer: { noted: true as const } } : noted;
  });

const listing = (ports: ApiPorts) =>
  implement(ports, caseEndpoints.transitions, async ({ who, params, meta }) => {
    const listed = await ports.casework.transitions(who, params.id, meta);
    if (!listed.ok) return listed;
    const { language } = meta;
    const answer = listed.answer.map(({ effects, warnings, fixed, needs, ...move }) => ({
      ...moveIn(move, language),
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
