import type { Ask } from './ask.ts';
import { expectedRights, type Relation } from './people-table.ts';
import type { Member, PeopleWorld } from './people-world.ts';
import type { Child } from './route-asks.ts';
import { raw } from './told.ts';

/**
 * Organisations of which only the lead knows that they have to do with a child, by hand from people.md: who was asked and
 * has not answered, who said no or left, to whom a handoff was written, with whom a family agreed to share. What one of
 * them answers is between it and the lead.
 */
const betweenLeadAnd: Readonly<Record<string, readonly string[]>> = {
  canary: ['asked-all', 'asked', 'declined', 'ended', 'stranger'],
  lark: [
    ...['consent-alone', 'left-and-asked', 'handoff-draft', 'handoff-sent', 'handoff-declined'],
    'handoff-withdrawn',
  ],
};

/** Of the organisations that accepted a part those that a card has room for, which whoever reads the plan is told. */
const takingPart: Readonly<Record<string, readonly string[]>> = {
  canary: ['partner-all'],
  lark: ['consent-future', 'consent-over', 'consent-programme'],
};

/**
 * Rows about this child. The others are about the network or the own house, and name organisations whatever they have to
 * do with a child; so does the board of a hub, on which everybody's children stand.
 */
const isAboutChild = ({ row }: Ask, { kind }: Relation): boolean =>
  row.includes('/cases/{id}') || (kind !== 'hub' && /board|search|tasks|handoffs/.test(row));

/** Organisations that an answer names and that are none of this person's business. */
export function organisationFaults(
  { role, relation }: Member,
  { world, child }: { world: PeopleWorld; child: Child },
  { ask, text }: { ask: Ask; text: string },
): string[] {
  if (relation.name === 'lead' || !isAboutChild(ask, relation)) return [];
  const readsPlan = expectedRights(role, relation).get('plan') === 'R';
  const kept = readsPlan ? (betweenLeadAnd[child.words.bird] ?? []) : othersThan(child, relation);
  return kept
    .filter(name => name !== relation.name)
    .filter(name => text.includes(`試験 ${name}"`) || text.includes(world.orgs.get(name) ?? ''))
    .map(name => `the organisation ${name}`);
}

const othersThan = ({ relations }: Child, own: Relation): string[] =>
  relations.map(({ name }) => name).filter(name => name !== own.name && name !== 'lead');

/** One role of those that read the plan whole, of those to which it is summed up, and of those with a part of their own. */
export const searching: readonly string[] = ['doctor', 'coordinator', 'school'];

/** Whether a search for the name of an organisation finds the child, and should not, or should. */
export async function searchFaults(
  member: Member,
  { caseId, words }: Child,
): Promise<{ cells: number; faults: string[] }> {
  const readsPlan = expectedRights(member.role, member.relation).get('plan') === 'R';
  const hidden = (betweenLeadAnd[words.bird] ?? []).map(name => [name, false] as const);
  const known = (takingPart[words.bird] ?? []).map(name => [name, readsPlan] as const);
  const faults: string[] = [];
  const asked = [...hidden, ...known].filter(([name]) => name !== member.relation.name);
  for (const [name, isFound] of asked) {
    const { text } = await raw(member, '/search', { method: 'POST', body: JSON.stringify({ q: `試験 ${name}` }) });
    if (text.includes(caseId) !== isFound) faults.push(`is ${isFound ? 'not ' : ''}found by ${name}`);
  }
  return { cells: asked.length, faults };
}
