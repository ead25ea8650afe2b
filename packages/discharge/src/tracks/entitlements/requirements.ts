import type { CaseFacts } from '../../facts.ts';
import { met, planOf, type RequirementTable, unmet, withoutPlan } from '../../requirement.ts';
import type { Day } from '../../vocabulary.ts';

function isSettled(facts: CaseFacts, kind: string, on: Day): boolean {
  const entry = facts.entitlements.find(other => other.kind === kind);
  if (!entry || entry.state === 'needed' || entry.state === 'refused') return false;
  return entry.state !== 'granted' || (!entry.lapsedOn && !(entry.until && entry.until < on));
}

export const entitlementRequirements = {
  entitlementsReady: {
    text: {
      ja: '制度の手続きが済んだ、または申請中',
      en: 'Entitlements settled or applied for',
    },
    todo: { ja: '制度の手続きを申請まで済ませる', en: 'Settle or apply for the entitlements' },
    waivable: 'yes',
    isChoice: true,
    fix: 'entitlement.updated',
    turn: 'dischargeNurse',
    isMet: (facts, on) => {
      const plan = planOf(facts);
      if (!plan) return withoutPlan;
      const [kind, ...more] = plan.entitlements.filter(wanted => !isSettled(facts, wanted, on));
      if (!kind) return met(facts.entitlements.at(-1), { left: 0 });
      const since = facts.entitlements.find(other => other.kind === kind)?.lapsedOn;
      return { ...unmet({ left: more.length + 1 }), since, fix: { event: 'entitlement.updated', fill: { kind } } };
    },
  },
} as const satisfies RequirementTable;
