import type { Category, MembershipFlag, OrganisationKind, RoleId } from '@kaerimichi/discharge';

/** A person acting in one membership: what every decision about access starts from. */
export type Viewer = {
  readonly person: string;
  readonly membership: string;
  readonly org: string;
  readonly orgKind: OrganisationKind;
  readonly role: RoleId;
  readonly flags: readonly MembershipFlag[];
};

/** How an organisation stands to a case: visibility class of its cards and the categories it may be shown. */
export type VisibilityClass = 'full' | 'partner' | 'numberOnly';
export type CaseAccess = { readonly class: VisibilityClass; readonly categories: readonly Category[] };

/** One row of `case_access`: what one organisation may see of one case, derived from accepted events. */
export type CaseAccessRow = CaseAccess & { readonly org: string };
