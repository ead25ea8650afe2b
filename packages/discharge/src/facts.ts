import { z } from 'zod';
import { handoffSection } from './handoff/sections.ts';
import {
  careNeed,
  category,
  day,
  entitlementKind,
  giver,
  holdCode,
  itemId,
  procedure,
  teamFunction,
  whereaboutsPlaces,
} from './vocabulary.ts';

/**
 * What is known about a case: what the machine's context holds. Only what a requirement, rule, card or search reads
 * (ids, days, codes, numbers); no names, addresses, telephones or free text, which are records.
 * Median under 3 kB, 8 kB is the ceiling: facts are written whole with every event.
 */
export const stamp = z.strictObject({
  seq: z.int().positive().describe('seq of the event that recorded it'),
  on: z.iso.date().describe('Tokyo day on which it happened'),
  round: z.int().nonnegative().describe('round in which it was recorded'),
});
export type Stamp = z.infer<typeof stamp>;

const org = itemId;
const stamped = <S extends z.ZodRawShape>(shape: S) => z.strictObject({ ...stamp.shape, ...shape });

export const consentFact = stamped({
  id: itemId,
  scope: z.enum(['hospital', 'recipient']),
  recipient: org.optional(),
  categories: z.array(category),
  purpose: z.enum(['care', 'welfare', 'school', 'disaster', 'programme']),
  from: day,
  begunOn: day.optional().describe('recorded by the clock, for a consent given before its first day'),
  until: day.optional(),
  withdrawnOn: day.optional(),
  lapsedOn: day.optional(),
  givers: z.array(giver).optional().describe('of a consent that a merge took over: who gave it, as its own entry says'),
  fromCase: itemId.optional().describe('number of the case that it was taken over from: for the lead alone'),
});

export const planFact = stamped({
  version: z.int().positive(),
  homeNursing: z.boolean(),
  destination: z.enum(['home', 'facility', 'hospital']),
  procedures: z.array(z.strictObject({ procedure, caregivers: z.int().min(1).max(9) })),
  roles: z.array(teamFunction),
  rolesNotNeeded: z.array(teamFunction),
  devices: z.array(z.strictObject({ kind: itemId, electric: z.boolean() })),
  entitlements: z.array(entitlementKind),
  school: z.boolean(),
});

export const teamFact = stamped({
  id: itemId,
  function: teamFunction,
  org: org.optional().describe('absent for an organisation outside the network; its name is then a record'),
  state: z.enum(['considered', 'asked', 'accepted', 'declined', 'ended']),
  askedOn: day.optional(),
  replyBy: day.optional(),
  answeredOn: day.optional(),
});

export const skillFact = stamped({
  procedure,
  caregiver: itemId,
  level: z.int().min(0).max(4),
  until: day.optional(),
  lapsedOn: day.optional(),
});

export const deviceFact = stamped({
  id: itemId,
  kind: itemId,
  electric: z.boolean(),
  atHome: z.boolean(),
  consumables: z.boolean(),
  vendorPhone24h: z.boolean(),
});

export const entitlementFact = stamped({
  kind: entitlementKind,
  state: z.enum(['needed', 'notNeeded', 'applied', 'granted']),
  owner: itemId.optional(),
  until: day.optional(),
  lapsedOn: day.optional(),
});

export const stayFact = stamped({
  id: itemId,
  ordinal: z.int().positive(),
  kind: z.enum(['home', 'rehearsal']),
  from: day.describe('as planned; once begun, as it was'),
  to: day,
  stationVisits: z.boolean(),
  permitted: z.boolean(),
  permittedOn: day.optional(),
  status: z.enum(['planned', 'begun', 'ended']),
  result: z.enum(['succeeded', 'problems', 'endedEarly']).optional(),
  endedOn: day.optional(),
  endedSeq: z.int().optional(),
});

