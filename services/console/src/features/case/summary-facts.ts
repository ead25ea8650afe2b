import type { CaseView } from '@kaerimichi/contracts';
import { isItem, itemsOf } from '../form/items-of.ts';

/** A line of the summary: a fact as it is known, or that its category is not told to the viewer. */
export type SummaryFact =
  | { readonly is: 'known'; readonly name: string; readonly value: unknown }
  | { readonly is: 'withheld'; readonly name: string; readonly category: string };

type Seen = Pick<CaseView, 'facts' | 'hidden'>;

/** In the order in which somebody asks who takes the case over for a day. */
export function summaryFacts(view: Seen): SummaryFact[] {
  const { clinical, contacts, family } = view.facts;
  return [
    line(view, 'needs', 'clinical', clinical?.needs),
    line(view, 'factors', 'clinical', isItem(clinical?.factors) ? clinical.factors.codes : undefined),
    line(view, 'devices', 'skills', kindsOf(view)),
    line(view, 'wish', 'family', isItem(family?.wish) ? family.wish.wish : undefined),
    line(view, 'aloneCaregivers', 'skills', caregiversOf(view)),
    line(view, 'whereabouts', 'contacts', contacts?.whereabouts),
  ].flatMap(found => found ?? []);
}

function line(view: Seen, name: string, category: string, value: unknown): SummaryFact | null {
  const isEmpty = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
  if (!isEmpty) return { is: 'known', name, value };
  // What is seen and empty is simply not recorded yet.
  return view.hidden.includes(category) ? { is: 'withheld', name, category } : null;
}

const kindsOf = (view: Seen) => unique(itemsOf(view, 'devices').map(({ kind }) => kind));

/** Who does something for the child alone already. */
const ALONE = 4;
const caregiversOf = (view: Seen) =>
  unique(itemsOf(view, 'skills').flatMap(({ caregiver, level }) => (level === ALONE ? [caregiver] : [])));

const unique = (values: readonly unknown[]): string[] => [
  ...new Set(values.filter(value => typeof value === 'string')),
];
