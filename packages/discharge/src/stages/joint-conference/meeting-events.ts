import { z } from 'zod';
import { about, isEmpty, isOneOf } from '../../about.ts';
import { changeItem, defineFact, putItem, stampOf } from '../../event.ts';
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
  return keepRecent(
    all.reduce((before, item) => putItem(before, item), facts.actionItems),
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
  record: (facts, event) => {
    const { conferenceId, decisions, actionItems } = event.body;
    const known = facts.conferences.find(({ id }) => id === conferenceId)?.decided ?? [];
    const decided = decisions.reduce((all, { id }) => putItem(all, { id, seq: event.seq }), known);
    return {
      ...facts,
      conferences: changeItem(facts.conferences, conferenceId, { decided }),
      actionItems: withItems(facts, actionItems, { ...stampOf(facts, event), conference: conferenceId }),
    };
  },
});

export const meetingEvents = [conferenceAgendaWritten, conferenceNoted] as const;
