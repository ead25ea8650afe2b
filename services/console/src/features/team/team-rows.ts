import type { CaseView } from '@kaerimichi/contracts';
import { isItem, itemsOf } from '../form/items-of.ts';

/** One organisation that was considered or asked for a function. */
export type Candidate = {
  readonly id: string;
  /** null: outside the network, its name is in the history. */
  readonly org: string | null;
  readonly state: string;
  readonly askedOn: string | null;
  readonly answeredOn: string | null;
  readonly replyBy: string | null;
};

/** Where a function stands: settled, waiting for an answer, still to be asked, or not needed. */
export type RowState = 'accepted' | 'asked' | 'open' | 'notNeeded';
export type TeamRow = {
  readonly function: string;
  readonly state: RowState;
  readonly candidates: readonly Candidate[];
};

/** The team by function: those of the plan first, then whoever else was asked, then what the plan does without. */
export function teamRows(view: Pick<CaseView, 'facts'>): TeamRow[] {
  const { roles, rolesNotNeeded } = planOf(view);
  const entries = itemsOf(view, 'team');
  const asked = entries.flatMap(entry => textAt(entry, 'function') ?? []);
  const functions = [...new Set([...roles, ...asked, ...rolesNotNeeded])];
  return functions.map(name => {
    const candidates = entries.filter(entry => entry.function === name).map(toCandidate);
    return { function: name, state: stateOf(candidates, rolesNotNeeded.includes(name)), candidates };
  });
}

function stateOf(candidates: readonly Candidate[], isNotNeeded: boolean): RowState {
  const has = (wanted: string) => candidates.some(({ state }) => state === wanted);
  if (has('accepted')) return 'accepted';
  if (has('asked')) return 'asked';
  return isNotNeeded ? 'notNeeded' : 'open';
}

type Entry = Readonly<Record<string, unknown>>;
const textAt = (entry: Entry, name: string): string | null => {
  const value = entry[name];
  return typeof value === 'string' ? value : null;
};
const listAt = (entry: Entry, name: string): string[] => {
  const value = entry[name];
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
};

const toCandidate = (entry: Entry): Candidate => ({
  id: textAt(entry, 'id') ?? '',
  org: textAt(entry, 'org'),
  state: textAt(entry, 'state') ?? '',
  askedOn: textAt(entry, 'askedOn'),
  answeredOn: textAt(entry, 'answeredOn'),
  replyBy: textAt(entry, 'replyBy'),
});

function planOf({ facts }: Pick<CaseView, 'facts'>) {
  const plan = facts.plan?.plan;
  if (!isItem(plan)) return { roles: [], rolesNotNeeded: [] };
  return { roles: listAt(plan, 'roles'), rolesNotNeeded: listAt(plan, 'rolesNotNeeded') };
}
