import { type CaseFacts, type Check, checksOf, type Day, isOpenCheck } from '@kaerimichi/discharge';
import { requirements, standingOf } from '@kaerimichi/discharge/chart';

/** Items of the checklists that are still to be done: where an item is a condition of a move and that is met, it is done. */
export const openChecks = (facts: CaseFacts, on: Day): Check[] =>
  checksOf(facts).filter(check => isOpenCheck(check) && !isMet(check, facts, on));

/**
 * Whether the condition that an item is, is met by something that was recorded: one that is met because nothing asks for it
 * yet (power, before a device is known) has been seen to by nobody, and a waived one neither.
 */
export function isMet({ requirement }: Check, facts: CaseFacts, on: Day): boolean {
  if (requirement === null || !requirements.has(requirement)) return false;
  const { how, check } = standingOf(requirement, facts, on);
  return (how === 'met' || how === 'beforeAdoption') && (check.evidence !== undefined || check.params?.left === 0);
}
