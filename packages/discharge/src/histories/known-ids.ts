import type { CaseState } from '../decide.ts';
import { fieldRefs } from '../field-words.ts';
import { requirements } from '../requirements.ts';
import { actors } from './script.ts';

const organisations = [...new Set(Object.values(actors).map(({ org }) => org))].filter(org => org !== 'system');
const members = Object.values(actors).map(({ membership }) => membership);

type HasId = { readonly id: string };
const idsOf = (items: unknown): string[] => (Array.isArray(items) ? items.map((item: HasId) => item.id) : []);

/** Ids that a field of an event may name in a case: the choices its form would offer. */
export function knownIds(field: string, { facts }: CaseState): readonly string[] {
  const ref = fieldRefs[field];
  if (ref === 'orgs') return organisations;
  if (ref === 'members') return members;
  if (ref === 'requirements') return [...requirements.keys()];
  if (ref === 'handoffs.questions') return facts.handoffs.flatMap(({ questions }) => idsOf(questions));
  // Every other reference is the name of a list of the facts.
  return ref && ref in facts ? idsOf(facts[ref as keyof typeof facts]) : [];
}
