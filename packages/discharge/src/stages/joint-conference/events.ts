import { dayWords } from '@kaerimichi/rules/calendar';
import { z } from 'zod';
import { about, isEmpty, isFilled, isOneOf } from '../../about.ts';
import {
  type CaseEvent,
  changeItem,
  defineFact,
  defineMove,
  noteText,
  type Objection,
  putItem,
  reasonText,
  shownToTeam,
  stampOf,
} from '../../event.ts';
import type { CaseFacts } from '../../facts.ts';
import { keepRecent, nextOrdinal } from '../../keep-recent.ts';
import { happenedOn } from '../../occurred-on.ts';
import { day, itemId, teamFunction } from '../../vocabulary.ts';

const conferenceKind = z.enum(['joint', 'community', 'emergency', 'neonatal']);

const alreadyHeld: Objection = {
  code: 'item.state',
  text: { ja: 'その会議は開催済みです。', en: 'That conference was already held.' },
};

/** The joint conferences of this round are read until the child goes home. */
function withRecent(facts: CaseFacts, conferences: CaseFacts['conferences']): CaseFacts {
  const isOver = (other: (typeof conferences)[number]) =>
    other.round < facts.round || (other.kind !== 'joint' && other.minutes === 'approved');
  return { ...facts, conferences: keepRecent(conferences, isOver) };
}

const conferencePlanned = defineFact('conference.planned', {
  label: { ja: '会議の日程を決める', en: 'Plan a conference' },
  reading: 'かいぎ の にってい を きめる',
  alsoCalled: { ja: 'かんふぁれんす', en: 'meeting' },
  told: { ja: '会議の日程を決めた', en: 'Conference planned' },
  category: 'plan',
  item: { field: 'conferenceId', isNew: 'always' },
  body: { conferenceId: itemId, conferenceKind, plannedOn: day },
  texts: noteText,
  objection: (facts, event) =>
    facts.conferences.some(({ id, heldOn }) => id === event.body.conferenceId && heldOn) ? alreadyHeld : null,
  record: (facts, event) => {
    const { conferenceId, plannedOn } = event.body;
    const ordinal =
      facts.conferences.find(other => other.id === conferenceId)?.ordinal ?? nextOrdinal(facts.conferences);
    const planned = { ...stampOf(facts, event), id: conferenceId, ordinal, kind: event.body.conferenceKind, plannedOn };
    return withRecent(facts, putItem(facts.conferences, { ...planned, attended: [], minutes: 'none' as const }));
  },
});

const actionItem = z.strictObject({ id: itemId, owner: itemId.optional(), dueOn: day.optional() });

const conferenceHeld = defineFact('conference.held', {
  label: { ja: 'カンファレンスを開いた', en: 'Conference held' },
  reading: 'かんふぁれんす を ひらいた',
  alsoCalled: { ja: 'かいぎ', en: 'meeting' },
  todo: { ja: '会議を開く', en: 'Hold the conference' },
  category: 'plan',
  body: {
    conferenceId: itemId,
    attended: z.array(teamFunction).min(1).max(19).describe('出席した職種'),
    actionItems: z.array(actionItem).max(20).describe('宿題(担当・期限)'),
    dischargeOn: day.optional().describe('決まった退院予定日'),
  },
  texts: noteText,
  rowTexts: { actionItems: { what: { label: { ja: '内容', en: 'What' }, required: false, maxLength: 200 } } },
  about: about('conferences', 'conferenceId', isEmpty('heldOn', alreadyHeld)),
  record: (facts, event) => {
    const { conferenceId, attended, actionItems, dischargeOn } = event.body;
    const stamp = stampOf(facts, event);
    const items = actionItems.map(({ id, owner, dueOn }) => ({
      ...stamp,
      id,
      conference: conferenceId,
      ...(owner ? { owner } : {}),
      ...(dueOn ? { dueOn } : {}),
    }));
    return {
      ...facts,
      ...(dischargeOn ? { dischargeDay: { ...stamp, day: dischargeOn } } : {}),
      conferences: changeItem(facts.conferences, conferenceId, {
        ...stamp,
        heldOn: stamp.on,
        heldSeq: stamp.seq,
        attended,
      }),
      actionItems: keepRecent(
        items.reduce((all, item) => putItem(all, item), facts.actionItems),
        ({ closedOn }) => closedOn !== undefined,
      ),
    };
  },
});

const notYetHeld: Objection = {
  code: 'minutes.notHeld',
  text: { ja: 'まだ開かれていない会議です。', en: 'That conference has not been held yet.' },
};

/** When the minutes came to whoever has them next. */
const minutesStamp = (event: CaseEvent<unknown>) => ({ minutesOn: happenedOn(event), minutesSeq: event.seq });

