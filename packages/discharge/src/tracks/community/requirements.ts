import type { CaseFacts } from '../../facts.ts';
import {
  latestDay,
  latestOf,
  met,
  notInPlan,
  planOf,
  type RequirementTable,
  type Turn,
  unmet,
  withoutPlan,
} from '../../requirement.ts';
import { turnOfPart } from '../../turn-of-part.ts';
import type { TeamFunction } from '../../vocabulary.ts';

const hasState = (facts: CaseFacts, role: TeamFunction, states: readonly string[]) =>
  facts.team.some(entry => entry.function === role && states.includes(entry.state));

/** Roles of the plan that no candidate was asked for. */
const notAsked = (facts: CaseFacts) =>
  (planOf(facts)?.roles ?? []).filter(role => !hasState(facts, role, ['asked', 'accepted']));
/** Roles of the plan without a named organisation that accepted. */
const notAccepted = (facts: CaseFacts) =>
  (planOf(facts)?.roles ?? []).filter(role => !hasState(facts, role, ['accepted']));

/** The day on which a candidate for a role last said no, or gave it up: somebody else is to be asked from then on. */
const refusedOn = (facts: CaseFacts, role: TeamFunction) =>
  latestDay(
    facts.team.flatMap(entry =>
      entry.function === role && (entry.state === 'declined' || entry.state === 'ended') ? [entry.answeredOn] : [],
    ),
  );

/** Who was asked answers; where nobody waits, somebody is asked. */
function nextEnquiry(facts: CaseFacts, role: TeamFunction) {
  const asked = facts.team.find(entry => entry.function === role && entry.state === 'asked');
  return asked
    ? { event: 'candidate.answered', fill: { candidateId: asked.id } }
    : { event: 'candidate.asked', fill: { function: role } };
}

/** The candidate asked longest ago that has not answered: it is their turn. */
function waitingFor(facts: CaseFacts): Turn | null {
  const [first] = facts.team
    .filter(entry => entry.state === 'asked' && entry.org)
    .sort((a, b) => (a.askedOn ?? '').localeCompare(b.askedOn ?? ''));
  return first?.askedOn ? turnOfPart(facts, { ...first, since: first.askedOn }) : null;
}

export const communityRequirements = {
  communityCandidatesAsked: {
    text: { ja: '地域の受け手すべてに打診した', en: 'Candidates asked for every role' },
    todo: { ja: '地域の受け手に打診する', en: 'Ask a candidate for every role' },
    waivable: 'no',
    fix: 'candidate.asked',
    turn: 'dischargeNurse',
    isMet: facts => {
      if (!planOf(facts)) return withoutPlan;
      const [role, ...more] = notAsked(facts);
      if (!role) return met(latestOf(facts.team), { left: 0 });
      return {
        ...unmet({ left: more.length + 1 }),
        since: refusedOn(facts, role),
        fix: { event: 'candidate.asked', fill: { function: role } },
      };
    },
  },
  communityReady: {
    text: { ja: '地域の受け手が決まった', en: 'Every role in the community has accepted' },
    todo: { ja: '地域の受け手を決める', en: 'Settle who takes each role in the community' },
    waivable: 'yes',
    fix: 'candidate.answered',
    turn: 'dischargeNurse',
    turnOf: waitingFor,
    isMet: facts => {
      const plan = planOf(facts);
      if (!plan) return withoutPlan;
      if (plan.homeNursing && plan.roles.length === 0) return notInPlan('地域の受け手の役割', 'roles in the community');
      const [role, ...more] = notAccepted(facts);
      if (!role) return met(latestOf(facts.team), { left: 0 });
      return { ...unmet({ left: more.length + 1 }), since: refusedOn(facts, role), fix: nextEnquiry(facts, role) };
    },
  },
} as const satisfies RequirementTable;
