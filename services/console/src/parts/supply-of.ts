import type { Reason } from '@kaerimichi/contracts';

/**
 * How somebody supplies what is missing: `form` with its address; `others` where the form is not open to their role, so
 * that no link leads to what would be refused; null where nothing that is recorded supplies it.
 */
export type Supply = { readonly is: 'form'; readonly route: string } | { readonly is: 'others' } | null;

/** `may` says whether somebody may ever send an event. */
export function supplyOf({ fix }: Pick<Reason, 'fix'>, may: (event: string) => boolean): Supply {
  if (!fix) return null;
  return may(fix.event) ? { is: 'form', route: fix.route } : { is: 'others' };
}
