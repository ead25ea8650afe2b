import type { CaseFacts } from '../../facts.ts';
import {
  latestDay,
  met,
  ofThisRound,
  planOf,
  type RequirementTable,
  recordedThisRound,
  type Turn,
  unmet,
} from '../../requirement.ts';
import type { Stamp } from '../../stamp.ts';
import { daysOfStay, nextStay } from '../preparing/requirements.ts';

type Conference = CaseFacts['conferences'][number];
type Stay = CaseFacts['stays'][number];

type Happened = { readonly on?: string | undefined; readonly seq?: number | undefined };

/** Order of happening: by day, on one day by recording; minutes entered late do not make a conference later. */
const byDay = (a: Happened, b: Happened) => (a.on ?? '').localeCompare(b.on ?? '') || (a.seq ?? 0) - (b.seq ?? 0);
const held = ({ heldOn, heldSeq }: Conference): Happened => ({ on: heldOn, seq: heldSeq });
const ended = ({ endedOn, endedSeq }: Stay): Happened => ({ on: endedOn, seq: endedSeq });

/** The joint conference held last in this round. */
function lastConference(facts: CaseFacts): Conference | undefined {
  return ofThisRound(facts, facts.conferences)
    .filter(conference => conference.kind === 'joint' && conference.heldSeq)
    .sort((a, b) => byDay(held(a), held(b)))
    .at(-1);
}

/** The stay at home that ended last in this round; a rehearsal in hospital counts only when no stay at home is planned. */
function lastStay(facts: CaseFacts): Stay | undefined {
  const stays = ofThisRound(facts, facts.stays);
  const atHome = stays.filter(stay => stay.kind === 'home');
  return (atHome.length > 0 ? atHome : stays)
    .filter(stay => stay.status === 'ended')
    .sort((a, b) => byDay(ended(a), ended(b)))
    .at(-1);
}

/** “No stay” stands until a stay at home is planned after all, or was made since. */
function stayDispensed(facts: CaseFacts): Stamp | undefined {
  const dispensed = facts.stayNotPlanned?.round === facts.round ? facts.stayNotPlanned : undefined;
  const isOver = ofThisRound(facts, facts.stays).some(
    stay => stay.kind === 'home' && dispensed && Math.max(stay.seq, stay.endedSeq ?? 0) > dispensed.seq,
  );
  return isOver ? undefined : dispensed;
}

/** A joint conference that is planned is held next; else one is planned. */
function nextConferenceStep(facts: CaseFacts) {
  const planned = ofThisRound(facts, facts.conferences).find(({ kind, heldOn }) => kind === 'joint' && !heldOn);
  // Of proposed times one is settled first.
  if (planned?.slots)
    return { event: 'conference.planned', fill: { conferenceId: planned.id, conferenceKind: 'joint' } };
  return planned
    ? { event: 'conference.held', fill: { conferenceId: planned.id } }
    : { event: 'conference.planned', fill: { conferenceKind: 'joint' } };
}

/** Whether the draft waits for approval. */
const isDrafted = (last: Conference | undefined): boolean => last?.minutes === 'drafted' && !last.minutesOpen;

/** Nobody can approve what is not written: the nurse's turn from the conference on, the doctor's from the draft on. */
function minutesTurn(facts: CaseFacts): Turn | null {
  const last = lastConference(facts);
  const role = isDrafted(last) ? 'doctor' : 'dischargeNurse';
  return { org: facts.lead, role, since: last?.minutesOn ?? last?.heldOn ?? facts.entry.on };
}

