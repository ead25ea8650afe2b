import { type Category, deadlineKind } from '@kaerimichi/discharge';
import { type Rights, readsWhole } from './case-access.ts';

/** Whether a kind of deadline is named to whoever reads the plan and, of the other categories, these. */
export function tellsDeadline(kind: string, reads: (category: Category) => boolean): boolean {
  const tells = deadlineKind(kind)?.tells ?? null;
  return tells !== null && reads('plan') && reads(tells);
}

/** Open deadlines of a case for whoever reads the plan, without those that follow from what it does not read. */
export function projectDeadlines<Deadline extends { readonly kind: string }>(
  deadlines: readonly Deadline[],
  rights: Rights,
): Deadline[] {
  return deadlines.filter(({ kind }) => tellsDeadline(kind, category => readsWhole(rights, category)));
}
