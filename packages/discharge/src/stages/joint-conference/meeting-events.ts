import { z } from 'zod';
import { about, isEmpty, isOneOf } from '../../about.ts';
import { type CaseEvent, changeItem, defineFact, type Objection, putItem, stampOf } from '../../event.ts';
import type { CaseFacts } from '../../facts.ts';
import { repeatedIds } from '../../faults.ts';
import { keepRecent } from '../../keep-recent.ts';
import { day, itemId, teamFunction } from '../../vocabulary.ts';
import { alreadyHeld } from './conferences.ts';

/** Something that somebody is to do, as it is agreed on: `owner` and `dueOn` may be settled later. */
export const actionItem = z.strictObject({ id: itemId, owner: itemId.optional(), dueOn: day.optional() });
export const actionItemTexts = {
  actionItems: { what: { label: { ja: '内容', en: 'What' }, required: false, maxLength: 200 } },
} as const;

type Items = readonly z.infer<typeof actionItem>[];

/** Facts with what was agreed on: a task of somebody's from this moment on. */
export function withItems(
  facts: CaseFacts,
  items: Items,
  { conference, ...stamp }: ReturnType<typeof stampOf> & { readonly conference: string },
): CaseFacts['actionItems'] {
  const all = items.map(({ id, owner, dueOn }) => ({
    ...stamp,
    ...{ id, conference },
    ...(owner && { owner }),
    ...(dueOn && { dueOn }),
  }));
  // One that is done stays done.
  const closed = new Map(facts.actionItems.map(({ id, closedOn }) => [id, closedOn]));
  return keepRecent(
    all.reduce((before, item) => {
      const closedOn = closed.get(item.id);
      return putItem(before, { ...item, ...(closedOn && { closedOn }) });
    }, facts.actionItems),
    ({ closedOn }) => closedOn !== undefined,
  );
}

/** A meeting of an hour has six items or eight; whoever writes more writes minutes. */
const MOST_ITEMS = 15;

const agendaItem = z.strictObject({
  id: itemId,
  takes: z.int().min(1).max(120).describe('minutes that it is given'),
  presenter: teamFunction.optional(),
  document: itemId.optional().describe('kind of a document, as it was when the agenda was written'),
});

const conferenceAgendaWritten = defineFact('conference.agendaWritten', {
  label: { ja: '会議の議題を決める', en: 'Write the agenda of a conference' },
  reading: 'かいぎ の ぎだい を きめる',
  told: { ja: '会議の議題を決めた', en: 'Agenda of a conference written' },
  category: 'plan',
  body: { conferenceId: itemId, agenda: z.array(agendaItem).min(1).max(MOST_ITEMS) },
  rowTexts: { agenda: { what: { label: { ja: '内容', en: 'What' }, required: true, maxLength: 200 } } },
  faults: sent => repeatedIds(sent, 'agenda'),
  about: about('conferences', 'conferenceId', isEmpty('heldOn', alreadyHeld)),
  record: (facts, { body, seq }) => ({
    ...facts,
    conferences: changeItem(facts.conferences, body.conferenceId, { agenda: body.agenda, agendaSeq: seq }),
  }),
});

/** Enough for what one child needs; facts are written whole with every event. */
const MOST_AT_ONCE = 10;

/** In the facts at the same time, of one conference and of one case. */
const MOST_DECISIONS = 60;
const MOST_OPEN_ITEMS = 100;

type Noted = {
  readonly conferenceId: string;
  readonly decisions: readonly { readonly id: string }[];
  readonly actionItems: Items;
};

const known: Objection = {
  code: 'conference.notedAlready',
  text: {
    ja: '同じ項目がもう書かれています。新しい項目として書いてください。',
    en: 'That was written down already. Write it as something new.',
  },
};
const tooMuch: Objection = {
  code: 'conference.notedTooMuch',
  text: {
    ja: '決まったことか、済んでいない宿題が多すぎます。済んだものを閉じるか、議事録に書いてください。',
    en: 'Too many decisions or open items. Close what is done, or write the minutes.',
  },
};
const handedIn: Objection = {
  code: 'minutes.handedIn',
  text: {
    ja: '議事録は承認を待っています。書き足すのは主担当の組織だけです。',
    en: 'The minutes wait for approval: only the lead adds to them.',
  },
};

/** Whoever was there adds; what others wrote, gave away or closed they do not write over. */
function objectionToNoting(facts: CaseFacts, { body, by }: CaseEvent<Noted>): Objection | null {
  const { conferenceId, decisions, actionItems } = body;
  const conference = facts.conferences.find(({ id }) => id === conferenceId);
  const decided = conference?.decided ?? [];
  const isKnown = (items: readonly { readonly id: string }[], one: string) => items.some(({ id }) => id === one);
  if (conference?.minutes === 'drafted' && !conference.minutesOpen && by.org !== facts.lead) return handedIn;
  if (decisions.some(({ id }) => isKnown(decided, id)) || actionItems.some(({ id }) => isKnown(facts.actionItems, id)))
    return known;
  const open = facts.actionItems.filter(({ closedOn }) => !closedOn).length;
  const isTooMuch = decided.length + decisions.length > MOST_DECISIONS || open + actionItems.length > MOST_OPEN_ITEMS;
  return isTooMuch ? tooMuch : null;
}

const conferenceNoted = defineFact('conference.noted', {
  label: { ja: '会議で決まったことを書く', en: 'Write down what a conference decided' },
  reading: 'かいぎ で きまった こと を かく',
  told: { ja: '会議で決まったことを書いた', en: 'Decisions of a conference written down' },
  category: 'plan',
  append: true,
  body: {
    conferenceId: itemId,
    decisions: z.array(z.strictObject({ id: itemId })).max(MOST_AT_ONCE),
    actionItems: z.array(actionItem).max(MOST_AT_ONCE).describe('宿題(担当・期限)'),
  },
  rowTexts: {
    decisions: { what: { label: { ja: '内容', en: 'What' }, required: true, maxLength: 400 } },
    ...actionItemTexts,
  },
  faults: sent => [...repeatedIds(sent, 'decisions'), ...repeatedIds(sent, 'actionItems')],
  about: about(
    'conferences',
    'conferenceId',
    isOneOf('minutes', ['none', 'drafted'], {
      code: 'minutes.approved',
      text: { ja: '承認済みの議事録は変えられません。', en: 'Approved minutes do not change.' },
    }),
  ),
  objection: objectionToNoting,
  record: (facts, event) => {
    const { conferenceId, decisions, actionItems } = event.body;
    const before = facts.conferences.find(({ id }) => id === conferenceId)?.decided ?? [];
    const decided = [...before, ...decisions.map(({ id }) => ({ id, seq: event.seq }))];
    return {
      ...facts,
      conferences: changeItem(facts.conferences, conferenceId, { decided }),
      actionItems: withItems(facts, actionItems, { ...stampOf(facts, event), conference: conferenceId }),
    };
  },
});

export const meetingEvents = [conferenceAgendaWritten, conferenceNoted] as const;
