import { keepsEvaluationBeds } from '@kaerimichi/access';
import type { AftercareSeen, By } from '@kaerimichi/casework';
import { aftercare, aftercareEndpoints } from '@kaerimichi/contracts';
import { implement } from '../implement.ts';
import { implementOnce } from '../implement-once.ts';
import { noteChange } from '../note-change.ts';
import type { ApiPorts } from '../ports.ts';

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;

/** 評価入院, 成人移行 and フォロー of a case; their events go the way of all others. */
export const aftercareImplementations = (ports: ApiPorts) => [
  implement(ports, aftercareEndpoints.ofCase, async ({ who, params, query, meta }) => {
    const seen = await ports.casework.aftercare(who, params.id, { from: query.from ?? null, meta });
    if (!seen.ok) return seen;
    const [names, orgs] = await Promise.all([
      ports.store.people.namesOf(writersIn(seen.answer)),
      ports.store.organisations.namesOf((seen.answer.evaluation?.stale ?? []).flatMap(({ org }) => org ?? [])),
    ]);
    return { ok: true, answer: aftercare.parse(named(seen.answer, { names, orgs })) };
  }),
  implementOnce(ports, aftercareEndpoints.keepBeds, async ({ who: { viewer }, body: { beds }, meta }) => {
    if (!keepsEvaluationBeds(viewer)) return forbidden;
    await ports.store.evaluationBeds.say(viewer.org, { beds, by: viewer.person });
    noteChange(ports, viewer, { what: `evaluation beds ${beds}`, outcome: 'ok', ...meta });
    return { ok: true, answer: { beds } };
  }),
];

type Names = { readonly names: Readonly<Record<string, string>>; readonly orgs: Readonly<Record<string, string>> };
type Json = Readonly<Record<string, unknown>>;

const isBy = (value: unknown): value is By =>
  typeof value === 'object' && value !== null && 'person' in value && 'role' in value;

/** Everybody who wrote something, at any depth. */
function writersIn(value: unknown): string[] {
  if (isBy(value)) return [value.person];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap(writersIn))];
}

/** The same with whoever wrote by name, and organisations by theirs. */
function named(seen: AftercareSeen, names: Names): unknown {
  const told = withNames(seen, names) as { evaluation: { stale: { org: string | null }[] } | null };
  if (!told.evaluation) return told;
  const stale = told.evaluation.stale.map(one => ({ ...one, org: one.org && (names.orgs[one.org] ?? one.org) }));
  return { ...told, evaluation: { ...told.evaluation, stale } };
}

function withNames(value: unknown, of: Names): unknown {
  if (isBy(value)) return { name: of.names[value.person] ?? null, role: value.role };
  if (Array.isArray(value)) return value.map(one => withNames(one, of));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value as Json).map(([name, inner]) => [name, withNames(inner, of)]));
}
