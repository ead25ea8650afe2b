import type { FullCard } from './card.ts';
import { consentEndsOf, dueOf } from './deadlines.ts';
import type { CaseState } from './decide.ts';
import type { CaseFacts } from './facts.ts';
import { forwardMove } from './moves.ts';
import { columnOf, flagsOf, positionOf, stageMetas } from './position.ts';
import { sideOf, turnCameOn, turnOf } from './reasons.ts';
import { requirements, standingOf } from './requirements.ts';
import { MOVE, taskKey } from './tasks/task-key.ts';
import type { Day } from './vocabulary.ts';

export type CardIdentity = {
  readonly id: string;
  readonly no: string;
  readonly name: string | null;
  readonly kana: string | null;
  readonly isUnnamed?: boolean;
};

/** The card of a case: next step, what blocks it, whose turn it is, from the same requirements that the chart enforces. */
export function cardOf(identity: CardIdentity, state: CaseState, at: { version: number; on: Day }): FullCard {
  const { facts } = state;
  const position = positionOf(state.value);
  const { column, phase } = columnOf(position);
  const { cond, next, turn, also } = forwardOf(position.stage, facts, at.on);
  const due = dueOf(facts, at.on);
  const consentEnds = consentEndsOf(facts, at.on);
  // Every field by name: spreads cost a third of the whole card, and one is made with every commit.
  return {
    id: identity.id,
    no: identity.no,
    name: identity.name,
    kana: identity.kana,
    ...(identity.isUnnamed ? { unnamed: true as const } : {}),
    bornOn: facts.bornOn ?? null,
    ...(facts.expectedOn && !facts.bornOn ? { expectedOn: facts.expectedOn } : {}),
    gestationWeeks: facts.gestationWeeks ?? null,
    stage: position.stage,
    column,
    phase,
    tracks: position.tracks,
    adult: position.adult,
    needs: facts.needs,
    due,
    ...(consentEnds && due?.kind !== 'lapse.consent' ? { consentEnds } : {}),
    turn,
    ...(also.length > 0 ? { also } : {}),
    holds: holdsOf(facts),
    cond,
    next,
    owners: ownersOf(facts),
    flags: flagsOf(facts, position),
    lead: facts.lead,
    handoffs: facts.handoffs.length,
    version: at.version,
  };
}

/** Dots count the forward move's requirements; next step and turn are those of its first unmet one. */
function forwardOf(stage: string, facts: CaseFacts, on: Day): Forward {
  const move = forwardMove(stage);
  if (!move) return { cond: { done: 0, all: 0 }, next: null, turn: null, also: [] };
  const { needs } = move.params;
  // Not explained in sentences, which nobody reads on a card: this is done with every commit.
  const open = needs.filter(id => standingOf(id, facts, on).how === 'unmet');
  const first = open[0] === undefined ? undefined : requirements.get(open[0]);
  const asked = { facts, on, needs };
  const turn = first
    ? turnOf(first, asked)
    : { org: facts.lead, role: stageMetas.get(stage)?.owner ?? 'dischargeNurse', since: turnCameOn(null, asked) };
  return {
    cond: { done: needs.length - open.length, all: needs.length },
    next: first?.id ?? move.event,
    turn: turn && { ...turn, ...givenTo(facts, first?.id ?? MOVE) },
    also: othersOf(open.slice(1), facts).filter(({ org, role }) => org !== turn?.org || role !== turn?.role),
  };
}

type Forward = Pick<FullCard, 'cond' | 'next' | 'turn'> & Required<Pick<FullCard, 'also'>>;

/** Whose requirements these are, each named once. */
function othersOf(open: readonly string[], facts: CaseFacts): Forward['also'] {
  const sides = new Map<string, Forward['also'][number]>();
  for (const id of open) {
    const requirement = requirements.get(id);
    if (!requirement) continue;
    const { org, role } = sideOf(requirement, facts);
    sides.set(`${org} ${role}`, { org, role });
  }
  return [...sides.values()];
}

/** To whom a turn was given by name. */
function givenTo({ tasks }: CaseFacts, ref: string): Pick<NonNullable<FullCard['turn']>, 'owner' | 'lent'> {
  const given = tasks?.find(({ key }) => key === taskKey('turn', ref));
  return { ...(given?.owner && { owner: given.owner }), ...(given?.lent && { lent: given.lent }) };
}

function holdsOf(facts: CaseFacts): FullCard['holds'] {
  const counts = new Map<string, number>();
  for (const { code } of facts.holds) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, n]) => ({ code, n }));
}

/** Organisations that carry the case: the lead, then those that accepted a part. */
function ownersOf(facts: CaseFacts): string[] {
  const accepted = facts.team.flatMap(({ org, state }) => (org && state === 'accepted' ? [org] : []));
  return [...new Set([facts.lead, ...accepted])].slice(0, 4);
}
