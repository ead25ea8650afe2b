import type { CaseView } from '@kaerimichi/contracts';
import { consentsFor, roleOfFunction, type TeamFunction } from '@kaerimichi/discharge';
import { givenConsents } from '../sharing/consents-of.ts';

type View = Pick<CaseView, 'facts'> & { readonly card: Pick<CaseView['card'], 'lead'> };

/**
 * What the family's consents open to an organisation today, by category; `all`: it leads; null: whoever looks is not told
 * of the consents.
 */
export function seenBy(view: View, org: string, on: string): 'all' | readonly string[] | null {
  if (org === view.card.lead) return 'all';
  if (view.facts.family?.consents === undefined) return null;
  return [...new Set(consentsFor(givenConsents(view), org, on).flatMap(({ categories }) => categories))];
}

/** People of an organisation who can have a part, by name, as far as whoever looks is told who works there. */
export function peopleFor(members: CaseView['people']['members'], org: string, part: string): string[] {
  const role = part in roleOfFunction ? roleOfFunction[part as TeamFunction] : null;
  const own = Object.values(members).filter(member => member.open && member.org === org && member.role === role);
  return [...new Set(own.map(({ name }) => name))];
}
