import { type CaseEvent, type CaseFacts, type Day, happenedOn, type TeamFunction } from '@kaerimichi/discharge';
import { correctionsIn, outlineOf } from '@kaerimichi/discharge/chart';
import { a246Screen1, a246Screen2, type FacilityCounts, partiesThere } from '@kaerimichi/rules';
import { inTable, partyCodes } from '../fees/read-codes.ts';

/** A case as far as a house counts it: its team as it is now, and what was recorded of the kinds that are counted, in order. */
export type CountedCase = {
  readonly team: CaseFacts['team'];
  readonly events: readonly CaseEvent[];
};

type Period = { readonly from: Day; readonly until: Day };

/** How often a partner organisation was met, and when last. */
type PartnerMet = { readonly org: string; readonly times: number; readonly lastOn: Day };

export type FacilityCounted = Pick<FacilityCounts, 'plannerContacts' | 'admissions' | 'jointConferences'> & {
  /** The most frequent first. */
  readonly partners: readonly PartnerMet[];
  /** Times somebody took part of whom no organisation, or one of several, is recorded. */
  readonly unnamed: number;
};

/** Parts of a team that 連携機関 take: others are the house's own, the family, or named by no list of the notice. */
const partnerFunctions: readonly TeamFunction[] = [
  'visitingNurse',
  'homePhysician',
  'pharmacist',
  'supportPlanner',
  'therapist',
  'respite',
  'regionalHospital',
];

/** What a house counts of the cases that it leads, over a period. */
export function countFacility(cases: readonly CountedCase[], period: Period): FacilityCounted {
  const standing = cases.map(({ team, events }) => ({ team, events: withoutTaken(events) }));
  const held = standing.flatMap(one => conferencesIn(one, period));
  const joint = held.filter(({ isJoint }) => isJoint);
  const admissions = standing.flatMap(({ events }) => admissionsIn(events, period));
  const within = (of: Admission['within']) => admissions.filter(({ within: reached }) => reached <= of).length;
  return {
    partners: partnersIn(held),
    unnamed: held.reduce((sum, { unnamed }) => sum + unnamed, 0),
    plannerContacts: held.filter(({ attended }) => attended.includes('supportPlanner')).length,
    jointConferences: {
      all: joint.length,
      ofThreeParties: joint.filter(({ attended }) => partiesThere(inTable(attended, partyCodes)) >= 3).length,
    },
    admissions: { all: admissions.length, within3: within(3), within7: within(7) },
  };
}

function withoutTaken(events: readonly CaseEvent[]): readonly CaseEvent[] {
  const { taken } = correctionsIn(events.map(event => outlineOf({ event })));
  return events.filter(({ seq }) => !taken.has(seq));
}

type Held = {
  readonly on: Day;
  readonly isJoint: boolean;
  readonly attended: readonly TeamFunction[];
  readonly orgs: readonly string[];
  readonly unnamed: number;
};

const isWithin = (on: Day, { from, until }: Period): boolean => from <= on && on <= until;

function conferencesIn({ team, events }: CountedCase, period: Period): Held[] {
  return events.flatMap(event => {
    const on = happenedOn(event);
    if (event.type !== 'conference.held' || !isWithin(on, period)) return [];
    const { conferenceId, attended = [] } = event.body as { conferenceId?: string; attended?: TeamFunction[] };
    const planned = events.findLast(
      other => other.type === 'conference.planned' && other.seq < event.seq && other.body.conferenceId === conferenceId,
    );
    const came = partnerFunctions.filter(part => attended.includes(part)).map(part => cameFor(team, part, on));
    const orgs = [...new Set(came.flatMap(org => org ?? []))];
    const isJoint = planned?.body.conferenceKind === 'joint';
    return [{ on, isJoint, attended, orgs, unnamed: came.filter(org => org === null).length }];
  });
}

/** Who had accepted a part by then came for it; of two it is not said which, and outside the network none has an id. */
function cameFor(team: CaseFacts['team'], part: TeamFunction, on: Day): string | null {
  const accepted = team.filter(
    entry => entry.function === part && entry.state === 'accepted' && (entry.answeredOn ?? entry.on) <= on,
  );
  const orgs = new Set(accepted.map(({ org }) => org ?? null));
  return orgs.size === 1 ? ([...orgs][0] ?? null) : null;
}

function partnersIn(held: readonly Held[]): PartnerMet[] {
  const met = new Map<string, PartnerMet>();
  for (const { on, orgs } of held)
    for (const org of orgs) {
      const before = met.get(org);
      const lastOn = before && before.lastOn > on ? before.lastOn : on;
      met.set(org, { org, times: (before?.times ?? 0) + 1, lastOn });
    }
  return [...met.values()].sort((a, b) => b.times - a.times || a.org.localeCompare(b.org));
}

/** By which day of the stay the factors were recorded: 3, 7, or later. */
type Admission = { readonly within: number };

/** Admissions of which the day is recorded; one that still has time for its factors is not counted yet. */
function admissionsIn(events: readonly CaseEvent[], period: Period): Admission[] {
  const began = events.filter(
    ({ type, body }) => type === 'readmission.begun' || (type === 'evaluation.admitted' && body.origin === 'home'),
  );
  return began.flatMap((event, at): Admission[] => {
    const admittedOn = happenedOn(event);
    if (!isWithin(admittedOn, period)) return [];
    const next = began[at + 1];
    const screened = events.find(
      ({ type, seq }) =>
        type === 'factors.recorded' && seq > event.seq && seq < (next?.seq ?? Number.POSITIVE_INFINITY),
    );
    const by = screened && happenedOn(screened);
    const [third, seventh] = [a246Screen1, a246Screen2].map(rule => lastDayOf(rule, admittedOn));
    if (!third || !seventh || (!by && period.until <= seventh)) return [];
    return [{ within: !by || by > seventh ? Number.POSITIVE_INFINITY : by > third ? 7 : 3 }];
  });
}

function lastDayOf(rule: typeof a246Screen1, admittedOn: Day): Day | null {
  const asked = rule.ask({ admittedOn });
  return asked.ok ? asked.answer.lastDay : null;
}
