import { addMonths, askedPoint, type CaseFacts, type Day, homeSince } from '@kaerimichi/discharge';
import type { Written } from '../written.ts';
import type { FamilyAnswerSeen, FollowUpPointSeen, FollowUpSeen } from './aftercare-seen.ts';

/** Entries that the time after the discharge is told from. */
export const followUpTypes = [
  'followUp.evaluated',
  'followUp.familyAnswered',
  'readmission.begun',
  'readmission.reviewed',
  'grief.contacted',
  'grief.closed',
] as const;

const months = { early: null, month1: 1, month3: 3, month6: 6 } as const;
type Point = keyof typeof months;

type Told = { readonly readsFamily: boolean; readonly on: Day };

/** Months 1, 3 and 6 with what the family said, readmissions with their review, and after a death the care of the bereaved. */
export function followUpOf(facts: CaseFacts, entries: readonly Written[], told: Told): FollowUpSeen {
  const { discharged, closing } = facts;
  const since = homeSince(facts);
  // What was written of an earlier discharge is history.
  const begun = discharged?.round === facts.round ? discharged.seq : 0;
  const own = entries.filter(({ event }) => event.seq > begun);
  const points = (Object.keys(months) as Point[]).map(point => pointOf(point, { facts, since, own, told }));
  return {
    dischargedOn: since,
    asked: askedPoint(facts, told.on),
    points: since ? points : [],
    readmissions: readmissionsIn(entries),
    grief:
      closing?.how === 'deceased'
        ? {
            since: closing.on,
            contacts: entries.flatMap(contactIn).reverse(),
            closedOn: facts.griefClosed?.on ?? null,
          }
        : null,
  };
}

type OfPoint = {
  readonly facts: CaseFacts;
  readonly since: Day | null;
  readonly own: readonly Written[];
  readonly told: Told;
};

function pointOf(point: Point, { facts, since, own, told }: OfPoint): FollowUpPointSeen {
  const month = months[point];
  const of = (type: string) => own.filter(({ event }) => event.type === type && event.body.point === point);
  const fact = facts.followUps.find(done => done.point === point && done.round === facts.round);
  const entry = of('followUp.evaluated').at(-1);
  const { condition = null, equipment = null, services = null, siblings = null, note = null } = entry?.texts ?? {};
  return {
    point,
    dueOn: since && month ? addMonths(since, month) : null,
    done: fact ? { on: fact.on, by: entry ? byOf(entry) : null, condition, equipment, services, siblings, note } : null,
    family: told.readsFamily ? of('followUp.familyAnswered').map(answerOf).reverse() : null,
  };
}

const dayOf = ({ event }: Written): Day => event.occurredOn ?? event.on;
const byOf = ({ event: { by } }: Written) => ({ person: by.person, role: by.role });

const answerOf = (entry: Written): FamilyAnswerSeen => {
  const { body } = entry.event;
  return {
    ...{ on: dayOf(entry), by: byOf(entry) },
    ...{ sleepHours: Number(body.sleepHours), fatigue: Number(body.fatigue) },
    ...{ unplannedVisits: Number(body.unplannedVisits), wantsCall: body.wantsCall === true },
    ...{ going: entry.texts.going ?? null, worry: entry.texts.worry ?? null },
  };
};

/** Each readmission, the newest first, with what was written of it before the next one began. */
function readmissionsIn(entries: readonly Written[]): FollowUpSeen['readmissions'] {
  const begun = entries.filter(({ event }) => event.type === 'readmission.begun');
  const reviews = entries.filter(({ event }) => event.type === 'readmission.reviewed');
  return begun
    .map((entry, at) => {
      const next = begun[at + 1]?.event.seq ?? Number.POSITIVE_INFINITY;
      const review = reviews.findLast(({ event }) => event.seq > entry.event.seq && event.seq < next);
      const { course = null, nextTime = null, note = null } = review?.texts ?? {};
      const { avoidable } = review?.event.body ?? {};
      return {
        ...{ seq: entry.event.seq, on: dayOf(entry), planned: entry.event.body.planned === true },
        cause: entry.texts.cause ?? null,
        review: review
          ? {
              ...{ on: dayOf(review), by: byOf(review), course, nextTime, note },
              avoidable: typeof avoidable === 'string' ? avoidable : null,
            }
          : null,
      };
    })
    .reverse();
}

const contactIn = (entry: Written) =>
  entry.event.type === 'grief.contacted'
    ? [{ seq: entry.event.seq, on: dayOf(entry), by: byOf(entry), note: entry.texts.note ?? null }]
    : [];
