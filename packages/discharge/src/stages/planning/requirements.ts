import type { CaseFacts } from '../../facts.ts';
import { type Check, type RequirementTable, recordedThisRound, unmet } from '../../requirement.ts';
import type { Stamp } from '../../stamp.ts';

/** A changed plan is explained and given again: the step counts only when it came after the newest version. */
function afterPlan(facts: CaseFacts, step: Stamp | undefined): Check {
  const { plan } = facts;
  if (step && plan && step.seq > plan.seq) return recordedThisRound(facts, step);
  return { ...unmet(), since: plan?.round === facts.round ? plan.on : undefined };
}

export const planningRequirements = {
  inHouseConferenceHeld: {
    text: { ja: '院内カンファレンスを開いた', en: 'In-house conference held' },
    todo: { ja: '院内カンファレンスを開く', en: 'Hold the in-house conference' },
    waivable: 'yes',
    fix: 'inHouseConference.held',
    turn: 'dischargeNurse',
    isMet: facts => recordedThisRound(facts, facts.inHouseConference),
  },
  planWritten: {
    text: { ja: '退院支援計画書を作った', en: 'Discharge plan written' },
    todo: { ja: '退院支援計画書を作る', en: 'Write the discharge plan' },
    waivable: 'no',
    fix: 'plan.written',
    turn: 'dischargeNurse',
    isMet: facts => recordedThisRound(facts, facts.plan),
  },
  planExplained: {
    text: { ja: '計画を家族に説明した', en: 'Plan explained to the family' },
    todo: { ja: '計画を家族に説明する', en: 'Explain the plan to the family' },
    waivable: 'no',
    fix: 'plan.explained',
    turn: 'dischargeNurse',
    isMet: facts => afterPlan(facts, facts.planExplained),
  },
  planHandedOver: {
    text: { ja: '計画書を家族に渡した', en: 'Plan handed to the family' },
    todo: { ja: '計画書を家族に渡す', en: 'Hand the plan to the family' },
    waivable: 'no',
    fix: 'plan.handedOver',
    turn: 'dischargeNurse',
    isMet: facts => afterPlan(facts, facts.planHandedOver),
  },
} as const satisfies RequirementTable;
