import { consentEndedOn, consentFor } from '../../consent.ts';
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
import { turnOfPart } from '../../turn-of-part.ts';
import type { Day } from '../../vocabulary.ts';
import { nursingOrderOf } from '../preparing/requirements.ts';

type Handoff = CaseFacts['handoffs'][number];

const isAccepted = (handoff: Handoff) => ['accepted', 'acceptedWithConditions', 'closed'].includes(handoff.status);

const isPending = (handoff: Handoff) => ['sent', 'opened', 'questioned', 'answered'].includes(handoff.status);

/** The first visit of this discharge: the one that took place, else the one dated last. */
export const firstVisit = (facts: CaseFacts) =>
  ofThisRound(facts, facts.visits)
    .filter(visit => visit.kind === 'first')
    .sort((a, b) => Math.sign(a.recordedBy.length) - Math.sign(b.recordedBy.length) || a.seq - b.seq)
    .at(-1);

/** Organisations that receive the child's data: handoff recipients and accepted team entries outside the lead. */
function recipients(facts: CaseFacts): string[] {
  const sent = ofThisRound(facts, facts.handoffs).filter(
    handoff => !['draft', 'declined', 'withdrawn'].includes(handoff.status),
  );
  const team = facts.team.filter(entry => entry.state === 'accepted');
  return [...new Set([...sent, ...team].flatMap(({ org }) => (org && org !== facts.lead ? [org] : [])))];
}

const withoutConsent = (facts: CaseFacts, on: Day) => recipients(facts).filter(org => !consentFor(facts, org, on));

/** The day on which a question or a refusal made it the lead's turn again. */
const handedBackOn = (facts: CaseFacts) =>
  latestDay(ofThisRound(facts, facts.handoffs).flatMap(({ turnedOn, decidedOn }) => [turnedOn, decidedOn]));

/** The recipient that has had the handoff longest without deciding. */
function handoffTurn(facts: CaseFacts): Turn | null {
  const handoffs = ofThisRound(facts, facts.handoffs);
  const waiting = handoffs.find(handoff => ['sent', 'opened', 'answered'].includes(handoff.status) && handoff.org);
  if (!waiting?.org) return null;
  const { org, sentOn, turnedOn } = waiting;
  const since = latestDay([sentOn, turnedOn]) ?? waiting.on;
  const part = facts.team.findLast(entry => entry.org === org && entry.state !== 'declined')?.function;
  return turnOfPart(facts, { org, function: part ?? 'visitingNurse', since });
}

/**
 * The newest handoff of this round per station that accepted a part. A station outside the network has no id here:
 * where none is known, every recipient stands for home nursing.
 */
function nursingHandoffs(facts: CaseFacts): Handoff[] {
  const nursing = facts.team.flatMap(({ org, function: part, state }) =>
    part === 'visitingNurse' && state === 'accepted' && org ? [org] : [],
  );
  const newest = new Map(ofThisRound(facts, facts.handoffs).map(handoff => [handoff.org ?? handoff.id, handoff]));
  const toNursing = nursing.flatMap(org => newest.get(org) ?? []);
  return toNursing.length > 0 ? toNursing : [...newest.values()].sort((a, b) => rank(a) - rank(b)).slice(-1);
}

const rank = (handoff: Handoff) => (isAccepted(handoff) ? 2 : isPending(handoff) ? 1 : 0);

/** The step of the handoff loop that comes next. */
function nextHandoffStep(facts: CaseFacts) {
  const live = nursingHandoffs(facts).filter(handoff => !['declined', 'withdrawn'].includes(handoff.status));
  const open = live.find(isPending) ?? live.at(-1);
  if (!open) return { event: 'handoff.composed' };
  const byStatus: Record<string, string> = { draft: 'handoff.sent', questioned: 'handoff.answered' };
  return { event: byStatus[open.status] ?? 'handoff.accepted', fill: { handoffId: open.id } };
}

