import type { Words } from '@kaerimichi/discharge';
import type { Facility, FacilityRead } from '../facility.ts';
import type { Cells } from '../header.ts';

/** What stands around the rows of a table: titles above its header, names of file and sheet. */
export type Around = { readonly titles: readonly string[]; readonly names: readonly string[] };

type Common = {
  /** Columns by which the layout is known; of several names any. */
  readonly needs: readonly (string | readonly string[])[];
};

/** How one publisher lays out a list. It is known by its columns, never by the name of its file. */
export type TableLayout = Common & {
  readonly list: string;
  readonly read: (cells: Cells, around: Around) => FacilityRead;
  /** Several rows may be of one facility: what they say of it together. Without it, a second row is one too many. */
  readonly join?: (one: Facility, other: Facility) => Facility;
};

/** A list that holds no facilities, and what it is. */
export type OtherTable = Common & { readonly holds: Words };

/** A list without a header, known by the shape of its rows. */
export type BareLayout = {
  readonly isRow: (cells: readonly string[]) => boolean;
} & ({ readonly list: string; readonly read: (cells: readonly string[]) => FacilityRead } | { readonly holds: Words });
