import { daysBetween } from '@kaerimichi/rules/calendar';
import { transitionsOf } from '../chart.ts';
import { checksOf } from '../checklists/checklist.ts';
import { consentFor } from '../consent.ts';
import { timeEventOf } from '../deadline-kinds.ts';
import { deadlinesOf } from '../deadlines.ts';
import type { Decision } from '../decide.ts';
import { eventDefinitions } from '../events.ts';
import { openWaiverAsks } from '../everywhere/waiver-asks.ts';
import { sideToMove } from '../handoff/turn.ts';
import { stageOrder } from '../stage-order.ts';
import { taskKey } from '../tasks/task-key.ts';
import { aCase, fork, type Story } from './a-case.ts';
import { bodyOf, type Choices } from './body-of.ts';
import { consent, phases } from './phases.ts';
import { aptOfConferences, isAskedForDay, withApprovedMinutes } from './random-conference.ts';
import { aptOfHandoffs, isPaperOut, isSomethingOfHandoffOpen } from './random-handoff.ts';
import { aptOfVisits, withTwoRecords } from './random-visit.ts';
import { representative, senderOf } from './representative.ts';
import { actors, type ScriptEvent } from './script.ts';

/** Small repeatable choices from one number (mulberry32). */
function choicesOf(seed: number): Choices {
  let a = seed;
  const next = () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { pick: n => Math.floor(next() * n), chance: probability => next() < probability };
}

const people = Object.keys(actors);
const types = eventDefinitions.map(({ type }) => type);

type Forgotten = {
  readonly isOpen: (child: Story) => boolean;
  readonly chance: number;
  readonly by: string;
  readonly types: readonly string[];
};

/** What waits for an answer that chance alone would hardly ever come back to. */
const forgotten: readonly Forgotten[] = [
  {
    isOpen: child => child.facts().handoffs.some(({ status }) => status === 'questioned'),
    chance: 0.2,
    by: 'dsn',
    types: ['handoff.answered'],
  },
  // A consent given ahead is rare, and the day that it waits for is soon past.
  {
    isOpen: child => deadlinesOf(child.facts()).some(({ fires }) => fires === 'fact.begun'),
    chance: 0.3,
    by: 'clock',
    types: ['fact.begun'],
  },
  { isOpen: child => Boolean(child.facts().leadOffered), chance: 0.2, by: 'regional', types: ['lead.accepted'] },
  {
    isOpen: isAskedForDay,
    chance: 0.3,
    by: 'dsn',
    types: ['conference.guestAnswered', 'conference.answered', 'conference.askedAgain'],
  },
  {
    isOpen: child => child.facts().visits.some(({ missing = [] }) => missing.length > 0),
    chance: 0.3,
    by: 'dsn',
    types: ['visit.missingAnswered'],
  },
  { isOpen: isPaperOut, chance: 0.1, by: 'clock', types: ['handoff.paperAcknowledged'] },
  {
    isOpen: isSomethingOfHandoffOpen,
    chance: 0.15,
    by: 'dsn',
    types: ['handoff.taughtBack', 'handoff.talkedOver', 'handoff.reviewed', 'handoff.reviewAnswered'],
  },
  {
    isOpen: child => openWaiverAsks(child.facts(), child.on()).length > 0,
    chance: 0.2,
    by: 'head',
    types: ['requirement.waiverRefused'],
  },
];

/** Half of what is sent is what the case asks for next, so that sequences come far; the rest is anything valid. */
function nextEvent(child: Story, seed: number): ScriptEvent {
  const choices = choicesOf(seed);
  const at = { state: child.state(), on: child.on(), day: child.day(), seq: child.seq() + 1 };
  for (const { isOpen, chance, by, types: answers } of forgotten)
    if (isOpen(child) && choices.chance(chance)) {
      const type = answers[choices.pick(answers.length)] ?? 'note.added';
      return { day: at.day, by, type, body: {}, ...apt[type]?.(child) };
    }
  const views = transitionsOf(at.state, at.on);
  const day = at.day + choices.pick(3);
  if (views.length > 0 && choices.chance(0.6)) {
    const usual = views.filter(({ isForward }) => isForward);
    const open = views.filter(({ how, isForward }) => !how && !isForward);
    // Few sequences end early, so that most of them meet the stages that come late.
    const rest = choices.chance(0.9) && open.length > 0 ? open : views;
    const view = (choices.chance(0.7) ? usual[0] : undefined) ?? rest[choices.pick(rest.length)];
    const wish = view?.unmet[0]?.fix ?? (view && { event: view.event, fill: view.fixed });
    if (wish) return { ...representative(wish.event, { ...at, fill: wish.fill }), day };
  }
  const drawn = types[choices.pick(types.length)] ?? 'note.added';
  const type = ends.has(drawn) && choices.chance(0.8) ? 'note.added' : drawn;
  const by = choices.chance(0.6) ? senderOf(type, {}) : (people[choices.pick(people.length)] ?? 'dsn');
  return { day, by, type, body: bodyOf(type, { ...at, choices }), ...apt[type]?.(child) };
}

