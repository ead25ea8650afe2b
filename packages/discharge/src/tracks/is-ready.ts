import type { CaseFacts } from '../facts.ts';
import { type RequirementId, standingOf } from '../requirements.ts';
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
  return standingOf(id, facts, on).check.ok;
}