const minutesDrafted = defineFact('minutes.drafted', {
  label: { ja: '議事録を書く', en: 'Draft the minutes' },
  reading: 'ぎじろく を かく',
  told: { ja: '議事録を書いた', en: 'Minutes drafted' },
  category: 'plan',
  body: { conferenceId: itemId },
  texts: { minutes: { label: { ja: '議事録', en: 'Minutes' }, required: true, maxLength: 20_000 } },
  about: about(
    'conferences',
    'conferenceId',
    isFilled('heldOn', notYetHeld),
    isOneOf('minutes', ['none', 'drafted'], {
      code: 'minutes.approved',
      text: { ja: '承認済みの議事録は変えられません。', en: 'Approved minutes do not change.' },
    }),
  ),
  record: (facts, event) => ({
    ...facts,
    conferences: changeItem(facts.conferences, event.body.conferenceId, { minutes: 'drafted', ...minutesStamp(event) }),
  }),
});

const minutesApproved = defineFact('minutes.approved', {
  label: { ja: '議事録を承認する', en: 'Approve the minutes' },
  reading: 'ぎじろく を しょうにん する',
  told: { ja: '議事録を承認した', en: 'Minutes approved' },
  category: 'plan',
  body: { conferenceId: itemId },
  about: about(
    'conferences',
    'conferenceId',
    isOneOf('minutes', ['drafted'], {
      code: 'minutes.none',
      text: { ja: '承認する議事録がありません。', en: 'There are no minutes to approve.' },
    }),
  ),
  record: (facts, event) => {
    const approved = { minutes: 'approved' as const, ...minutesStamp(event) };
    return withRecent(facts, changeItem(facts.conferences, event.body.conferenceId, approved));
  },
});

const actionItemAssigned = defineFact('actionItem.assigned', {
  label: { ja: '宿題の担当と期限を決める', en: 'Give an action item an owner and a date' },
  reading: 'しゅくだい の たんとう と きげん を きめる',
  alsoCalled: { ja: 'たすく', en: 'task' },
  told: { ja: '宿題の担当と期限を決めた', en: 'Action item given an owner and a date' },
  category: 'plan',
  body: { actionItemId: itemId, owner: itemId, dueOn: day },
  about: about('actionItems', 'actionItemId'),
  record: (facts, event) => {
    const { actionItemId, owner, dueOn } = event.body;
    // The number stays that of the conference: with it stands what there is to do.
    const { on, round } = stampOf(facts, event);
    const owned = { on, round, owner, dueOn };
    return { ...facts, actionItems: changeItem(facts.actionItems, actionItemId, owned) };
  },
});

const actionItemClosed = defineFact('actionItem.closed', {
  label: { ja: '宿題を終える', en: 'Close an action item' },
  reading: 'しゅくだい を おえる',
  alsoCalled: { ja: 'たすく', en: 'task' },
  told: { ja: '宿題を終えた', en: 'Action item closed' },
  category: 'plan',
  body: { actionItemId: itemId },
  texts: noteText,
  about: about(
    'actionItems',
    'actionItemId',
    isEmpty('closedOn', ({ id, closedOn }) => {
      const { ja, en } = dayWords(String(closedOn));
      const text = {
        ja: `この宿題は${ja}にすでに終わっています。`,
        en: `This action item was already closed on ${en}.`,
      };
      return { code: 'actionItem.closed', text, params: { id, on: closedOn } };
    }),
  ),
  record: (facts, event) => ({
    ...facts,
    actionItems: changeItem(facts.actionItems, event.body.actionItemId, { closedOn: event.occurredOn ?? event.on }),
  }),
});

const dischargeDayPlanned = defineFact('dischargeDay.planned', {
  label: { ja: '退院予定日を決める', en: 'Plan the day of discharge' },
  reading: 'たいいん よていび を きめる',
  told: { ja: '退院予定日を決めた', en: 'Day of discharge planned' },
  category: 'plan',
  body: { dischargeOn: day },
  texts: noteText,
  objection: (_facts, event) =>
    event.body.dischargeOn < happenedOn(event)
      ? { code: 'dischargeDay.past', text: { ja: '過ぎた日です。', en: 'The day has passed already.' } }
      : null,
  record: (facts, event) => ({ ...facts, dischargeDay: { ...stampOf(facts, event), day: event.body.dischargeOn } }),
});

const preparationClosed = defineMove('preparation.closed', {
  label: { ja: '引き継ぎへ進める', en: 'Go on to the handoff' },
  reading: 'ひきつぎ へ すすめる',
  told: { ja: '引き継ぎへ進めた', en: 'Moved to the handoff' },
  category: 'plan',
  effects: [shownToTeam],
});

const preparationResumed = defineMove('preparation.resumed', {
  label: { ja: '準備・技術習得へ戻す', en: 'Back to preparation' },
  reading: 'じゅんび ぎじゅつ しゅうとく へ もどす',
  told: { ja: '準備・技術習得へ戻した', en: 'Moved back to preparation' },
  category: 'plan',
  texts: reasonText,
});

export const jointConferenceEvents = [
  conferencePlanned,
  conferenceHeld,
  minutesDrafted,
  minutesApproved,
  actionItemAssigned,
  actionItemClosed,
  dischargeDayPlanned,
  preparationClosed,
  preparationResumed,
] as const;
