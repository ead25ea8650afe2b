import type { CaseView } from '@kaerimichi/contracts';

/** A reason why the case stands still; `owner` by name, where the viewer is told. */
export type Hold = { readonly id: string; readonly code: string; readonly owner?: string; readonly recheckOn?: string };

/** Reasons as the facts tell them, in whatever category they stand. */
export function holdsOf({ facts, people }: Pick<CaseView, 'facts' | 'people'>): Hold[] {
  const lists = Object.values(facts).map(category => category.holds);
  return lists.flatMap(list => (Array.isArray(list) ? list : [])).flatMap(hold => holdOf(hold, people.members));
}

function holdOf(hold: unknown, members: CaseView['people']['members']): Hold[] {
  if (typeof hold !== 'object' || hold === null) return [];
  const { id, code, owner, recheckOn } = hold as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || typeof code !== 'string') return [];
  const name = typeof owner === 'string' ? members[owner]?.name : undefined;
  return [{ id, code, ...(name ? { owner: name } : {}), ...(typeof recheckOn === 'string' ? { recheckOn } : {}) }];
}
