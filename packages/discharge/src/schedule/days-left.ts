import type { CaseFacts } from '../facts.ts';
import { planOf } from '../requirement.ts';
import { standingOf } from '../requirements.ts';
import { trainingLeft } from '../tracks/training/requirements.ts';
import type { Day } from '../vocabulary.ts';
import { leadTimes, type PlannedId } from './lead-times.ts';

/** How many things the plan asks of a condition that is met when all are. */
const counted: Readonly<Partial<Record<PlannedId, (plan: NonNullable<CaseFacts['plan']>) => number>>> = {
  communityReady: plan => plan.roles.length,
  equipmentReady: plan => plan.devices.length,
  entitlementsReady: plan => plan.entitlements.length,
};

/** Business days that a condition still takes: of what is made of several things, in the share that is open. At least one, where it takes any. */
export function daysLeft(code: PlannedId, facts: CaseFacts, on: Day): number {
  const { days } = leadTimes[code];
  return days === 0 ? 0 : Math.max(1, Math.ceil(days * shareLeft(code, facts, on)));
}

function shareLeft(code: PlannedId, facts: CaseFacts, on: Day): number {
  if (code === 'trainingReady') return trainingLeft(facts, on);
  const plan = planOf(facts);
  const all = plan && counted[code]?.(plan);
  if (!all) return 1;
  const left = standingOf(code, facts, on).check.params?.left;
  return typeof left === 'number' ? Math.min(1, left / all) : 1;
}
