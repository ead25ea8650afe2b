import type { Category, DeadlineKind } from '@kaerimichi/discharge';
import { type Rights, readsWhole } from './case-access.ts';

/** What a deadline follows from, null for one that is the clock's alone; a kind that is missing here does not compile. */
const categoriesOfKind: Readonly<Record<DeadlineKind, readonly Category[] | null>> = {
  'begin.consent': ['family'],
  'lapse.consent': ['family'],
  'lapse.skill': ['skills'],
  'lapse.entitlement': ['money'],
  'lapse.order': ['clinical'],
  holdRecheck: [],
  actionItem: [],
  conference: [],
  trialStay: [],
  visit: [],
  evaluation: [],
  rescreen: [],
  discharge: [],
  outpatient: [],
  followUp: ['clinical'],
  // Both fall on the birthday.
  adult12: ['contacts'],
  adult15: ['contacts'],
  dueAhead: null,
};

const known = new Map<string, readonly Category[] | null>(Object.entries(categoriesOfKind));

/** Categories that a kind of deadline follows from beside the plan; null or undefined: it is named to nobody. */
export const categoriesOfDeadline = (kind: string): readonly Category[] | null | undefined => known.get(kind);

/** Open deadlines of a case for whoever reads the plan, without those that follow from what it does not read. */
export function projectDeadlines<Deadline extends { readonly kind: string }>(
  deadlines: readonly Deadline[],
  rights: Rights,
): Deadline[] {
  const isShown = ({ kind }: Deadline) =>
    categoriesOfDeadline(kind)?.every(category => readsWhole(rights, category)) ?? false;
  return readsWhole(rights, 'plan') ? deadlines.filter(isShown) : [];
}
