import type { CaseFacts } from '../../facts.ts';
import { met, type RequirementTable, unmet } from '../../requirement.ts';

/** What is still open, in the order in which it is asked about. */
function firstOpen(facts: CaseFacts) {
  const hold = facts.holds[0];
  if (hold) return { event: 'hold.removed', fill: { holdId: hold.id } };
  const handoff = facts.handoffs.find(({ status }) => ['sent', 'opened', 'questioned', 'answered'].includes(status));
  if (handoff) return { event: 'handoff.withdrawn', fill: { handoffId: handoff.id } };
  const item = facts.actionItems.find(({ closedOn }) => !closedOn);
  return item ? { event: 'actionItem.closed', fill: { actionItemId: item.id } } : null;
}

export const stableAtHomeRequirements = {
  adultClosedOrReason: {
    text: { ja: '成人移行が終わったか、理由に署名した', en: 'Adult transition has ended, or a reason is signed' },
    waivable: 'no',
    fix: 'adult.stayed',
    turn: 'dischargeNurse',
    isMet: facts => {
      if (!facts.adult) return met();
      const ended = facts.adult.ended ?? facts.adult.signedReason;
      return ended ? met(ended) : unmet();
    },
  },
  nothingOpen: {
    text: {
      ja: '未解決の停止理由・質問・宿題・引き継ぎがない',
      en: 'No open hold, question, action item or unaccepted handoff',
    },
    waivable: 'no',
    fix: 'hold.removed',
    turn: 'dischargeNurse',
    isMet: facts => {
      const open = firstOpen(facts);
      return open ? { ...unmet(), fix: open } : met();
    },
  },
} as const satisfies RequirementTable;