export const conferenceFact = stamped({
  id: itemId,
  ordinal: z.int().positive(),
  kind: z.enum(['joint', 'community', 'emergency', 'neonatal']),
  plannedOn: day.optional(),
  heldOn: day.optional(),
  heldSeq: z.int().optional(),
  attended: z.array(teamFunction),
  minutes: z.enum(['none', 'drafted', 'approved']),
  minutesOn: day.optional().describe('day of the draft, once approved of the approval'),
  minutesSeq: z.int().optional().describe('seq of the newest draft, once approved of the approval'),
});

export const actionItemFact = stamped({
  id: itemId,
  conference: itemId,
  owner: itemId.optional(),
  dueOn: day.optional(),
  closedOn: day.optional(),
});

export const evaluationFact = stamped({
  id: itemId,
  ordinal: z.int().positive(),
  origin: z.enum(['home', 'ward']).optional(),
  status: z.enum(['requested', 'bedHeld', 'withdrawn', 'admitted', 'evaluated', 'closed']),
  from: day.optional(),
  to: day.optional(),
  cameFrom: itemId.optional(),
  admittedSeq: z.int().optional(),
  resultSeq: z.int().optional(),
  resultOn: day.optional(),
  changesCare: z.boolean().optional(),
});

export const handoffFact = stamped({
  id: itemId,
  org: org.optional(),
  status: z.enum([
    'draft',
    'sent',
    'opened',
    'questioned',
    'answered',
    'accepted',
    'acceptedWithConditions',
    'declined',
    'withdrawn',
    'closed',
  ]),
  version: z.int().positive(),
  sentSeq: z.int().optional(),
  sentVersion: z.int().optional(),
  given: z.array(z.int()).optional().describe('seq of each version that was sent, newest last'),
  unwritten: z.array(handoffSection).optional().describe('sections without a text in the newest version'),
  changed: z
    .array(handoffSection)
    .optional()
    .describe('sections changed since the version that was sent; absent when there are none'),
  sentOn: day.optional(),
  decidedOn: day.optional(),
  turnedOn: day.optional().describe('day on which a question, or the last answer, handed it to the other side'),
  confirmed: z.array(handoffSection),
  questions: z.array(z.strictObject({ id: itemId, section: handoffSection, answered: z.boolean() })),
});

export const visitFact = stamped({
  id: itemId,
  kind: z.enum(['first', 'postDischarge', 'regular']),
  plannedOn: day.optional(),
  accompanied: z.boolean(),
  recordedBy: z.array(z.enum(['hospital', 'station'])),
  signedBy: z.array(z.enum(['hospital', 'station'])),
  openDifferences: z.int().nonnegative(),
  differencesOn: day.optional().describe('day on which the differences were last recorded or resolved'),
  signedOn: day.optional().describe('day of the newest signature'),
});

export const holdFact = stamped({
  id: itemId,
  code: holdCode,
  owner: itemId.optional(),
  org: org.optional().describe('whoever added it; absent where the lead did'),
  recheckOn: day,
});

export const waiverFact = stamped({
  requirement: itemId,
  entry: z.int().nonnegative().describe('seq of the event that entered the stage; a waiver counts for this entry only'),
  by: itemId.describe('membership'),
  person: itemId,
  as: z.enum(['headNurse', 'doctor']),
});

