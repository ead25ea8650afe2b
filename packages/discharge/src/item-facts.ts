import { z } from 'zod';
import { handoffSection } from './handoff/sections.ts';
import { teachBackTopics } from './handoff/teach-back.ts';
import { visitArea, visitSide } from './stages/first-visit/visit-areas.ts';
import { stamped } from './stamp.ts';
import {
  category,
  clockTime,
  day,
  entitlementKind,
  giver,
  holdCode,
  itemId,
  procedure,
  teamFunction,
} from './vocabulary.ts';

/** What the facts hold lists of: each entry has an id, or is the only one of its kind. */

const org = itemId;

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

const turn = z.strictObject({ seq: z.int(), at: z.iso.datetime() });

/** Salted SHA-256 of what was written, as its entry names it. */
export const textHash = z.string().regex(/^[0-9a-f]{64}$/);

export const teamFact = stamped({
  id: itemId,
  function: teamFunction,
  org: org.optional().describe('absent for an organisation outside the network; its name is then a record'),
  state: z.enum(['considered', 'asked', 'accepted', 'declined', 'ended']),
  askedOn: day.optional(),
  enquiry: turn.optional().describe('the enquiry, and the instant at which it was made'),
  replyBy: day.optional(),
  answeredOn: day.optional(),
});

export const skillFact = stamped({
  procedure,
  caregiver: itemId,
  level: z.int().min(0).max(4),
  until: day.optional(),
  lapsedOn: day.optional(),
  deviceModel: itemId.optional().describe('device on which it was seen'),
  firstBy: itemId.optional().describe('person who saw it alone, while a second nurse or another day is waited for'),
  otherModel: z.literal(true).optional().describe('another model took the place of the device since'),
});

export const deviceFact = stamped({
  id: itemId,
  kind: itemId,
  electric: z.boolean(),
  atHome: z.boolean(),
  consumables: z.boolean(),
  vendorPhone24h: z.boolean(),
  nextServiceOn: day.optional(),
  batteryMinutes: z.int().positive().optional().describe('minutes that the batteries lasted when it was measured'),
  batteryOn: day.optional().describe('day of that measurement'),
  watts: z.int().positive().optional(),
});

export const entitlementFact = stamped({
  kind: entitlementKind,
  state: z.enum(['needed', 'notNeeded', 'applied', 'granted', 'refused']),
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

/** Who is asked to a conference. Answers stand in the order of the proposed times. */
const seat = z.strictObject({
  id: itemId,
  function: teamFunction,
  org: org.optional(),
  required: z.boolean().optional(),
  answers: z.array(z.enum(['fits', 'fitsMaybe', 'fitsNot', 'open'])).optional(),
  answeredOn: day.optional(),
  answeredSeq: z.int().optional().describe('seq of the event that answered last: its comment stands in its record'),
  remindedOn: day.optional(),
  reminders: z.int().optional(),
  confirmedOn: day.optional().describe('of the minutes'),
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
  minutesOpen: z.literal(true).optional().describe('the draft is still being written'),
  sharedOn: day.optional(),
  startsAt: clockTime.optional(),
  slots: z
    .array(z.strictObject({ id: itemId, on: day, at: clockTime }))
    .optional()
    .describe('proposed times, until one is settled'),
  asked: z.array(seat).optional().describe('who is asked to come'),
  polledOn: day.optional(),
  polledSeq: z.int().optional().describe('seq of the event that asked last: who they are stands in its record'),
  interpreting: z.enum(['interpreterNotNeeded', 'interpreterWanted', 'interpreterBooked']).optional(),
  agenda: z
    .array(
      z.strictObject({
        id: itemId,
        takes: z.int(),
        presenter: teamFunction.optional(),
        document: itemId.optional(),
      }),
    )
    .optional(),
  agendaSeq: z.int().optional(),
  online: z.array(teamFunction).optional().describe('of those who attended, who came by screen'),
  decided: z
    .array(z.strictObject({ id: itemId, seq: z.int() }))
    .optional()
    .describe('what was decided, and the event that wrote it down'),
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
  bed: z.strictObject({ house: org, no: z.int() }).optional().describe('evaluation bed that is held, by its number'),
  waiting: z.strictObject({ house: org, since: day }).optional().describe('on the waiting list of a house'),
  visitedOn: day.optional().describe('day of the visit before the admission'),
  touches: z.array(handoffSection).optional().describe('sections of handoffs that the result changes'),
  goesTo: itemId.optional().describe('where the child is to go afterwards, as the result proposes'),
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
  turned: turn.optional().describe('the event that handed it to its present side, and the instant'),
  turnedOn: day.optional().describe('day on which a question, or the last answer, handed it to the other side'),
  confirmed: z.array(handoffSection),
  questions: z.array(z.strictObject({ id: itemId, section: handoffSection, answered: z.boolean() })),
  hash: textHash.optional().describe('of the text of the newest version, until it is sent'),
  sentHash: textHash.optional().describe('of the text of the version that was sent: what is answered is bound to it'),
  night: z.literal(true).optional().describe('it names whom to call at night and on holidays'),
  teachBack: z
    .array(
      z.strictObject({
        topic: z.enum(teachBackTopics),
        section: handoffSection,
        said: z.enum(['sure', 'unsure']).optional(),
        check: z.enum(['agreed', 'toTalk', 'talked']).optional(),
      }),
    )
    .optional()
    .describe('what the receiver is asked to say back, and how far that has come'),
  paper: z
    .strictObject({ version: z.int(), on: day, answer: z.enum(['paperRead', 'paperTaken', 'paperCallMe']) })
    .optional()
    .describe('what somebody without an account said last of the printed version'),
  closedOn: day.optional().describe('day on which the first visit closed it'),
  review: z
    .strictObject({
      seq: z.int(),
      on: day,
      informed: z.enum(['informedWell', 'informedPartly', 'informedPoorly']),
      differed: z.array(handoffSection).optional(),
      wantsReply: z.boolean().optional(),
      answeredOn: day.optional(),
    })
    .optional()
    .describe('what the receiver said of it after the first visit'),
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
  differing: z.array(visitArea).optional().describe('what is not as at discharge, of the open differences'),
  versions: z
    .array(z.strictObject({ side: visitSide, seq: z.int() }))
    .optional()
    .describe('the record that holds of each side; two of one side: nobody chose yet'),
  missing: z
    .array(z.strictObject({ section: handoffSection, seq: z.int() }))
    .optional()
    .describe('what the handoff lacked, as the record of that seq says, and nobody answered yet'),
  nth: z.int().positive().optional().describe('of the visits after one discharge: which one, from the second on'),
});

export const holdFact = stamped({
  id: itemId,
  code: holdCode,
  owner: itemId.optional(),
  org: org.optional().describe('whoever added it; absent where the lead did'),
  recheckOn: day,
});

export const waiverAskFact = stamped({
  requirement: itemId,
  entry: z.int().nonnegative().describe('seq of the event that entered the stage; it is asked for this entry only'),
  by: itemId.describe('membership that asks for the exception'),
  refusedOn: day.optional(),
});

export const waiverFact = stamped({
  requirement: itemId,
  entry: z.int().nonnegative().describe('seq of the event that entered the stage; a waiver counts for this entry only'),
  by: itemId.describe('membership'),
  person: itemId,
  as: z.enum(['headNurse', 'doctor']),
});
