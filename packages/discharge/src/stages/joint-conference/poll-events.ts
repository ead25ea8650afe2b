import { z } from 'zod';
import { about, isFilled } from '../../about.ts';
import { type CaseEvent, defineFact, defineTime, noteText, type Objection, putItem, stampOf } from '../../event.ts';
import type { CaseFacts } from '../../facts.ts';
import { repeatedIds } from '../../faults.ts';
import { nextOrdinal } from '../../keep-recent.ts';
import { clockTime, day, itemId, teamFunction } from '../../vocabulary.ts';
import { alreadyHeld, conferenceKind, withRecent } from './conferences.ts';
import {
  changeSeat,
  fits,
  objectionToAskingAgain,
  objectionToGuest,
  objectionToSeat,
  type Seat,
  seatOf,
} from './seats.ts';

/** As many as stand beside each other on a screen, and as many people as sit around a table. */
const MOST_SLOTS = 8;
const MOST_SEATS = 20;
/** Conferences of a round for which dates are proposed or planned at the same time. */
const MOST_OPEN = 6;

const slot = z.strictObject({ id: itemId, slotOn: day, slotAt: clockTime });
const seat = z.strictObject({
  id: itemId,
  function: teamFunction,
  organisation: itemId.optional().describe('absent for a guest without an account, and for the family'),
  required: z.boolean().optional().describe('without them the meeting is not held'),
});
const interpreting = z.enum(['interpreterNotNeeded', 'interpreterWanted', 'interpreterBooked']);

const past: Objection = {
  code: 'conference.past',
  text: { ja: '過ぎた日は候補にできません。', en: 'A day that has passed cannot be proposed.' },
};

const tooMany: Objection = {
  code: 'conference.tooMany',
  text: {
    ja: `開いていない会議が${MOST_OPEN}つあります。先に開くか、その会議の候補日を変えてください。`,
    en: `${MOST_OPEN} conferences are open. Hold one first, or propose other dates for it.`,
  },
};

const isOneTooMany = ({ conferences, round }: CaseFacts, asked: string): boolean =>
  !conferences.some(({ id }) => id === asked) &&
  conferences.filter(other => other.round === round && !other.heldOn).length >= MOST_OPEN;

type Slot = z.infer<typeof slot>;
type Asked = z.infer<typeof seat>;

/** Asked again, whoever answered keeps what was said of times that are still proposed. */
function answersKept(before: Seat, slots: readonly { readonly id: string }[], proposed: readonly Slot[]) {
  const { answeredOn, answeredSeq, remindedOn, reminders } = before;
  const reminded = { ...(remindedOn && { remindedOn }), ...(reminders && { reminders }) };
  const answers = proposed.map(
    ({ id }) => before.answers?.[slots.findIndex(old => old.id === id)] ?? ('open' as const),
  );
  if (answers.every(answer => answer === 'open')) return reminded;
  return { ...reminded, answers, ...(answeredOn && { answeredOn }), ...(answeredSeq && { answeredSeq }) };
}

/** What was said of a seat is of those who sat there: taken by others, it begins anew. */
const isSameSeat = (before: Seat, now: Asked): boolean =>
  before.id === now.id && before.function === now.function && before.org === now.organisation;

const conferencePolled = defineFact('conference.polled', {
  label: { ja: '会議の候補日をたずねる', en: 'Ask for a date of a conference' },
  reading: 'かいぎ の こうほび を たずねる',
  told: { ja: '会議の候補日をたずねた', en: 'Dates of a conference proposed' },
  category: 'plan',
  item: { field: 'conferenceId', isNew: 'always' },
  body: {
    conferenceId: itemId,
    conferenceKind,
    slots: z.array(slot).min(1).max(MOST_SLOTS),
    asked: z.array(seat).min(1).max(MOST_SEATS),
    interpreting: interpreting.optional(),
  },
  texts: noteText,
  rowTexts: { asked: { who: { label: { ja: '名前', en: 'Name' }, required: false, maxLength: 80 } } },
  faults: sent => [...repeatedIds(sent, 'slots'), ...repeatedIds(sent, 'asked')],
  objection: (facts, { body, on }) => {
    if (facts.conferences.some(({ id, heldOn }) => id === body.conferenceId && heldOn)) return alreadyHeld;
    if (isOneTooMany(facts, body.conferenceId)) return tooMany;
    return body.slots.some(({ slotOn }) => slotOn < on) ? past : null;
  },
  record: (facts, event) => {
    const { conferenceId: id, conferenceKind: kind, slots, asked, interpreting: interpreter } = event.body;
    const before = facts.conferences.find(other => other.id === id);
    const { plannedOn: _on, startsAt: _at, ...kept } = before ?? {};
    const seats = asked.map((one): Seat => {
      const { id: seatId, function: part, organisation, required } = one;
      const known = before?.asked?.find(other => isSameSeat(other, one));
      return {
        ...{ id: seatId, function: part },
        ...(organisation && { org: organisation }),
        ...(required && { required }),
        ...(known && answersKept(known, before?.slots ?? [], slots)),
      };
    });
    const polled = {
      ...kept,
      ...stampOf(facts, event),
      ...{ id, kind, ordinal: before?.ordinal ?? nextOrdinal(facts.conferences) },
      ...{ attended: before?.attended ?? [], minutes: before?.minutes ?? ('none' as const) },
      ...{
        slots: slots.map(({ id: slotId, slotOn, slotAt }) => ({ id: slotId, on: slotOn, at: slotAt })),
        asked: seats,
      },
      ...{ polledOn: event.on, polledSeq: event.seq },
      ...(interpreter && { interpreting: interpreter }),
    };
    return withRecent(facts, putItem(facts.conferences, polled));
  },
});