export const readyForDischargeRequirements = {
  doctorOrderedDischarge: {
    text: { ja: '医師が退院を指示した', en: 'The doctor ordered the discharge' },
    todo: { ja: '退院を指示する', en: 'Order the discharge' },
    waivable: 'no',
    fix: 'discharge.ordered',
    turn: 'doctor',
    isMet: facts => recordedThisRound(facts, facts.dischargeOrder),
  },
  handoffAccepted: {
    text: {
      ja: '訪問看護が引き継ぎを受け入れた(使わないときは理由を書いて例外に)',
      en: 'Home nursing accepted the handoff (no home nursing: waive with the reason)',
    },
    todo: { ja: '訪問看護への引き継ぎを済ませる', en: 'Complete the handoff to home nursing' },
    waivable: 'yes',
    fix: 'handoff.composed',
    turn: 'dischargeNurse',
    turnOf: handoffTurn,
    isMet: facts => {
      const toNursing = nursingHandoffs(facts);
      const accepted = toNursing.find(isAccepted);
      return accepted && !toNursing.some(isPending)
        ? met({ seq: accepted.seq, on: accepted.decidedOn ?? accepted.on })
        : { ...unmet(), since: handedBackOn(facts), fix: nextHandoffStep(facts) };
    },
  },
  firstVisitDated: {
    text: { ja: '初回訪問の日を決めた', en: 'The first visit is dated' },
    todo: { ja: '初回訪問の日を決める', en: 'Date the first visit' },
    waivable: 'yes',
    fix: 'visit.planned',
    turn: 'dischargeNurse',
    isMet: facts =>
      firstVisit(facts)?.plannedOn
        ? met(firstVisit(facts))
        : { ...unmet(), fix: { event: 'visit.planned', fill: { visitKind: 'first' } } },
  },
  nursingOrderCoversFirstVisit: {
    text: { ja: '訪問看護指示書が初回訪問の日を含む', en: 'The home nursing order covers the first visit' },
    todo: {
      ja: '初回訪問の日を含む訪問看護指示書を交付する',
      en: 'Issue a home nursing order that covers the first visit',
    },
    waivable: 'no',
    fix: 'order.issued',
    turn: 'doctor',
    isMet: facts => {
      const plan = planOf(facts);
      if (plan && !plan.homeNursing) return met(plan);
      const order = nursingOrderOf(facts);
      const visitOn = firstVisit(facts)?.plannedOn ?? facts.dischargeDay?.day;
      if (order && visitOn && order.from <= visitOn && visitOn <= order.until) return met(order);
      const since = latestDay([facts.nursingOrder?.lapsedOn, firstVisit(facts)?.on ?? facts.dischargeDay?.on]);
      return { ...unmet(), since, fix: { event: 'order.issued', ...(visitOn ? { fill: { from: visitOn } } : {}) } };
    },
  },
  contactsDayAndNight: {
    text: { ja: '日中と夜間・休日の連絡先が入っている', en: 'Day and night contacts are recorded' },
    todo: { ja: '日中と夜間・休日の連絡先を入れる', en: 'Record day and night contacts' },
    waivable: 'no',
    fix: 'contacts.recorded',
    turn: 'dischargeNurse',
    isMet: facts => {
      const known = ofThisRound(facts, facts.contacts);
      const missing = (['day', 'night'] as const).find(when => !known.some(contact => contact.when === when));
      return missing
        ? { ...unmet(), fix: { event: 'contacts.recorded', fill: { when: missing } } }
        : met(known.find(contact => contact.when === 'night'));
    },
  },
  consentEveryRecipient: {
    text: { ja: '情報を渡す相手すべてへの同意がある', en: 'Consent for every recipient' },
    todo: { ja: '情報を渡す相手すべてへの同意を得る', en: 'Obtain consent for every recipient' },
    waivable: 'no',
    fix: 'consent.recorded',
    turn: 'dischargeNurse',
    isMet: (facts, on) => {
      const left = withoutConsent(facts, on);
      const since = consentEndedOn(facts.consents.filter(({ recipient }) => recipient === left[0]));
      const fill = { scope: 'recipient', ...(left[0] ? { recipient: left[0] } : {}) };
      return left.length === 0
        ? met(undefined, { left: 0 })
        : { ...unmet({ left: left.length }), since, fix: { event: 'consent.recorded', fill } };
    },
  },
  medicationTranscribed: {
    text: { ja: '処方・栄養の指示を書き写して確認した', en: 'Medication and nutrition orders transcribed' },
    todo: { ja: '処方・栄養の指示を書き写して確認する', en: 'Transcribe and check medication and nutrition orders' },
    waivable: 'safety',
    fix: 'medication.transcribed',
    turn: 'wardNurse',
    isMet: facts => recordedThisRound(facts, facts.medicationTranscribed),
  },
  conditionStable: {
    text: {
      ja: '状態が安定している(在宅での看取りのときは例外にできます)',
      en: 'Condition stable (waivable for end of life at home)',
    },
    todo: { ja: '状態が安定しているか判断する', en: 'Assess whether the condition is stable' },
    waivable: 'yes',
    fix: 'condition.assessed',
    turn: 'doctor',
    isMet: facts => recordedThisRound(facts, facts.conditionStable),
  },
  firstOutpatientDated: {
    text: { ja: '初回外来の日を決めた', en: 'The first outpatient visit is dated' },
    todo: { ja: '初回外来の日を決める', en: 'Date the first outpatient visit' },
    waivable: 'yes',
    fix: 'outpatient.dated',
    turn: 'dischargeNurse',
    isMet: facts => recordedThisRound(facts, facts.outpatient),
  },
  municipalityInformed: {
    text: { ja: '市町村・保健師に知らせた', en: 'Municipality informed' },
    todo: { ja: '市町村・保健師に知らせる', en: 'Inform the municipality' },
    waivable: 'yes',
    fix: 'municipality.informed',
    turn: 'dischargeNurse',
    isMet: facts => recordedThisRound(facts, facts.municipalityInformed),
  },
  schoolInformed: {
    text: { ja: '学校・園に知らせた', en: 'School informed' },
    todo: { ja: '学校・園に知らせる', en: 'Inform the school' },
    waivable: 'yes',
    isChoice: true,
    fix: 'school.informed',
    turn: 'dischargeNurse',
    isMet: facts =>
      planOf(facts)?.school === false ? met(facts.plan) : recordedThisRound(facts, facts.schoolInformed),
  },
} as const satisfies RequirementTable;
