import type { CaseFacts } from '../facts.ts';
import { type RequirementId, requirements } from '../requirements.ts';
import { isEarlierStage } from '../stage-order.ts';
import type { Day } from '../vocabulary.ts';

/** Regions of preparation and the requirement that each follows. */
export const trackRequirements = {
  community: 'communityReady',
  training: 'trainingReady',
  equipment: 'equipmentReady',
  entitlements: 'entitlementsReady',
} as const satisfies Record<string, RequirementId>;

/** A track reads facts and adoption only: it is never waived, the requirement that reads it is. */
export function isTrackReady(facts: CaseFacts, id: RequirementId, on: Day): boolean {
  const requirement = requirements.get(id);
  if (!requirement) return false;
  if (facts.adopted && isEarlierStage(requirement.stage, facts.adopted.stage)) return true;
  return requirement.isMet(facts, on).ok;
}
