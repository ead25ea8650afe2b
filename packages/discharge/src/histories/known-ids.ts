import { checksOf } from '../checklists/checklist.ts';
import { deadlinesOf } from '../deadlines.ts';
import type { CaseState } from '../decide.ts';
import type { CaseFacts } from '../facts.ts';
import { fieldRefs } from '../field-words.ts';
import { requirements } from '../requirements.ts';
import { MOVE, taskKey } from '../tasks/task-key.ts';
import { actors } from './script.ts';

const organisations = [...new Set(Object.values(actors).map(({ org }) => org))].filter(org => org !== 'system');
const members = Object.values(actors).map(({ membership }) => membership);

type HasId = { readonly id: string };
const idsOf = (items: unknown): string[] => (Array.isArray(items) ? items.map((item: HasId) => item.id) : []);

/** Keys of what may be to do; not all of it is. */
const taskKeys = (facts: CaseFacts): string[] => [
  ...[MOVE, ...requirements.keys()].map(id => taskKey('turn', id)),
  ...idsOf(facts.holds).map(id => taskKey('hold', id)),
  ...idsOf(facts.actionItems).map(id => taskKey('actionItem', id)),
  ...idsOf(facts.team).map(id => taskKey('enquiry', id)),
  ...idsOf(facts.handoffs).map(id => taskKey('handoff', id)),
  ...checksOf(facts).map(({ id }) => taskKey('checklist', id)),
  ...facts.handoffs.flatMap(({ id, questions }) => idsOf(questions).map(one => taskKey('question', `${id}.${one}`))),
  ...deadlinesOf(facts).map(({ kind, ref }) => taskKey('deadline', `${kind}.${ref}`)),
];

/** Ids that a field of an event may name in a case: the choices its form would offer. */
export function knownIds(field: string, { facts }: CaseState): readonly string[] {
  const ref = fieldRefs[field];
  if (ref === 'orgs') return organisations;
  if (ref === 'members') return members;
  if (ref === 'requirements') return [...requirements.keys()];
  if (ref === 'tasks') return taskKeys(facts);
  if (ref === 'checks') return checksOf(facts).map(({ id }) => id);
  if (ref === 'handoffs.questions') return facts.handoffs.flatMap(({ questions }) => idsOf(questions));
  // Every other reference is the name of a list of the facts.
  return ref && ref in facts ? idsOf(facts[ref as keyof typeof facts]) : [];
}
