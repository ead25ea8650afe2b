import { type CaseEvent, changeItem, putItem, stampOf } from '../event.ts';
import type { CaseFacts } from '../facts.ts';
import { rememberTeam } from '../tracks/community/team.ts';
import { roleOfFunction, type TeamFunction } from '../vocabulary.ts';
import { findHandoff } from './step.ts';

type Step = CaseEvent<{ readonly handoffId: string }>;

/** Id of the team's entry of whoever accepted without having been asked; an id has forty characters at most. */
const entryIdOf = (handoffId: string): string => `handoff-${handoffId.slice(-32)}`;

/** The part that somebody of a role takes on for another organisation than the lead. */
const partOfRole: Partial<Record<CaseEvent['by']['role'], TeamFunction>> = {
  visitingNurse: 'visitingNurse',
  doctor: 'homePhysician',
  dischargeNurse: 'regionalHospital',
  wardNurse: 'regionalHospital',
  coordinator: 'hub',
  publicHealthNurse: 'publicHealthNurse',
  supportPlanner: 'supportPlanner',
  school: 'school',
  deviceVendor: 'deviceVendor',
};

/**
 * Facts with whoever accepts a handoff in the team, as an enquiry that is accepted puts it there: the answer to one that
 * waits for the same part, or an entry of its own. Outside the network the lead's own record says who takes part.
 */
export function withPart(facts: CaseFacts, event: Step): CaseFacts {
  const { by, occurredOn, on } = event;
  const part = partOfRole[by.role];
  if (!part || findHandoff(facts, event.body.handoffId)?.org !== by.org || by.org === facts.lead) return facts;
  const own = facts.team.filter(
    entry => entry.org === by.org && (entry.function === part || roleOfFunction[entry.function] === by.role),
  );
  if (own.some(({ state }) => state === 'accepted')) return facts;
  const accepted = { ...stampOf(facts, event), state: 'accepted', answeredOn: occurredOn ?? on } as const;
  const asked = own.find(({ state }) => state === 'asked');
  if (asked) {
    const { enquiry: _over, ...answered } = { ...asked, ...accepted };
    return { ...facts, team: facts.team.map(entry => (entry === asked ? answered : entry)) };
  }
  const entry = { ...accepted, id: entryIdOf(event.body.handoffId), function: part, org: by.org };
  return { ...facts, team: putItem(facts.team, entry) };
}

/** Facts in which a part that came with a handoff alone has ended with it; one that was asked for stands. */
export function withoutPart(facts: CaseFacts, event: Step): CaseFacts {
  const id = entryIdOf(event.body.handoffId);
  if (!facts.team.some(entry => entry.id === id && entry.state === 'accepted')) return facts;
  const ended = { ...stampOf(facts, event), state: 'ended', answeredOn: event.occurredOn ?? event.on } as const;
  return rememberTeam({ ...facts, team: changeItem(facts.team, id, ended) });
}
