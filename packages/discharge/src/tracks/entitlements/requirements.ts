import type { CaseFacts } from '../../facts.ts';
import { met, planOf, type RequirementTable, unmet, withoutPlan } from '../../requirement.ts';
import type { Day } from '../../vocabulary.ts';

function isSettled(facts: CaseFacts, kind: string, on: Day): boolean {
  const entry = facts.entitlements.find(other => other.kind === kind);
  if (!entry || entry.state === 'needed') return false;
  return entry.state !== 'granted' || (!entry.lapsedOn && !(entry.until && entry.until < on));
}

export const entitlementRequirements = {
  entitlementsReady: {
    text: {
      ja: '制度の手続きが済んだか、申請した(残り {left})',
      en: 'Entitlements settled or applied for ({left} left)',
    },
    waivable: 'yes',
    fix: 'entitlement.updated',
    turn: 'dischargeNurse',
    isMet: (facts, on) => {
      const plan = planOf(facts);
      if (!plan) return withoutPlan;
      const left = plan.entitlements.filter(kind => !isSettled(facts, kind, on)).length;
      return left === 0 ? met(facts.entitlements.at(-1), { left }) : unmet({ left });
    },
  },
} as const satisfies RequirementTable;