export const caseFacts = z.strictObject({
  round: z.int().nonnegative(),
  entry: stamped({ stage: itemId, cameFrom: itemId.optional() }),
  lead: org,
  bornOn: day.optional(),
  birthKnownOn: day.optional().describe('Tokyo day on which the birth date was recorded'),
  expectedOn: day.optional(),
  gestationWeeks: z.int().min(20).max(45).optional(),
  needs: z.array(careNeed),
  whereabouts: z.enum(whereaboutsPlaces),
  leadOffered: stamped({ org }).optional(),
  adopted: stamped({ stage: itemId, since: day }).optional(),
  referral: stamped({ source: itemId }).optional(),
  factors: stamped({ codes: z.array(itemId), rescreenOn: day.optional() }).optional(),
  interview: stamped({ outcome: z.enum(['held', 'attempted']), attempts: z.int().positive() }).optional(),
  wish: stamped({ wish: z.enum(['home', 'endOfLifeAtHome', 'facility', 'otherHospital', 'undecided']) }).optional(),
  consents: z.array(consentFact),
  toldOrgs: z
    .array(org)
    .optional()
    .describe('organisations that a consent named which ended and is no longer among the consents; newest last'),
  inHouseConference: stamp.optional(),
  plan: planFact.optional(),
  planExplained: stamp.optional(),
  planHandedOver: stamp.optional(),
  team: z.array(teamFact),
  skills: z.array(skillFact),
  devices: z.array(deviceFact),
  homeChecked: stamped({ home: z.boolean(), power: z.boolean(), powerPlan: z.boolean() }).optional(),
  entitlements: z.array(entitlementFact),
  contacts: z.array(stamped({ when: z.enum(['day', 'night', 'emergencyRoute']) })),
  stays: z.array(stayFact),
  stayNotPlanned: stamp.optional(),
  conferences: z.array(conferenceFact),
  actionItems: z.array(actionItemFact),
  evaluations: z.array(evaluationFact),
  handoffs: z.array(handoffFact),
  dischargeDay: stamped({ day }).optional(),
  nursingOrder: stamped({ from: day, until: day, lapsedOn: day.optional() }).optional(),
  dischargeOrder: stamp.optional(),
  medicationTranscribed: stamp.optional(),
  conditionStable: stamp.optional(),
  outpatient: stamped({ day }).optional(),
  municipalityInformed: stamp.optional(),
  schoolInformed: stamp.optional(),
  discharged: stamped({ day, to: z.enum(['home', 'facility']), at15OrOlder: z.boolean() }).optional(),
  visits: z.array(visitFact),
  followUps: z.array(stamped({ point: z.enum(['early', 'month1', 'month3', 'month6']) })),
  readmission: stamped({ cameFrom: itemId, reviewed: z.boolean(), reviewedOn: day.optional() }).optional(),
  adult: z
    .strictObject({
      promptedOn: day.optional(),
      openedOn: day.optional(),
      answers: z.array(z.enum(['young', 'family', 'team'])),
      services: z.array(
        z.strictObject({
          service: itemId,
          state: z.enum(['candidate', 'asked', 'seen', 'transferred', 'stays']),
        }),
      ),
      visits: z.array(stamped({ service: itemId })),
      signedReason: stamp.optional(),
      ended: stamped({ how: z.enum(['transferred', 'stayed']) }).optional(),
    })
    .optional(),
  holds: z.array(holdFact),
  tasks: z
    .array(z.strictObject({ key: z.string(), owner: itemId.optional(), dueOn: day.optional() }))
    .optional()
    .describe('who has a task by name and when it is due, where somebody said so; gone with the task'),
  nearedOn: day.optional().describe('day of the last event that told of a date come into view since it was recorded'),
  waivers: z.array(waiverFact),
  corrections: z
    .array(z.strictObject({ seq: z.int(), by: itemId }))
    .describe('first halves of corrections by two people'),
  closing: stamped({ how: itemId }).optional(),
  mergedInto: itemId.optional().describe('id of the case of the same child that goes on'),
  griefClosed: stamp.optional(),
});
export type CaseFacts = z.infer<typeof caseFacts>;

/** Facts before a case is registered; `entry.seq` 0 says that its first event is still to come. */
export function emptyFacts(lead: string): CaseFacts {
  return {
    round: 0,
    entry: { seq: 0, on: '1970-01-01', round: 0, stage: 'screening' },
    lead,
    needs: [],
    whereabouts: 'hospital',
    consents: [],
    team: [],
    skills: [],
    devices: [],
    entitlements: [],
    contacts: [],
    stays: [],
    conferences: [],
    actionItems: [],
    evaluations: [],
    handoffs: [],
    visits: [],
    followUps: [],
    holds: [],
    waivers: [],
    corrections: [],
  };
}
