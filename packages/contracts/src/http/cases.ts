import { careNeed, day, kanaLine, origin, sex } from '@kaerimichi/discharge';
import { z } from 'zod';
import { dueChoices } from '../board-filters.ts';
import { boardRows } from '../board-rows.ts';
import { card } from '../card.ts';
import { boardDifference, boardHave, pulse } from '../socket.ts';
import { birthDayIssues } from './birth-days.ts';
import { endpoint } from './endpoint.ts';
import { enquiry } from './enquiry.ts';
import { accessLogEntry, historyEvent, noteReader } from './history.ts';
import { line } from './line.ts';
import { idPlace, logPlace } from './log-place.ts';
import { opaqueId } from './opaque-id.ts';
import { transition, wayAhead } from './transitions.ts';

const caseId = z.strictObject({ id: opaqueId });
const name = line(40);
const kana = kanaLine(60);

/** Who a child is, as far as somebody who registers or refers it knows. */
export const childShape = {
  familyName: name.optional(),
  givenName: name.optional(),
  familyKana: kana.optional(),
  givenKana: kana.optional(),
  sex: sex.optional(),
  /** Of twins and more: which one. */
  birthOrder: z.int().min(1).max(9).optional(),
  hospitalNumber: line(40).optional(),
  municipality: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  bornOn: day.optional(),
  expectedOn: day.optional(),
  gestationWeeks: z.int().min(20).max(45).optional(),
};

export const registration = z
  .strictObject({
    lead: opaqueId,
    ...childShape,
    reason: z.string().trim().min(1).max(1000),
    origin,
    needs: z.array(careNeed).max(14).optional(),
    draft: opaqueId.optional(),
    /** The referral that is accepted with this case. */
    referral: opaqueId.optional(),
  })
  .refine(body => (body.bornOn === undefined) !== (body.expectedOn === undefined), {
    path: ['bornOn'],
    message: '生年月日か出産予定日のどちらか一つを入れてください。 / Either a date of birth or an expected date.',
  })
  .refine(body => body.draft === undefined || body.referral === undefined, {
    path: ['referral'],
    message: '下書きと依頼のどちらか一つだけです。 / Either a draft or a referral.',
  });
export type Registration = z.infer<typeof registration>;

/** What leaves the screen: text for a hospital's chart, or one of the papers. */
export const exportKinds = ['chartText', 'summary', 'needed'] as const;

/** A membership as the owner of a hold, an action item or an application. */
const member = z.strictObject({ name: z.string(), role: z.string(), org: z.string(), open: z.boolean() });
export type Member = z.infer<typeof member>;

export const caseView = z.strictObject({
  id: z.string(),
  no: z.string(),
  version: z.int(),
  stage: z.string(),
  step: z.string().nullable(),
  column: z.string(),
  tracks: z.record(z.string(), z.string()),
  adult: z.string(),
  class: z.enum(['full', 'partner', 'numberOnly', 'invited']),
  /** Facts the viewer may see, by category; a category outside the consent is absent. */
  facts: z.record(z.string(), z.record(z.string(), z.unknown())),
  hidden: z.array(z.string()),
  /** What was written of the action items among the facts, by id. */
  itemTexts: z.record(z.string(), z.string()),
  /** What the viewer's role is shown of each category where consent withholds nothing; absent where nothing ever. */
  sight: z.record(z.string(), z.enum(['write', 'read', 'writeOwn', 'summary', 'own'])),
  /** Identity where contacts may be seen. */
  people: z.strictObject({
    child: z
      .strictObject({
        familyName: z.string().nullable(),
        givenName: z.string().nullable(),
        familyKana: z.string().nullable(),
        givenKana: z.string().nullable(),
        bornOn: z.string().nullable(),
        sex: z.string(),
        birthOrder: z.int().nullable(),
        hospitalNumber: z.string().nullable(),
      })
      .nullable(),
    orgs: z.record(z.string(), z.string()),
    /** Telephones of these organisations, where one is known. */
    telephones: z.record(z.string(), z.string()),
    /** Who may be named as an owner, and who was (`open`: false where no longer), for whoever sees the plan. */
    members: z.record(z.string(), member),
  }),
  deadlines: z.array(
    z.strictObject({
      kind: z.string(),
      ref: z.string(),
      on: z.string(),
      /** Of a day that was moved: how often, the first one, and the entry that moved it last. */
      moved: z.strictObject({ times: z.int(), firstOn: z.string(), seq: z.int() }).optional(),
    }),
  ),
  card,
  /** Case events this viewer may send now. */
  can: z.array(z.string()),
  enquiry: enquiry.nullable(),
  /** The case of the same child that goes on, where the viewer sees it; this one ended by a merge. */
  mergedInto: z.strictObject({ id: z.string(), no: z.string() }).nullable(),
  /** Whether this viewer may read who looked at the case. */
  accessLog: z.boolean(),
  /** Whether a hospital's file may have told something that this viewer is shown. */
  hasSource: z.boolean(),
  /** Whether this viewer is told what the case would make payable. */
  fees: z.boolean(),
});
export type CaseView = z.infer<typeof caseView>;

const eventBody = z.looseObject({ type: z.string() });

