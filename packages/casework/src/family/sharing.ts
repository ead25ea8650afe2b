import type { CaseAccessRow } from '@kaerimichi/access';
import { type CaseFacts, type Category, type Day, isConsentValid } from '@kaerimichi/discharge';

/** An organisation that sees something of the child: what, and since when. */
export type Sharing = {
  readonly org: string;
  readonly isLead: boolean;
  readonly categories: readonly Category[];
  /** First day of what the family agreed to; null: of whoever leads, from the beginning. */
  readonly since: Day | null;
  /** Last day; null: none is named. */
  readonly until: Day | null;
};

/**
 * Who sees what of the child, and since when: whoever leads, then everybody to whom a consent opens something, as access
 * has it now. Who was only asked, and sees no name, is not told.
 */
export function sharingOf(facts: CaseFacts, access: readonly CaseAccessRow[], on: Day): Sharing[] {
  const seen = access.filter(({ class: visibility }) => visibility === 'full' || visibility === 'partner');
  return seen
    .map(({ org, class: visibility, categories }) => {
      const consents = facts.consents.filter(
        consent => consent.scope === 'recipient' && consent.recipient === org && isConsentValid(consent, on),
      );
      const isLead = visibility === 'full';
      const since = consents.map(({ from }) => from).sort()[0] ?? null;
      const ends = consents.map(({ until }) => until ?? null);
      const until = ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
      return { org, isLead, categories: told(categories), since: isLead ? null : since, until: isLead ? null : until };
    })
    .sort((a, b) => Number(b.isLead) - Number(a.isLead));
}

const told = (categories: readonly Category[]): Category[] => categories.filter(category => category !== 'protection');
