import type { Category, RoleId } from '@kaerimichi/discharge';
import type { SendableEvent } from './event-groups.ts';
import type { VisibilityClass } from './viewer.ts';

/**
 * W write · R read · `writeOwn` reads all and writes its own part (W own) · S summary · `own` only what concerns its own
 * part (people.md).
 */
export type Right = 'write' | 'read' | 'writeOwn' | 'summary' | 'own';

/** A row of the matrix: a category that is not named is not seen. */
export type Sight = Readonly<Partial<Record<Category, Right>>>;

/** What a role may do and see: its row of the matrix and the events it sends, by relation to the case. */
export type Role = {
  readonly id: RoleId;
  readonly sees: {
    /** In a case that its own organisation leads; without this row, such a case is seen as a partner sees it. */
    readonly full?: Sight;
    /** In a case of another organisation, narrowed to what consent names. */
    readonly partner?: Sight;
    /** In the one case to which the person was invited, narrowed to what the invitation names; never by organisation. */
    readonly invited?: Sight;
  };
  readonly sends: Readonly<Partial<Record<VisibilityClass, readonly SendableEvent[]>>>;
  /** Makes exceptions in cases of its own organisation, in memberships with `mayWaive`. */
  readonly waives?: true;
  readonly mayRegister?: true;
  readonly mayImport?: true;
  /** Reads public lists of facilities in, beside whoever imports files at all. */
  readonly mayKeepResources?: true;
  readonly mayAdminister?: true;
  /** Reads what proves the pathway, beside whoever administers an organisation. */
  readonly readsProof?: true;
  /** Is told what the own organisation counts of itself, where it leads cases (docs/decisions/035). */
  readonly mayCountHouse?: true;
  /** Is told how many cases the network has, never which. */
  readonly mayCount?: true;
};
