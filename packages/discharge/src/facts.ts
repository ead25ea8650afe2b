import { z } from 'zod';
import { checkStates } from './checklists/check-states.ts';
import { houseCheck } from './checklists/house-checks.ts';
import { checkSections, templateIds } from './checklists/templates.ts';
import { documentFact } from './documents/document-fact.ts';
import {
  actionItemFact,
  conferenceFact,
  consentFact,
  deviceFact,
  entitlementFact,
  evaluationFact,
  handoffFact,
  holdFact,
  skillFact,
  stayFact,
  teamFact,
  visitFact,
  waiverAskFact,
  waiverFact,
} from './item-facts.ts';
import { caseRules } from './rule-sets/case-rules.ts';
import { stamp, stamped } from './stamp.ts';
import { decisionWays } from './tracks/adult/readiness.ts';
import {
  careNeed,
  claimedFeeCodes,
  day,
  entitlementKind,
  instant,
  itemId,
  procedure,
  teamFunction,
  wardFeeCodes,
  whereaboutsPlaces,
} from './vocabulary.ts';

const org = itemId;

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

/**
 * What is known about a case: what the machine's context holds. Only what a requirement, rule, card or search reads
 * (ids, days, codes, numbers); no names, addresses, telephones or free text, which are records.
 * Median under 3 kB, 8 kB is the ceiling: facts are written whole with every event.
 */
export const caseFacts = z.strictObject({
  round: z.int().nonnegative(),
  entry: stamped({ stage: itemId, cameFrom: itemId.optional() }),
  lead: org,
  bornOn: day.optional(),
  birthKnownOn: day.optional().describe('Tokyo day on which the birth date was recorded'),
  expectedOn: day.optional(),
  gestationWeeks: z.int().min(20).max(45).optional(),
  needs: z.array(careNeed),
  weight: stamped({ grams: z.int().positive() }).optional(),
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
  account: stamped({
    admittedOn: day.optional(),
    wards: z.array(z.strictObject({ wardFee: z.enum(wardFeeCodes), from: day })).optional(),
    dpc: z.boolean().optional(),
    claims: z.array(z.strictObject({ fee: z.enum(claimedFeeCodes), claimedOn: day })).optional(),
    claimsUntil: day.optional().describe('day up to which the list of claims is whole'),
  })
    .optional()
    .describe('what the accounts of the hospital say of the stay'),
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
      decision: stamped({ way: z.enum(decisionWays) })
        .optional()
        .describe('how the young person is helped to decide'),
      ended: stamped({ how: z.enum(['transferred', 'stayed']) }).optional(),
    })
    .optional(),
  holds: z.array(holdFact),
  tasks: z
    .array(
      z.strictObject({
        key: z.string(),
        owner: itemId.optional(),
        dueOn: day.optional(),
        lent: z.strictObject({ to: itemId, until: instant }).optional(),
        reminded: z.strictObject({ at: instant, org: itemId }).optional(),
      }),
    )
    .optional()
    .describe(
      'who has a task by name and when it is due, where somebody said so, to whom it is lent until when, and who last reminded of it; gone with the task',
    ),
  mentions: z
    .array(z.strictObject({ seq: z.int(), to: itemId, on: day }))
    .optional()
    .describe('calls in notes that were not answered: the note, and the membership that is called'),
  checklists: z
    .array(
      z.strictObject({
        id: z.enum(templateIds),
        release: z.int(),
        house: z.array(houseCheck).optional().describe('items that a rule set asked for beside them then'),
        on: day,
        owner: itemId.optional(),
        dueOn: day.optional(),
      }),
    )
    .optional()
    .describe(
      'chosen templates, each as it was in its release; owner and day of its items that have none of their own',
    ),
  checklistItems: z
    .array(
      z.strictObject({
        id: itemId,
        section: z.enum(checkSections).optional().describe('of an item that was added for this child'),
        state: z.enum(checkStates).optional(),
        owner: itemId.optional(),
        dueOn: day.optional(),
        on: day,
        seq: z.int().optional().describe('event with which it was added'),
        setSeq: z.int().optional().describe('event that set it last'),
      }),
    )
    .optional()
    .describe('items that were added or touched; what templates ask for besides is derived'),
  documents: z.array(documentFact).optional().describe('versions of papers that are drafts, approved or in force'),
  nearedOn: day.optional().describe('day of the last event that told of a date come into view since it was recorded'),
  reminded: stamp.optional().describe('the last event that reminded of what is planned or due'),
  escalated: stamp.optional().describe('the last event that told one level up of what was missed'),
  answersReminded: stamped({ at: instant })
    .optional()
    .describe('the last event that reminded of an answer that is waited for'),
  answersEscalated: stamped({ at: instant })
    .optional()
    .describe('the last event that told one level up of a missing answer'),
  rules: stamped(caseRules.shape).optional().describe('the rule set of the lead under which the case is decided'),
  waivers: z.array(waiverFact),
  waiverAsks: z.array(waiverAskFact).optional().describe('exceptions that were asked for, and those that were refused'),
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
