import type { FacilityKind, Words } from '@kaerimichi/discharge';
import type { Remark } from './facility.ts';
import type { PartRead } from './read-table.ts';
import { releasedOn } from './released-on.ts';

/** One list of a file, as it is told of. */
export type FilePart = {
  /** File in the ZIP, sheet; empty for a file that is one list. */
  readonly at: string;
  /** null where it holds no facilities: `holds` says what it is instead. */
  readonly list: string | null;
  readonly holds: Words | null;
  readonly releasedOn: string | null;
  readonly encoding: string | null;
  /** read = facilities + again + refused, by rows. */
  readonly read: number;
  readonly refused: number;
  /** Rows of a facility of which an earlier row of this file was. */
  readonly again: number;
  readonly kinds: Readonly<Partial<Record<FacilityKind, number>>>;
};

/** A part before its rows are gathered: how it was read, where it stands, and what was noticed on the way. */
export type Part = {
  readonly at: string;
  readonly names: readonly string[];
  readonly encoding: string | null;
  readonly read: PartRead;
  readonly remarks: readonly Remark[];
};

/** Of which day a part is, as far as anything in it says. */
export const dayOfPart = ({ read, names }: Part): string | null =>
  releasedOn(read.is === 'list' ? read.titles : [], names);