const searched = z.strictObject({ q: z.string().trim().min(1).max(60) });
const found = z.strictObject({ cards: z.array(card), more: z.boolean() });

export const caseEndpoints = {
  board: endpoint({
    method: 'GET',
    path: '/board',
    summary:
      'First board: cards as rows with a column list and dictionaries; closed cases in pages, the latest first. Names are looked for by POST /search',
    query: z.strictObject({
      stage: z.string().max(40).optional(),
      column: z.string().max(40).optional(),
      hold: z.string().max(40).optional(),
      need: z.string().max(40).optional(),
      lead: z.string().max(64).optional(),
      due: z.enum(dueChoices).optional(),
      turn: z.string().max(64).optional(),
      closed: z.enum(['1']).optional(),
      /** When a case was closed and which. */
      after: idPlace.optional(),
    }),
    answer: z.strictObject({
      ...boardRows.shape,
      orgs: z.record(z.string(), z.string()),
      /** Kinds of these organisations: which of those that carry a case is its station, which its town. */
      orgKinds: z.record(z.string(), z.string()),
      people: z.record(z.string(), z.string()),
      counts: z.record(z.string(), z.int()),
      pulse,
      /** With `closed`: where the next page begins (`after`); null where this was the last. */
      next: z.string().nullable(),
    }),
    status: 200,
  }),
  sync: endpoint({
    method: 'POST',
    path: '/board/sync',
    summary: 'What changed since what I have',
    body: boardHave,
    answer: boardDifference,
    status: 200,
  }),
  register: endpoint({
    method: 'POST',
    path: '/cases',
    summary: 'Register a case',
    body: registration,
    answer: z.strictObject({ id: z.string(), no: z.string(), version: z.int(), stage: z.string() }),
    status: 201,
    key: 'required',
    dated: (body, today) => birthDayIssues(body, today),
  }),
  similar: endpoint({
    method: 'POST',
    path: '/cases/similar',
    summary: 'Cases that may be of this child, among those whose names one is shown',
    body: z.strictObject(childShape),
    answer: z.strictObject({ cards: z.array(card) }),
    status: 200,
  }),
  get: endpoint({
    method: 'GET',
    path: '/cases/:id',
    summary: 'One case, by category',
    params: caseId,
    answer: caseView,
    status: 200,
  }),
  events: endpoint({
    method: 'GET',
    path: '/cases/:id/events',
    summary: 'History after a seq',
    params: caseId,
    query: z.strictObject({
      after: z.coerce.number().int().min(0).max(2_147_483_647).optional(),
      limit: z.coerce.number().int().min(1).max(500).optional(),
    }),
    answer: z.strictObject({ events: z.array(historyEvent), version: z.int() }),
    status: 200,
  }),
  transitions: endpoint({
    method: 'GET',
    path: '/cases/:id/transitions',
    summary: 'Every move from here, enabled or with reasons',
    params: caseId,
    answer: z.array(transition),
    status: 200,
  }),
  ahead: endpoint({
    method: 'GET',
    path: '/cases/:id/ahead',
    summary: 'What every stage on the way forward still asks',
    params: caseId,
    answer: z.array(wayAhead),
    status: 200,
  }),
  export: endpoint({
    method: 'POST',
    path: '/cases/:id/exports',
    summary: 'Notes in the access log that what one sees of a case is copied or printed; it tells nothing itself',
    params: caseId,
    body: z.strictObject({
      what: z.enum(exportKinds),
      /** Of a text: the parts of it. */
      parts: z
        .array(z.enum(['summary', 'conditions', 'minutes', 'visit']))
        .max(4)
        .optional(),
    }),
    answer: z.strictObject({ noted: z.literal(true) }),
    status: 200,
  }),
  readers: endpoint({
    method: 'GET',
    path: '/cases/:id/readers',
    summary: 'Who could read a note that one writes, and which: whom it may call',
    params: caseId,
    answer: z.strictObject({ readers: z.array(noteReader) }),
    status: 200,
  }),
  accessLog: endpoint({
    method: 'GET',
    path: '/cases/:id/access-log',
    summary: 'Who looked at a case and who was refused, newest first, for privacy officers',
    params: caseId,
    query: z.strictObject({
      before: logPlace.optional(),
      limit: z.coerce.number().int().min(1).max(500).optional(),
    }),
    answer: z.strictObject({ entries: z.array(accessLogEntry), next: z.string().nullable() }),
    status: 200,
  }),
  send: endpoint({
    method: 'POST',
    path: '/cases/:id/events',
    summary: 'Send one event to a case',
    params: caseId,
    body: eventBody,
    answer: z.strictObject({
      accepted: z.literal(true),
      version: z.int(),
      /** null: a guardian who was not granted the plan is not told where the case stands. */
      stage: z.string().nullable(),
      effects: z.array(z.string()),
    }),
    status: 200,
    key: 'required',
    match: 'required',
  }),
  search: endpoint({
    method: 'GET',
    path: '/search',
    summary: 'Cases one may see, for machines that search by number: the text stands in the address',
    query: searched,
    answer: found,
    status: 200,
  }),
  find: endpoint({
    method: 'POST',
    path: '/search',
    summary: 'Cases one may see; what is searched for, perhaps a name, stands in no address and no log',
    body: searched,
    answer: found,
    status: 200,
  }),
};
