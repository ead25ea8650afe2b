import type { CaseView } from '@kaerimichi/contracts';
import { isItem, itemsOf } from '../form/items-of.ts';

/** Whether the plan wants an interpreter, or one takes part: whoever calls the family should know before. */
export function needsInterpreter(view: Pick<CaseView, 'facts'>): boolean {
  const plan = view.facts.plan?.plan;
  const roles = isItem(plan) && Array.isArray(plan.roles) ? plan.roles : [];
  const isOn = (state: unknown) => state !== 'declined' && state !== 'ended';
  return (
    roles.includes('interpreter') ||
    itemsOf(view, 'team').some(entry => entry.function === 'interpreter' && isOn(entry.state))
  );
}
