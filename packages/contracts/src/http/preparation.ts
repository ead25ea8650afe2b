import { careNeed, day, drillKinds, entitlementKind, procedure } from '@kaerimichi/discharge';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';

/** Who wrote something; the name is null where the account is gone. */
const by = z.strictObject({ name: z.string().nullable(), role: z.string() });
const text = z.string().nullable();

/** 0 未 1 見学 2 いっしょに 3 見守り 4 ひとりで. */
const level = z.int().min(0).max(4);
/** 1 to 4, as the caregiver feels. */
const rating = z.int().min(1).max(4);

const assessment = z.strictObject({
  seq: z.int(),
  on: day,
  by,
  /** null: a self-rating alone. */
  level: level.nullable(),
  selfRating: rating.nullable(),
  device: z.string().nullable(),
  note: text,
  media: text,
});

export const skillCell = z.strictObject({
  procedure,
  learner: z.string(),
  /** Device on which it was learnt; null: on whatever there was. */
  device: z.string().nullable(),
  level,
  on: day,
  /**
   * `alone` counts for the move; `awaitsSecond` was seen alone once; `again` has lapsed, or the device is another one;
   * `learning` is below 4.
   */
  standing: z.enum(['alone', 'awaitsSecond', 'again', 'learning']),
  /** Last day on which it counts; null below 4. */
  until: day.nullable(),
  otherModel: z.boolean(),
  self: z.strictObject({ rating, on: day }).nullable(),
  /** Newest first. */
  history: z.array(assessment),
});
export type SkillCell = z.infer<typeof skillCell>;

export const skillMatrix = z.strictObject({
  /** In the order of the plan; `needed`: how many of the family must do it alone, null where the plan does not ask for it. */
  procedures: z.array(z.strictObject({ id: procedure, needed: z.int().nullable(), alone: z.int() })),
  learners: z.array(z.strictObject({ id: z.string(), isOfFamily: z.boolean() })),
  cells: z.array(skillCell),
  drills: z.array(
    z.strictObject({
      seq: z.int(),
      on: day,
      drill: z.enum(drillKinds),
      learner: z.string(),
      withoutHelp: z.boolean(),
      by,
      note: text,
    }),
  ),
});
export type SkillMatrix = z.infer<typeof skillMatrix>;

const judged = z.enum(['good', 'fair', 'poor']).nullable();

export const deviceRow = z.strictObject({
  id: z.string(),
  kind: z.string(),
  electric: z.boolean(),
  atHome: z.boolean(),
  consumables: z.boolean(),
  vendorPhone24h: z.boolean(),
  on: day,
  model: text,
  lot: text,
  settings: text,
  vendor: text,
  phone24h: text,
  spares: text,
  note: text,
  installedOn: day.nullable(),
  nextServiceOn: day.nullable(),
  batteryMinutes: z.int().nullable(),
  batteryOn: day.nullable(),
  watts: z.int().nullable(),
});
export type DeviceRow = z.infer<typeof deviceRow>;

export const triedDevice = z.strictObject({
  trialNo: z.int(),
  kind: z.string(),
  on: day,
  by,
  model: z.string(),
  fit: judged,
  noise: judged,
  weight: judged,
  decision: z.enum(['beingTried', 'chosen', 'notChosen']),
  familySays: text,
  reason: text,
});
export type TriedDevice = z.infer<typeof triedDevice>;

export const deviceList = z.strictObject({
  /** Kinds that the plan asks for, each with whether all is there. */
  wanted: z.array(z.strictObject({ kind: z.string(), isComplete: z.boolean() })),
  devices: z.array(deviceRow),
  tried: z.array(triedDevice),
});
export type DeviceList = z.infer<typeof deviceList>;

export const entitlementRow = z.strictObject({
  kind: entitlementKind,
  /** The plan asks for it. */
  isWanted: z.boolean(),
  /** null: nothing is recorded yet. */
  state: z.enum(['needed', 'notNeeded', 'applied', 'granted', 'refused']).nullable(),
  isOver: z.boolean(),
  on: day.nullable(),
  appliedOn: day.nullable(),
  decidedOn: day.nullable(),
  until: day.nullable(),
  /** Membership. */
  owner: z.string().nullable(),
  office: text,
  papers: text,
  note: text,
});
export type EntitlementRow = z.infer<typeof entitlementRow>;

export const stayRow = z.strictObject({
  id: z.string(),
  ordinal: z.int(),
  kind: z.enum(['home', 'rehearsal']),
  from: day,
  to: day,
  stationVisits: z.boolean(),
  permitted: z.boolean(),
  status: z.enum(['planned', 'begun', 'ended']),
  result: z.enum(['succeeded', 'problems', 'endedEarly']).nullable(),
  plan: text,
  problems: text,
  /** Oldest first. */
  diary: z.array(z.strictObject({ seq: z.int(), at: z.iso.datetime(), by, isProblem: z.boolean(), diary: z.string() })),
});
export type StayRow = z.infer<typeof stayRow>;

/** A part is null for whoever is not told of it; events that this person may send now are in `can`. */
export const preparation = z.strictObject({
  needs: z.array(careNeed),
  skills: skillMatrix.nullable(),
  devices: deviceList.nullable(),
  entitlements: z.array(entitlementRow).nullable(),
  stays: z.array(stayRow).nullable(),
  can: z.array(z.string()),
});
export type Preparation = z.infer<typeof preparation>;

export const preparationEndpoints = {
  ofCase: endpoint({
    method: 'GET',
    path: '/cases/:id/preparation',
    summary:
      'What is prepared before a child goes home: skills, devices, entitlements and trial stays, with what was written',
    params: z.strictObject({ id: opaqueId }),
    answer: preparation,
    status: 200,
  }),
};
