import type { CaseFacts } from './facts.ts';
import type { Turn } from './requirement.ts';
import { roleOfFunction, type TeamFunction } from './vocabulary.ts';

type Part = { readonly org?: string | undefined; readonly function: TeamFunction; readonly since: string };

/** Whose turn it is while a part waits for its answer: whoever answers for it there, else the lead, who asks them. */
export function turnOfPart(facts: CaseFacts, { org, function: part, since }: Part): Turn {
  const role = roleOfFunction[part];
  return org && role ? { org, role, since } : { org: facts.lead, role: 'dischargeNurse', since };
}
