import type { CaseView } from '@kaerimichi/contracts';
import type { TeamFunction } from '@kaerimichi/discharge';
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

/** Where a function stands: settled, waiting for an answer, thought of, said no to, still to be thought of, or not needed. */
export type RowState = 'accepted' | 'asked' | 'considered' | 'declined' | 'open' | 'notNeeded';
export type TeamRow = {
  readonly function: string;
  readonly state: RowState;
  readonly candidates: readonly Candidate[];
  /** Who has the part: organisations, null for one outside the network; the lead has those of its own people. */
  readonly holders: readonly { readonly id: string; readonly org: string | null }[];
};

/** Every part that a team of support has (experience.md §5.7), in the order in which it is read. */
const parts = [
  'attendingDoctor',
  'dischargeNurse',
  'wardNurse',
  'visitingNurse',
  'homePhysician',
  'pharmacist',
  'deviceVendor',
  'publicHealthNurse',
  'municipality',
  'supportPlanner',
  'school',
  'respite',
  'peerSupporter',
  'interpreter',
] as const satisfies readonly TeamFunction[];

/** Parts that people of the lead have unless somebody else took them. */
const ofLead: readonly string[] = ['attendingDoctor', 'dischargeNurse', 'wardNurse'] satisfies TeamFunction[];

/** Of a candidate that came to nothing. */
const over: readonly string[] = ['declined', 'ended'];

type View = Pick<CaseView, 'facts' | 'class'> & { readonly card: Pick<CaseView['card'], 'lead'> };

/** The team by function, also where nobody is thought of yet. Whoever was asked, and sees no more, has the own part alone. */
export function teamRows(view: View): TeamRow[] {
  const entries = itemsOf(view, 'team');
  const asked = entries.flatMap(entry => textAt(entry, 'function') ?? []);
  if (view.class === 'numberOnly') return [...new Set(asked)].map(name => rowOf(name, entries, null));
  const { roles, rolesNotNeeded } = planOf(view);
  const functions = [...new Set([...parts, ...roles, ...asked, ...rolesNotNeeded])];
  const given = { lead: view.card.lead, rolesNotNeeded };
  return functions.map(name => rowOf(name, entries, given));
}

type Given = { readonly lead: string; readonly rolesNotNeeded: readonly string[] };

function rowOf(name: string, entries: readonly Entry[], given: Given | null): TeamRow {
  const candidates = entries.filter(entry => entry.function === name).map(toCandidate);
  const holders = candidates.filter(({ state }) => state === 'accepted').map(({ id, org }) => ({ id, org }));
  const isOpen = candidates.every(({ state }) => over.includes(state));
  if (given && isOpen && ofLead.includes(name))
    return { function: name, state: 'accepted', candidates, holders: [{ id: given.lead, org: given.lead }] };
  return {
    function: name,
    state: stateOf(candidates, given?.rolesNotNeeded.includes(name) ?? false),
    candidates,
    holders,
  };
}

/** What moves a part most is told: of several candidates one that accepted, else one that is asked. */
function stateOf(candidates: readonly Candidate[], isNotNeeded: boolean): RowState {
  const found = (['accepted', 'asked', 'considered'] as const).find(wanted =>
    candidates.some(({ state }) => state === wanted),
  );
  if (found) return found;
  if (isNotNeeded) return 'notNeeded';
  return candidates.some(({ state }) => state === 'declined') ? 'declined' : 'open';
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
