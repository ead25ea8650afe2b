import type { CaseFacts } from '../../facts.ts';
import { met, ofThisRound, type RequirementTable, recordedThisRound, unmet } from '../../requirement.ts';

type Conference = CaseFacts['conferences'][number];
type Stay = CaseFacts['stays'][number];

/** The joint conference held last in this round. */
export function lastConference(facts: CaseFacts): Conference | undefined {
  return ofThisRound(facts, facts.conferences)
    .filter(conference => conference.kind === 'joint' && conference.heldSeq)
    .sort((a, b) => (b.heldSeq ?? 0) - (a.heldSeq ?? 0))[0];
}

/** The stay at home that ended last in this round; a rehearsal in hospital counts only when no stay at home is planned. */
function lastStay(facts: CaseFacts): Stay | undefined {
  const stays = ofThisRound(facts, facts.stays);
  const atHome = stays.filter(stay => stay.kind === 'home');
  return (atHome.length > 0 ? atHome : stays)
    .filter(stay => stay.status === 'ended')
    .sort((a, b) => (b.endedSeq ?? 0) - (a.endedSeq ?? 0))[0];
}

export const jointConferenceRequirements = {
  conferenceHeld: {
    text: {
      ja: '退院前共同カンファレンスを開いた(訪問看護を使うときは訪問看護師の出席)',
      en: 'Joint conference held (with the visiting nurse, when there is home nursing)',
    },
    waivable: 'no',
    fix: 'conference.held',
    turn: 'dischargeNurse',
    isMet: facts => {
      const held = lastConference(facts);
      if (!held) {
        const planned = ofThisRound(facts, facts.conferences).find(other => other.kind === 'joint' && !other.heldOn);
        return planned
          ? { ...unmet(), fix: { event: 'conference.held', fill: { conferenceId: planned.id } } }
          : { ...unmet(), fix: { event: 'conference.planned', fill: { conferenceKind: 'joint' } } };
      }
      const nurseNeeded = facts.plan?.homeNursing && !held.attended.includes('visitingNurse');
      return nurseNeeded
        ? { ...unmet(), fix: { event: 'conference.planned' } }
        : met({ seq: held.heldSeq ?? held.seq, on: held.on });
    },
  },
  minutesApproved: {
    text: { ja: '議事録を承認した', en: 'Minutes approved' },
    waivable: 'no',
    fix: 'minutes.approved',
    turn: 'doctor',
    isMet: facts => {
      const held = lastConference(facts);
      if (held?.minutes === 'approved') return met(held);
      const fill = held ? { fill: { conferenceId: held.id } } : {};
      return {
        ...unmet(),
        fix: { event: held?.minutes === 'drafted' ? 'minutes.approved' : 'minutes.drafted', ...fill },
      };
    },
  },
  actionItemsOwned: {
    text: {
      ja: '宿題すべてに担当と期限がある(残り {left})',
      en: 'Every action item has an owner and a date ({left} left)',
    },
    waivable: 'no',
    fix: 'actionItem.assigned',
    turn: 'dischargeNurse',
    isMet: facts => {
      const loose = facts.actionItems.filter(item => !item.closedOn && !(item.owner && item.dueOn));
      return loose[0]
        ? {
            ...unmet({ left: loose.length }),
            fix: { event: 'actionItem.assigned', fill: { actionItemId: loose[0].id } },
          }
        : met(undefined, { left: 0 });
    },
  },
  lastConferenceAfterLastStay: {
    text: { ja: '最後の外泊のあとに共同カンファレンスを開いた', en: 'A joint conference was held after the last stay' },
    waivable: 'yes',
    fix: 'conference.held',
    turn: 'dischargeNurse',
    isMet: facts => {
      const held = lastConference(facts);
      const stay = lastStay(facts);
      return held && (held.heldSeq ?? 0) > (stay?.endedSeq ?? 0)
        ? met(held)
        : { ...unmet(), fix: { event: 'conference.planned' } };
    },
  },
  trialStaySucceeded: {
    text: {
      ja: '試験外泊がうまくいった(または「行わない」と決めた)',
      en: 'A trial stay succeeded (or none is planned)',
    },
    waivable: 'yes',
    fix: 'trialStay.planned',
    turn: 'dischargeNurse',
    isMet: facts => {
      const stay = lastStay(facts);
      if (stay?.result === 'succeeded') return met({ seq: stay.endedSeq ?? stay.seq, on: stay.on });
      return stay ? unmet() : recordedThisRound(facts, facts.stayNotPlanned);
    },
  },
  dischargeDayPlanned: {
    text: { ja: '退院予定日を決めた', en: 'The day of discharge is planned' },
    waivable: 'no',
    fix: 'dischargeDay.planned',
    turn: 'dischargeNurse',
    isMet: facts => recordedThisRound(facts, facts.dischargeDay),
  },
} as const satisfies RequirementTable;
