import { askedPoints, day, handoffSection, measureIds, readinessItems, readinessLevels } from '@kaerimichi/discharge';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';

/** Who wrote something; the name is null where the account is gone. */
const by = z.strictObject({ name: z.string().nullable(), role: z.string() });
const text = z.string().nullable();

const value = z.strictObject({ value: z.string(), on: day, by }).nullable();

export const measureRow = z.strictObject({
  measure: z.enum(measureIds),
  home: value,
  hospital: value,
  /** Of the value in hospital beside the one at home; `differs`: not two numbers; null: one of the two is missing. */
  difference: z
    .union([
      z.strictObject({ is: z.enum(['same', 'differs']) }),
      z.strictObject({ is: z.enum(['higher', 'lower']), by: z.number() }),
    ])
    .nullable(),
});
export type MeasureRow = z.infer<typeof measureRow>;

export const evaluationRow = z.strictObject({
  id: z.string(),
  ordinal: z.int(),
  status: z.enum(['requested', 'bedHeld', 'withdrawn', 'admitted', 'evaluated', 'closed']),
  from: day.nullable(),
  to: day.nullable(),
  bed: z.int().nullable(),
  waitingSince: day.nullable(),
  purposes: z.array(z.string()),
  care: text,
  wishes: text,
  note: text,
  /** The visit before the admission. */
  visit: z.strictObject({ on: day, by, means: z.string(), findings: z.string(), bring: text }).nullable(),
  values: z.array(measureRow),
  /** How tired whoever cares is, 1 to 5, newest first. */
  fatigue: z.array(
    z.strictObject({ where: z.enum(['atHome', 'inHospital']), level: z.int(), on: day, by, note: text }),
  ),
  result: z
    .strictObject({
      on: day,
      by,
      changesCare: z.boolean(),
      result: z.string(),
      changes: text,
      touches: z.array(handoffSection),
      goesTo: text,
    })
    .nullable(),
});
export type EvaluationRow = z.infer<typeof evaluationRow>;

export const bedStrip = z.strictObject({
  house: z.string(),
  /** null: the house has not said how many it keeps. */
  count: z.int().nullable(),
  beds: z.array(
    z.strictObject({
      no: z.int(),
      /** `own`: held by this case. */
      days: z.array(z.strictObject({ on: day, is: z.enum(['free', 'own', 'taken']), caseNo: text })),
    }),
  ),
  /** Longest waiting first; a case that the viewer does not see has no number. */
  waiting: z.array(
    z.strictObject({ caseNo: text, isOwn: z.boolean(), since: day, from: day.nullable(), to: day.nullable() }),
  ),
  /** Whether this person holds beds, and says how many there are. */
  mayKeep: z.boolean(),
});
export type BedStrip = z.infer<typeof bedStrip>;

const voice = z.enum(['young', 'family', 'team']);
export const readinessLevel = z.enum(readinessLevels).nullable();

export const adultPanel = z.strictObject({
  level: z.string(),
  openedOn: day.nullable(),
  /** Completed years; null where the birth date is not told. */
  age: z.int().nullable(),
  readiness: z.array(
    z.strictObject({
      item: z.enum(readinessItems),
      answers: z.strictObject({ young: readinessLevel, family: readinessLevel, team: readinessLevel }),
      /** Who sees most and who least, where they are far apart. */
      gap: z.strictObject({ most: z.array(voice), least: z.array(voice) }).nullable(),
    }),
  ),
  said: z.array(z.strictObject({ voice, on: day, by, note: z.string() })),
  services: z.array(
    z.strictObject({
      service: z.string(),
      state: z.string(),
      on: day.nullable(),
      counterpart: text,
      note: text,
      visits: z.array(day),
    }),
  ),
  clinics: z.array(z.strictObject({ service: z.string(), on: day, isHeld: z.boolean(), note: text, by })),
  decision: z.strictObject({ way: z.string(), on: day, supporters: text, note: text }).nullable(),
  signed: z.strictObject({ on: day, reason: text }).nullable(),
  ended: z.strictObject({ how: z.string(), on: day }).nullable(),
  closing: z.strictObject({ mapped: z.boolean(), visited: z.boolean() }),
});
export type AdultPanel = z.infer<typeof adultPanel>;

export const familyAnswer = z.strictObject({
  on: day,
  by,
  sleepHours: z.int(),
  fatigue: z.int(),
  unplannedVisits: z.int(),
  wantsCall: z.boolean(),
  going: text,
  worry: text,
});
export type FamilyAnswer = z.infer<typeof familyAnswer>;

export const followUpPanel = z.strictObject({
  /** null: the child is not home yet. */
  dischargedOn: day.nullable(),
  /** The month that a family is asked about now, on its page. */
  asked: z.enum(askedPoints).nullable(),
  points: z.array(
    z.strictObject({
      point: z.enum(['early', ...askedPoints]),
      dueOn: day.nullable(),
      done: z
        .strictObject({
          ...{ on: day, by: by.nullable() },
          ...{ condition: text, equipment: text, services: text, siblings: text, note: text },
        })
        .nullable(),
      /** Newest first; null: the family's situation is not told. */
      family: z.array(familyAnswer).nullable(),
    }),
  ),
  readmissions: z.array(
    z.strictObject({
      seq: z.int(),
      on: day,
      planned: z.boolean(),
      cause: text,
      review: z.strictObject({ on: day, by, avoidable: text, course: text, nextTime: text, note: text }).nullable(),
    }),
  ),
  /** After a death alone. */
  grief: z
    .strictObject({
      since: day,
      contacts: z.array(z.strictObject({ seq: z.int(), on: day, by, note: text })),
      closedOn: day.nullable(),
    })
    .nullable(),
});
export type FollowUpPanel = z.infer<typeof followUpPanel>;

/** A part is null for whoever is not told of it. */
export const aftercare = z.strictObject({
  evaluation: z
    .strictObject({
      admissions: z.array(evaluationRow),
      /** Handoffs that say what the result changes, and were not sent again since. */
      stale: z.array(z.strictObject({ id: z.string(), org: z.string().nullable(), sections: z.array(handoffSection) })),
      /** The result changes the care, and no plan was written since the admission. */
      planIsOld: z.boolean(),
      /** For the house that leads alone. */
      beds: bedStrip.nullable(),
    })
    .nullable(),
  adult: adultPanel.nullable(),
  followUp: followUpPanel.nullable(),
});
export type Aftercare = z.infer<typeof aftercare>;

export const evaluationBedCount = z.strictObject({ beds: z.int().min(0).max(60) });

export const aftercareEndpoints = {
  ofCase: endpoint({
    method: 'GET',
    path: '/cases/:id/aftercare',
    summary: 'What comes after the way home: evaluation admissions with their beds, adult care, follow-up',
    params: z.strictObject({ id: opaqueId }),
    query: z.strictObject({ from: day.optional() }),
    answer: aftercare,
    status: 200,
  }),
  keepBeds: endpoint({
    method: 'PUT',
    path: '/evaluation-beds',
    summary: 'Says how many beds the own house keeps for evaluation admissions',
    body: evaluationBedCount,
    answer: evaluationBedCount,
    status: 200,
    key: 'required',
  }),
};