export const jointConferenceRequirements = {
  conferenceHeld: {
    text: {
      ja: '退院前共同カンファレンスを開いた(訪問看護を使うときは訪問看護師の出席)',
      en: 'Joint conference held (with the visiting nurse, when there is home nursing)',
    },
    todo: { ja: '退院前共同カンファレンスを開く', en: 'Hold the joint conference' },
    waivable: 'no',
    fix: 'conference.held',
    turn: 'dischargeNurse',
    isMet: facts => {
      const last = lastConference(facts);
      if (!last) return { ...unmet(), fix: nextConferenceStep(facts) };
      const nurseNeeded = planOf(facts)?.homeNursing && !last.attended.includes('visitingNurse');
      return nurseNeeded
        ? { ...unmet(), fix: nextConferenceStep(facts) }
        : met({ seq: last.heldSeq ?? last.seq, on: last.heldOn });
    },
  },
  minutesApproved: {
    text: { ja: '議事録を承認した', en: 'Minutes approved' },
    todo: { ja: '議事録を承認する', en: 'Approve the minutes' },
    waivable: 'no',
    fix: 'minutes.approved',
    turn: 'doctor',
    turnOf: minutesTurn,
    isMet: facts => {
      const last = lastConference(facts);
      if (last?.minutes === 'approved') return met({ seq: last.minutesSeq ?? last.seq, on: last.minutesOn });
      if (!last) return { ...unmet(), fix: nextConferenceStep(facts) };
      const event = isDrafted(last) ? 'minutes.approved' : 'minutes.drafted';
      return { ...unmet(), fix: { event, fill: { conferenceId: last.id } } };
    },
  },
  actionItemsOwned: {
    text: {
      ja: '宿題すべてに担当と期限がある',
      en: 'Every action item has an owner and a date',
    },
    todo: { ja: '宿題すべての担当と期限を決める', en: 'Give every action item an owner and a date' },
    waivable: 'no',
    fix: 'actionItem.assigned',
    turn: 'dischargeNurse',
    isMet: facts => {
      const items = ofThisRound(facts, facts.actionItems);
      const loose = items.filter(item => !item.closedOn && !(item.owner && item.dueOn));
      return loose[0]
        ? {
            ...unmet({ left: loose.length }),
            fix: { event: 'actionItem.assigned', fill: { actionItemId: loose[0].id } },
          }
        : {
            ...met(undefined, { left: 0 }),
            since: latestDay(items.map(item => item.closedOn ?? item.on)),
          };
    },
  },
  lastConferenceAfterLastStay: {
    text: { ja: '最後の外泊のあとに共同カンファレンスを開いた', en: 'A joint conference was held after the last stay' },
    todo: { ja: '外泊をふまえて共同カンファレンスを開く', en: 'Hold a joint conference after the last stay' },
    waivable: 'yes',
    isChoice: true,
    fix: 'conference.held',
    turn: 'dischargeNurse',
    isMet: facts => {
      const last = lastConference(facts);
      const stay = lastStay(facts);
      return last && (!stay || byDay(held(last), ended(stay)) > 0)
        ? met({ seq: last.heldSeq ?? last.seq, on: last.heldOn })
        : { ...unmet(), since: stay?.endedOn, fix: nextConferenceStep(facts) };
    },
  },
  trialStaySucceeded: {
    text: {
      ja: '試験外泊がうまくいった(または「行わない」と決めた)',
      en: 'A trial stay succeeded (or none is planned)',
    },
    todo: { ja: '試験外泊を行う(または「行わない」と決める)', en: 'Make a trial stay (or decide that there is none)' },
    waivable: 'yes',
    isChoice: true,
    fix: 'trialStay.planned',
    turn: 'dischargeNurse',
    isMet: facts => {
      const stay = lastStay(facts);
      if (stay?.result === 'succeeded')
        return {
          ...met(),
          evidence: { seq: stay.endedSeq ?? stay.seq, ...daysOfStay(stay) },
          since: stay.endedOn,
        };
      const dispensed = stayDispensed(facts);
      if (dispensed) return met(dispensed);
      // A stay begins in preparation: the way to it leads back there.
      return {
        ...unmet(),
        since: stay?.endedOn,
        fix: { event: nextStay(facts) ? 'preparation.resumed' : 'trialStay.planned' },
      };
    },
  },
  dischargeDayPlanned: {
    text: { ja: '退院予定日を決めた', en: 'The day of discharge is planned' },
    todo: { ja: '退院予定日を決める', en: 'Plan the day of discharge' },
    waivable: 'no',
    fix: 'dischargeDay.planned',
    turn: 'dischargeNurse',
    isMet: facts => recordedThisRound(facts, facts.dischargeDay),
  },
} as const satisfies RequirementTable;
