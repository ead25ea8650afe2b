import type { CaseFacts } from '../../facts.ts';
import { met, planOf, type RequirementTable, type Turn, unmet, withoutPlan } from '../../requirement.ts';
import type { TeamFunction } from '../../vocabulary.ts';

const hasState = (facts: CaseFacts, role: TeamFunction, states: readonly string[]) =>
  facts.team.some(entry => entry.function === role && states.includes(entry.state));

/** Roles of the plan that no candidate was asked for. */
const notAsked = (facts: CaseFacts) =>
  (planOf(facts)?.roles ?? []).filter(role => !hasState(facts, role, ['asked', 'accepted']));
/** Roles of the plan without a named organisation that accepted. */
const notAccepted = (facts: CaseFacts) =>
  (planOf(facts)?.roles ?? []).filter(role => !hasState(facts, role, ['accepted']));

/** The candidate asked longest ago that has not answered: it is their turn. */
function waitingFor(facts: CaseFacts): Turn | null {
  const [first] = facts.team
    .filter(entry => entry.state === 'asked' && entry.org)
    .sort((a, b) => (a.askedOn ?? '').localeCompare(b.askedOn ?? ''));
  return first?.org && first.askedOn ? { org: first.org, role: 'visitingNurse', since: first.askedOn } : null;
}

export const communityRequirements = {
  communityCandidatesAsked: {
    text: { ja: '地域の受け手すべてに打診した(残り {left})', en: 'Candidates asked for every role ({left} left)' },
    waivable: 'no',
    fix: 'candidate.asked',
    turn: 'dischargeNurse',
    isMet: facts => {
      if (!planOf(facts)) return withoutPlan;
      const left = notAsked(facts).length;
      return left === 0 ? met(facts.team.at(-1), { left }) : unmet({ left });
    },
  },
  communityReady: {
    text: { ja: '地域の受け手が決まった(残り {left})', en: 'Every role in the community has accepted ({left} left)' },
    waivable: 'yes',
    fix: 'candidate.answered',
    turn: 'dischargeNurse',
    turnOf: waitingFor,
    isMet: facts => {
      if (!planOf(facts)) return withoutPlan;
      const left = notAccepted(facts).length;
      return left === 0 ? met(facts.team.at(-1), { left }) : unmet({ left });
    },
  },
} as const satisfies RequirementTable;
