import type { Category, RoleId } from '@kaerimichi/discharge';
import type { VisibilityClass } from './viewer.ts';

/** W write · R read · S summary · own: what concerns one's own part (people.md). */
export type Right = 'write' | 'read' | 'summary' | 'own';

/** What a role may do and see: its row of the matrix, and the events it sends by relation to the case. */
export type Role = {
  readonly id: RoleId;
  readonly sees: Partial<Record<Category, Right>>;
  readonly sends: Partial<Record<VisibilityClass, readonly string[]>>;
  readonly mayRegister?: true;
  readonly mayImport?: true;
  readonly mayAdminister?: true;
};
