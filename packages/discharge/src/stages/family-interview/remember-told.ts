import type { CaseFacts } from '../../facts.ts';

/** As many ids as facts of 8 kB have room for; hardly a family ends consents to so many. */
const MOST_TOLD = 24;

/** Organisations that know who the child is by a consent which facts hold no more, the latest last. */
export function rememberTold({ toldOrgs = [] }: CaseFacts, told: readonly string[]): Pick<CaseFacts, 'toldOrgs'> {
  const orgs = [...toldOrgs.filter(org => !told.includes(org)), ...new Set(told)].slice(-MOST_TOLD);
  return orgs.length > 0 ? { toldOrgs: orgs } : {};
}
