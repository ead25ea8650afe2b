import type { CaseFacts } from '../../facts.ts';
import { adultRequirements } from './requirements.ts';

export const adultLevels = ['none', 'prompted', 'open', 'mapped', 'sharedCare', 'transferred', 'stayed'] as const;
export type AdultLevel = (typeof adultLevels)[number];

/** How far the transition to adult care has come, from the facts alone. */
export function adultLevel(facts: CaseFacts): AdultLevel {
  const { adult } = facts;
  if (!adult) return 'none';
  if (adult.ended) return adult.ended.how;
  if (!adult.openedOn) return adult.promptedOn ? 'prompted' : 'none';
  if (!adultRequirements.everyServiceMapped.isMet(facts).ok) return 'open';
  return adult.visits.length > 0 ? 'sharedCare' : 'mapped';
}

/** While the transition runs, a child at home stands in the column of adult care. */
export const isAdultActive = (level: string): boolean => ['open', 'mapped', 'sharedCare'].includes(level);