const ends = new Set(['child.died', 'case.closed', 'case.merged']);

/** What chance alone would never bring together. */
const apt: Readonly<Record<string, (child: Story) => Partial<ScriptEvent>>> = {
  'move.undone': child => ({
    by: child.steps.findLast(({ decision }) => decision.ok)?.sent.by ?? 'dsn',
    day: child.day(),
    seconds: 5,
    body: { seq: child.seq() },
  }),
  'requirement.waiverRefused': child => {
    const asked = openWaiverAsks(child.facts(), child.on()).at(-1);
    return asked ? { by: 'head', day: child.day(), body: { requirementId: asked.requirement, reason: '断る' } } : {};
  },
  'fact.lapsed': child => onItsDay(child, 'fact.lapsed', { kind: 'order', ref: 'order' }),
  'due.neared': child => onItsDay(child, 'due.neared', {}),
  'due.reminded': child => onItsDay(child, 'due.reminded', {}),
  'due.escalated': child => onItsDay(child, 'due.escalated', {}),
  'answer.reminded': child => onItsDay(child, 'answer.reminded', {}),
  'answer.escalated': child => onItsDay(child, 'answer.escalated', {}),
  // Versions by turns with every part and with none; of no stage so many days that a sequence would not see them pass.
  'rules.adopted': child => {
    const { lead, rules } = child.facts();
    const version = (rules?.version ?? 0) + 1;
    const days = Object.fromEntries(stageOrder.map((stage, at) => [stage, 2 + at]));
    const parts = {
      stageDays: days,
      remindDays: { visit: 3, stage: 1 },
      escalateDays: { stage: 1, visit: 5 },
      off: ['month1', 'trialStaySucceeded', 'schoolInformed'],
      caregivers: 2,
      skillDays: 30,
      approvers: 'both',
    };
    return { by: 'clock', body: { lead, version, ...(version % 2 === 1 ? parts : {}) } };
  },
  'fact.begun': child => onItsDay(child, 'fact.begun', { kind: 'consent', ref: 'none' }),
  // Only who received it declines, and whoever declines does so before an answer was given.
  'handoff.declined': child => {
    const open = child.facts().handoffs.find(({ status }) => status === 'sent' || status === 'opened');
    return open ? { by: 'hvn', body: { handoffId: open.id, declineReason: 'noCapacity' } } : {};
  },
  // An answer wants a question.
  'handoff.answered': child => {
    const open = child.facts().handoffs.find(({ status }) => status === 'questioned');
    const question = open?.questions.find(({ answered }) => !answered);
    return open && question ? { by: 'dsn', body: { handoffId: open.id, questionId: question.id, answer: '答え' } } : {};
  },
  // Whoever waits reminds of what was sent or asked.
  'task.reminded': child => {
    const { handoffs, team } = child.facts();
    const sent = handoffs.find(({ status, sentSeq }) => sentSeq && sideToMove(status) === 'receiver');
    const asked = team.find(({ state, org }) => state === 'asked' && org);
    if (sent) return { by: 'dsn', body: { task: taskKey('handoff', sent.id) } };
    return asked ? { by: 'dsn', body: { task: taskKey('enquiry', asked.id) } } : {};
  },
  // Whoever is called answers; where nobody is, somebody is called.
  'mention.answered': child => {
    const call = child.facts().mentions?.[0];
    const by = Object.entries(actors).find(([, { membership }]) => membership === call?.to)?.[0];
    const calling = { type: 'note.added', by: 'dsn', body: { note: '書き込み', mentions: ['m-doctor'] } };
    return call && by ? { by, body: { seq: call.seq } } : calling;
  },
  // An item stands on a list that was chosen.
  'checklist.itemSet': child =>
    checksOf(child.facts()).length > 0
      ? { by: 'dsn' }
      : { type: 'checklist.chosen', by: 'dsn', body: { templates: ['everyChild'] } },
  // A version is approved and brought into force only after it was made.
  'document.approved': child => stepOfDocument(child, ['draft']),
  'document.issued': child => stepOfDocument(child, ['approved', 'inForce'], { toFamily: false }),
  'document.withdrawn': child => stepOfDocument(child, ['draft', 'approved', 'inForce'], { reason: '理由' }),
  ...aptOfConferences,
  ...aptOfHandoffs,
  ...aptOfVisits,
  'lead.offered': () => ({ body: { organisation: 'org-chiiki' } }),
  'lead.accepted': child => (isAgreed(child) ? { by: 'regional' } : agreed),
  // A family that is asked while the lead is offered is asked about that.
  'consent.recorded': child => (child.facts().leadOffered && !isAgreed(child) ? agreed : {}),
};

