import { guardiansOwn, mayInviteGuests, readsWhole, seesFees, type Viewer } from '@kaerimichi/access';
import {
  type CaseFacts,
  type Day,
  isUnanswered,
  isUnconfirmed,
  objectionToAskingAgain,
  roleOfFunction,
  rowTextName,
  tokyoDay,
} from '@kaerimichi/discharge';
import { eventDefinitions } from '@kaerimichi/discharge/chart';
import type { CaseworkPorts } from '../casework.ts';
import { readerOf } from '../entry-kind.ts';
import { accepted, type Outcome, type RequestMeta } from '../outcome.ts';
import type { SignedIn } from '../ports.ts';
import { caseWithWay, sendable } from '../view-case.ts';
import { readWritten, type Written } from '../written.ts';
import type { ConferenceSeen, ConferenceStep, ConferencesSeen, SeatSeen } from './conferences-seen.ts';
import { bestSlot, slotStandings } from './propose-slot.ts';
import { recordOf } from './record-of.ts';

type Question = { readonly who: SignedIn; readonly caseId: string; readonly meta: RequestMeta };
type Conference = CaseFacts['conferences'][number];
type Seat = NonNullable<Conference['asked']>[number];

const types = eventDefinitions
  .map(({ type }): string => type)
  .filter(type => type.startsWith('conference.') || type.startsWith('minutes.'));

/** The conferences of a case for whoever reads its plan: the newest first. */
export async function readConferences(ports: CaseworkPorts, question: Question): Promise<Outcome<ConferencesSeen>> {
  const seen = await caseWithWay(ports, { ...question, what: 'conferences' });
  if (!seen.ok) return seen;
  const { loaded, access } = seen.answer;
  const { viewer } = question.who;
  const reader = readerOf(viewer, loaded);
  if (!readsWhole(reader.rights, 'plan')) return accepted({ conferences: [], mayInviteGuests: false, can: [] });
  const can = sendable({ viewer, access }, loaded).filter(
    type => types.includes(type) || type.startsWith('actionItem.'),
  );
  const written = await readWritten(ports, { caseId: loaded.id, reader, types });
  const told = {
    ...{ facts: loaded.facts, viewer, written, can, on: tokyoDay(ports.clock.now()) },
    tellsRecord: seesFees(reader.rights),
  };
  const conferences = loaded.facts.conferences.map(one => conferenceSeen(one, told)).reverse();
  return accepted({ conferences, mayInviteGuests: mayInviteGuests(viewer, access), can });
}

type Told = {
  readonly facts: CaseFacts;
  readonly viewer: Viewer;
  /** Oldest first. */
  readonly written: readonly Written[];
  readonly can: readonly string[];
  readonly on: Day;
  readonly tellsRecord: boolean;
};

function conferenceSeen(conference: Conference, told: Told): ConferenceSeen {
  const { id, kind, ordinal, attended, minutes } = conference;
  const own = told.written.filter(({ event }) => event.body.conferenceId === id);
  const newest = (type: string) => own.findLast(({ event }) => event.type === type)?.texts;
  const standings = conference.heldOn ? [] : slotStandings(conference);
  const settled = newest('conference.planned');
  return {
    ...{ id, kind, ordinal, attended, minutes },
    step: stepOf(conference),
    plannedOn: conference.plannedOn ?? null,
    startsAt: conference.startsAt ?? null,
    heldOn: conference.heldOn ?? null,
    place: settled?.place ?? null,
    note: settled?.note ?? newest('conference.polled')?.note ?? null,
    interpreting: conference.interpreting ?? null,
    slots: standings,
    best: bestSlot(standings)?.id ?? null,
    seats: (conference.asked ?? []).map(seat => seatSeen(conference, seat, { ...told, written: own })),
    agenda: agendaOf(conference, own),
    online: conference.online ?? [],
    decided: (conference.decided ?? []).map(({ id: decision, seq }) => ({
      id: decision,
      what: textAt(own, seq, rowTextName('decisions', decision, 'what')),
    })),
    items: told.facts.actionItems
      .filter(item => item.conference === id)
      .map(item => ({
        id: item.id,
        what: textAt(own, item.seq, rowTextName('actionItems', item.id, 'what')),
        owner: item.owner ?? null,
        dueOn: item.dueOn ?? null,
        closedOn: item.closedOn ?? null,
      })),
    isUnfinished: conference.minutesOpen === true,
    minutesText: newest('minutes.drafted')?.minutes ?? null,
    sharedOn: conference.sharedOn ?? null,
    addenda: own.flatMap(({ event, texts }) =>
      event.type === 'minutes.supplemented' && texts.addendum
        ? [{ on: event.on, text: texts.addendum, org: event.by.org }]
        : [],
    ),
    record: told.tellsRecord ? recordOf(conference) : null,
  };
}

function stepOf({ plannedOn, heldOn, agenda, sharedOn, asked = [] }: Conference): ConferenceStep {
  if (!heldOn && !plannedOn) return 'date';
  if (!heldOn) return agenda ? 'day' : 'agenda';
  return sharedOn && asked.every(({ confirmedOn }) => confirmedOn) ? 'confirmed' : 'minutes';
}

const textAt = (written: readonly Written[], seq: number, name: string): string | null =>
  written.find(({ event }) => event.seq === seq)?.texts[name] ?? null;

const agendaOf = ({ agenda = [], agendaSeq = 0 }: Conference, written: readonly Written[]) =>
  agenda.map(({ id, takes, presenter = null, document = null }) => ({
    ...{ id, takes, presenter, document },
    what: textAt(written, agendaSeq, rowTextName('agenda', id, 'what')),
  }));

function seatSeen(conference: Conference, seat: Seat, told: Omit<Told, 'tellsRecord'>): SeatSeen {
  const { facts, viewer, can, written, on } = told;
  const isHouse = seat.org === viewer.org;
  const isFamily = guardiansOwn(viewer, facts).seats.some(one => one.seat === seat);
  // A colleague's seat is answered for, not as one's own.
  const isOwn = isFamily || (isHouse && roleOfFunction[seat.function] === viewer.role);
  const isMine = isFamily || isHouse || viewer.org === facts.lead;
  const isAsked = conference.slots !== undefined && conference.heldOn === undefined;
  const asksAgain = can.includes('conference.askedAgain') && isMine && isUnanswered(conference, seat);
  const answers = (conference.slots ?? []).map(({ id }, at) => [id, seat.answers?.[at] ?? 'open'] as const);
  return {
    ...{ id: seat.id, function: seat.function, org: seat.org ?? null, required: seat.required ?? false, isOwn },
    who: textAt(written, conference.polledSeq ?? 0, rowTextName('asked', seat.id, 'who')),
    answers: seat.answers ? Object.fromEntries(answers) : null,
    comment: textAt(written, seat.answeredSeq ?? 0, 'comment'),
    answeredOn: seat.answeredOn ?? null,
    remindedOn: seat.remindedOn ?? null,
    confirmedOn: seat.confirmedOn ?? null,
    mayAnswer: isAsked && isMine && can.includes('conference.answered'),
    mayConfirm: isMine && can.includes('minutes.confirmed') && isUnconfirmed(conference, seat),
    askAgain: asksAgain ? { whyNot: objectionToAskingAgain(conference, seat, on)?.text ?? null } : null,
  };
}
