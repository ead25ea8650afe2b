import type { Category, MembershipFlag, OrganisationKind, RoleId, WallLevel } from '@kaerimichi/discharge';

/** A person acting in one membership: what every decision about access starts from. */
export type Viewer = {
  readonly person: string;
  readonly membership: string;
  readonly org: string;
  readonly orgKind: OrganisationKind;
  readonly role: RoleId;
  readonly flags: readonly MembershipFlag[];
  /** What a guardian was invited to; absent for everybody else. */
  readonly guardian?: Guardianship | undefined;
  /** The wall display that this is; absent for everybody else. */
  readonly screen?: WallScreen | undefined;
};

/** A device on a wall: what it shows to whoever walks past, and until when it shows names to whoever stands before it. */
export type WallScreen = {
  readonly id: string;
  readonly level: WallLevel;
  /** Instant; null: not unlocked. */
  readonly sightUntil: string | null;
};

/** What a guardian may see of one child, and of no other. A guardian acts for no organisation: `org` is the membership. */
export type Guardianship = {
  readonly caseId: string;
  readonly categories: readonly Category[];
  /** Holds parental authority: decides about consent. */
  readonly decides: boolean;
  /** How the guardian is related to the child, by which skills name a caregiver. */
  readonly relation: string;
};

/**
 * How an organisation stands to a case: visibility class of its cards and the categories it may be shown. `invited`: a
 * guardian, who stands to it by an invitation to the person and never by an organisation.
 */
export type VisibilityClass = 'full' | 'partner' | 'numberOnly' | 'invited';
export type CaseAccess = { readonly class: VisibilityClass; readonly categories: readonly Category[] };

/** One row of `case_access`: what one organisation may see of one case, derived from accepted events. */
export type CaseAccessRow = CaseAccess & { readonly org: string };

/** A case as far as access asks about it. */
export type CaseWithAccess = { readonly id: string; readonly access: readonly CaseAccessRow[] };
