import type { StateBefore } from '@kaerimichi/casework';
import { pathwayVersion, upgradeState } from '@kaerimichi/discharge/chart';
import { z } from 'zod';

/** Rows that do not say of which version they are, are of the first. */
const keptBefore = z.object({ pathwayVersion: z.int().default(1), value: z.unknown(), facts: z.unknown() });

/**
 * The state that a move's row keeps, as the present pathway understands it: it may be older than the case's own state,
 * and goes the same way. Throws where none leads here.
 */
export function toStateBefore(kept: unknown, upgrade = upgradeState): StateBefore | null {
  return kept === null ? null : { pathwayVersion, ...upgrade(keptBefore.parse(kept)) };
}