const aPaper = {
  ...{ documentId: 'v1', paper: 'carryCard', byDoctor: true, mayFamily: true, basis: 1 },
  ...{ content: 'a1', whole: '紙' },
};

function stepOfDocument(child: Story, states: readonly string[], more = {}): Partial<ScriptEvent> {
  const { documents = [] } = child.facts();
  const document = documents.find(({ status }) => states.includes(status));
  if (document) return { by: 'doctor', body: { documentId: document.id, ...more } };
  const draft = documents.find(({ status }) => status === 'draft');
  if (draft) return { type: 'document.approved', by: 'doctor', body: { documentId: draft.id } };
  return { type: 'document.drafted', by: 'dsn', body: aPaper };
}

const isAgreed = (child: Story) => consentFor(child.facts(), 'org-chiiki', child.on()) !== undefined;
const agreed: Partial<ScriptEvent> = {
  type: 'consent.recorded',
  by: 'dsn',
  body: consent('c-lead', { scope: 'recipient', recipient: 'org-chiiki', from: '@0' }),
};

/** What the clock sends when a deadline's day has come, or `otherwise` where none of its kind is armed. */
function onItsDay(child: Story, type: string, otherwise: Readonly<Record<string, string>>): Partial<ScriptEvent> {
  const row = deadlinesOf(child.facts()).find(({ fires }) => fires === type);
  if (!row) return { body: otherwise };
  const days = Math.max(0, daysBetween(child.on(), row.on));
  return { day: child.day() + days, body: timeEventOf(row)?.body ?? {} };
}

const more = ({ seconds }: ScriptEvent) => (seconds === undefined ? {} : { seconds });

/** Half of the sequences begin with the referral, the others further on. */
const begin = () => aCase({ bornOn: '2011-02-01' });
const further = phases.map(({ stage }) => withTwoRecords(begin().goesTo(stage)));
const withHandoff = begin()
  .goesTo('readyForDischarge')
  .sends('dsn', 'handoff.composed', { handoffId: 'h1', recipient: 'org-nozomi', content: '-' })
  .sends('dsn', 'handoff.sent', { handoffId: 'h1', teachBack: true });
const withPaper = begin()
  .goesTo('readyForDischarge')
  .sends('dsn', 'handoff.composed', { handoffId: 'h1', outside: '島の診療所', content: '-' })
  .sends('dsn', 'handoff.sent', { handoffId: 'h1' });
const ready = begin().goesTo('readyForDischarge').prepares();
const adult = begin().goesTo('stableAtHome').sends('dsn', 'adult.opened');
const nearlyOver = fork(adult)
  .sends('coord', 'adult.serviceMapped', { service: 'neurology', state: 'transferred' })
  .sends('doctor', 'adult.visitHeld', { service: 'neurology' });
const approved = withApprovedMinutes(begin());
/** Chance rarely makes a paper and approves it, and then brings it into force. */
const withDocument = () =>
  begin().sends('dsn', 'document.drafted', aPaper).sends('doctor', 'document.approved', { documentId: 'v1' });
const starts = [
  ...[
    adult,
    nearlyOver,
    ...further,
    ...further.map((_, at) => (at % 2 === 0 ? withDocument() : begin())),
    ...Array.from({ length: 5 }, () => withHandoff),
    ready,
    ready,
  ],
  withPaper,
  // Of minutes that are shared two things can be said, and chance rarely comes so far.
  ...[
    approved,
    ...Array.from({ length: 4 }, () => fork(approved).sends('dsn', 'minutes.shared', { conferenceId: 'p0' })),
  ],
];

/** A case to begin a random sequence with, chosen by its first number. */
export const randomStart = (seed: number): Story => fork(starts[Math.abs(seed) % starts.length] ?? begin());

/** Sends the next event of a random sequence. */
export function sendRandom(child: Story, seed: number): Decision {
  const sent = nextEvent(child, seed);
  return child.waits(sent.day - child.day()).tries(sent.by, sent.type, sent.body, more(sent));
}