const notPolled: Objection = {
  code: 'conference.notPolled',
  text: {
    ja: '候補日はたずねていないか、日程がもう決まりました。',
    en: 'No dates are proposed, or the date is settled by now.',
  },
};

const answers = z
  .array(z.strictObject({ slot: itemId, answer: fits }))
  .min(1)
  .max(MOST_SLOTS);
const answerBody = { conferenceId: itemId, askedId: itemId, answers };
const comment = { comment: { label: { ja: 'ひとこと', en: 'Comment' }, maxLength: 200 } };
type Answer = {
  readonly conferenceId: string;
  readonly askedId: string;
  readonly answers: z.infer<typeof answers>;
};

const notEach: Objection = {
  code: 'conference.notEachSlot',
  text: { ja: 'どの候補にも○△×のどれかを答えてください。', en: 'Say of each proposed time whether it fits.' },
};

function objectionToAnswer(facts: CaseFacts, event: CaseEvent<Answer>): Objection | null {
  const { conferenceId, answers: given } = event.body;
  const slots = facts.conferences.find(({ id }) => id === conferenceId)?.slots;
  if (!slots) return notPolled;
  const isEach = given.length === slots.length && slots.every(({ id }) => given.some(one => one.slot === id));
  return objectionToSeat(facts, event) ?? (isEach ? null : notEach);
}

function recordAnswer(facts: CaseFacts, { body, on, seq }: CaseEvent<Answer>): CaseFacts {
  const slots = facts.conferences.find(({ id }) => id === body.conferenceId)?.slots ?? [];
  const inOrder = slots.map(({ id }) => body.answers.find(one => one.slot === id)?.answer ?? ('open' as const));
  return changeSeat(facts, body, { answers: inOrder, answeredOn: on, answeredSeq: seq });
}

const conferenceAnswered = defineFact('conference.answered', {
  label: { ja: '会議の候補日に答える', en: 'Answer the dates proposed for a conference' },
  reading: 'かいぎ の こうほび に こたえる',
  told: { ja: '会議の候補日に答えた', en: 'Proposed dates answered' },
  category: 'plan',
  append: true,
  body: answerBody,
  texts: comment,
  about: about('conferences', 'conferenceId', isFilled('slots', notPolled)),
  objection: objectionToAnswer,
  record: recordAnswer,
});

/** A guest without an account, by its link: the server writes down what it said. */
const conferenceGuestAnswered = defineTime('conference.guestAnswered', {
  label: { ja: '招かれた人が会議の候補日に答えた', en: 'A guest answered the proposed dates' },
  category: 'plan',
  body: answerBody,
  texts: comment,
  about: about('conferences', 'conferenceId', isFilled('slots', notPolled)),
  objection: (facts, event) => objectionToGuest(facts, event) ?? objectionToAnswer(facts, event),
  record: recordAnswer,
});

const conferenceAskedAgain = defineFact('conference.askedAgain', {
  label: { ja: '会議の返事をもう一度たずねる', en: 'Ask once more for the dates of a conference' },
  reading: 'かいぎ の へんじ を もう いちど たずねる',
  told: { ja: '会議の返事をもう一度たずねた', en: 'Asked once more for an answer' },
  category: 'plan',
  body: { conferenceId: itemId, askedId: itemId },
  about: about('conferences', 'conferenceId', isFilled('slots', notPolled)),
  objection: (facts, event) => {
    const { conferenceId, askedId } = event.body;
    const conference = facts.conferences.find(({ id }) => id === conferenceId);
    const asked = seatOf(facts, conferenceId, askedId);
    const unknown = objectionToSeat(facts, event);
    return unknown || !asked || !conference ? unknown : objectionToAskingAgain(conference, asked, event.on);
  },
  record: (facts, { body, on }) => {
    const reminders = (seatOf(facts, body.conferenceId, body.askedId)?.reminders ?? 0) + 1;
    return changeSeat(facts, body, { remindedOn: on, reminders });
  },
});

export const pollEvents = [
  conferencePolled,
  conferenceAnswered,
  conferenceGuestAnswered,
  conferenceAskedAgain,
] as const;
