import { addDays } from '@kaerimichi/rules/calendar';
import type { CaseState } from '../decide.ts';
import { eventsByType } from '../events.ts';
import { handoffEvents } from '../handoff/events.ts';
import { nextStay } from '../stages/preparing/requirements.ts';
import { bodyOf } from './body-of.ts';
import { planBody } from './phases.ts';
import type { ScriptEvent } from './script.ts';

/** The side of a network that usually sends an event; the lead's nurse sends the rest. */
const senders: Readonly<Record<string, string>> = {
  'handoff.opened': 'hvn',
  'handoff.sectionConfirmed': 'hvn',
  'handoff.asked': 'hvn',
  'handoff.accepted': 'hvn',
  'handoff.declined': 'hvn',
  'handoff.taughtBack': 'hvn',
  'handoff.reviewed': 'hvn',
  'adult.prompted': 'clock',
  'fact.lapsed': 'clock',
  'fact.begun': 'clock',
  'conference.guestAnswered': 'clock',
  'handoff.paperAcknowledged': 'clock',
  'minutes.guestConfirmed': 'clock',
  'due.neared': 'clock',
  'due.reminded': 'clock',
  'due.escalated': 'clock',
  'answer.reminded': 'clock',
  'answer.escalated': 'clock',
  'rules.adopted': 'clock',
  'requirement.waived': 'head',
  'requirement.waiverRefused': 'head',
  'child.died': 'doctor',
  'lead.accepted': 'regional',
};

/** A skill that was seen alone once. */
const awaited = ({ facts }: CaseState) => facts.skills.find(({ firstBy }) => firstBy !== undefined);

/** Choices of a body that say yes, as a nurse's would who wants to get on. */
const wanted: Readonly<Record<string, (state: CaseState, on: string) => Record<string, unknown>>> = {
  'case.registered': () => ({ lead: 'org-kodomo' }),
  'interview.held': () => ({ outcome: 'held' }),
  'wish.recorded': () => ({ wish: 'home' }),
  'consent.recorded': (_state, on) => ({ scope: 'hospital', from: on }),
  'plan.written': () => ({ ...planBody, rolesNotNeeded: undefined }),
  'candidate.asked': state => ({ organisation: `org-${state.facts.team.length}` }),
  'candidate.answered': () => ({ answer: 'accepted' }),
  'skill.assessed': state => ({
    level: 4,
    caregiver: awaited(state)?.caregiver ?? `caregiver-${state.facts.skills.length}`,
  }),
  'device.chosen': () => ({ electric: true, atHome: true, consumables: true, vendorPhone24h: true }),
  'home.checked': () => ({ home: true, power: true, powerPlan: true }),
  'entitlement.updated': () => ({ state: 'notNeeded' }),
  'trialStay.planned': (_state, on) => ({ stayKind: 'home', stationVisits: true, from: on, to: addDays(on, 1) }),
  'conference.held': (_state, on) => ({ attended: ['visitingNurse'], dischargeOn: on, actionItems: [{ id: 'a1' }] }),
  'order.issued': (_state, on) => ({ from: on, until: addDays(on, 150) }),
  'condition.assessed': () => ({ stable: true }),
  'handoff.composed': () => ({ recipient: undefined, outside: '島の訪問看護', content: '電話のとおり' }),
  'handoff.accepted': ({ facts }, on) => ({
    withConditions: false,
    firstVisitOn: facts.handoffs.some(({ org }) => org) ? addDays(on, 1) : undefined,
  }),
  'handoff.taughtBack': () => ({ sure: false }),
  'difference.resolved': () => ({ resolved: 50 }),
  'trialStay.begun': ({ facts }) => ({ stayId: nextStay(facts)?.id ?? 'none' }),
  'visit.recorded': () => ({ differences: 2, areas: undefined }),
  'evaluation.admitted': ({ facts }) => {
    const asked = facts.evaluations.find(({ status }) => status === 'requested' || status === 'bedHeld');
    return asked ? { evaluationId: asked.id } : {};
  },
  'evaluation.recorded': () => ({ changesCare: true }),
  'adult.serviceMapped': () => ({ state: 'transferred' }),
  'rules.adopted': ({ facts }) => ({ lead: facts.lead, version: (facts.rules?.version ?? 0) + 1 }),
  'birth.recorded': (_state, on) => ({ bornOn: on }),
};

const first = { pick: () => 0, chance: (probability: number) => probability > 0.5 };

const isOfHandoff = (type: string) => handoffEvents.some(definition => definition.type === type);

/** One typical event of a type for a case, with fields that its form would have filled in. */
export function representative(
  type: string,
  at: { state: CaseState; on: string; day: number; seq: number; fill?: Readonly<Record<string, string>> | undefined },
): ScriptEvent {
  const { state, on, day, seq, fill } = at;
  const body = { ...bodyOf(type, { state, on, seq, choices: first }), ...wanted[type]?.(state, on), ...fill };
  // A question is asked about a handoff that a body has just named.
  const id = type === 'handoff.asked' ? undefined : eventsByType.get(type)?.item?.field;
  if (id && !fill?.[id]) body[id] = `${id}-${seq}`;
  if (isOfHandoff(type) && state.facts.handoffs.every(({ org }) => !org)) return { day, by: 'dsn', type, body };
  // Whom one nurse saw alone, a second one sees.
  if (type === 'skill.assessed' && awaited(state)) return { day, by: 'dsn2', type, body };
  return { day, by: senderOf(type, body), type, body };
}

/** Who sends an event, when nobody in particular is meant. */
export const senderOf = (type: string, body: Record<string, unknown>): string =>
  (type === 'visit.signed' || type === 'visit.recorded') && body.side === 'station' ? 'hvn' : (senders[type] ?? 'dsn');
