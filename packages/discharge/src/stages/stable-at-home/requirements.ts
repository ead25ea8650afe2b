import type { CaseFacts } from '../../facts.ts';
import { isReviewOpen } from '../../handoff/open-points.ts';
import { met, type RequirementTable, unmet } from '../../requirement.ts';

const isLive = (status: string) => !['draft', 'declined', 'withdrawn'].includes(status);

/** What is still open, in the order in which it is asked about. */
function firstOpen(facts: CaseFacts) {
  const hold = facts.holds[0];
  if (hold) return { event: 'hold.removed', fill: { holdId: hold.id } };
  const asked = facts.handoffs.find(
    ({ status, questions }) => isLive(status) && questions.some(({ answered }) => !answered),
  );
  const question = asked?.questions.find(({ answered }) => !answered);
  if (asked && question) return { event: 'handoff.answered', fill: { handoffId: asked.id, questionId: question.id } };
  const handoff = facts.handoffs.find(({ status }) => ['sent', 'opened', 'questioned', 'answered'].includes(status));
  if (handoff) return { event: 'handoff.withdrawn', fill: { handoffId: handoff.id } };
  const review = facts.handoffs.find(isReviewOpen);
  if (review) return { event: 'handoff.reviewAnswered', fill: { handoffId: review.id } };
  const item = facts.actionItems.find(({ closedOn }) => !closedOn);
  return item ? { event: 'actionItem.closed', fill: { actionItemId: item.id } } : null;
}

export const stableAtHomeRequirements = {
  adultClosedOrReason: {
    text: { ja: '成人移行が終わった、または理由に署名がある', en: 'Adult transition has ended, or a reason is signed' },
    todo: { ja: '成人移行を終えるか、理由に署名する', en: 'End the adult transition, or sign a reason' },
    waivable: 'no',
    fix: 'adult.stayed',
    turn: 'dischargeNurse',
    isMet: facts => {
      if (!facts.adult) return met();
      const ended = facts.adult.ended ?? facts.adult.signedReason;
      if (ended) return met(ended);
      return { ...unmet(), fix: { event: facts.adult.openedOn ? 'adult.stayed' : 'adult.reasonSigned' } };
    },
  },
  nothingOpen: {
    text: {
      ja: '未解決の停止理由・質問・宿題・引き継ぎがない',
      en: 'No open hold, question, action item or unaccepted handoff',
    },
    todo: {
      ja: '停止理由・質問・宿題・引き継ぎの残りを解決する',
      en: 'Settle every open hold, question, action item and handoff',
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
