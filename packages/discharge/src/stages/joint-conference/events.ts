import { dayWords } from '@kaerimichi/rules/calendar';
import { z } from 'zod';
import { about, isEmpty } from '../../about.ts';
import {
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
import { nextOrdinal } from '../../keep-recent.ts';
import { happenedOn } from '../../occurred-on.ts';
import { clockTime, day, itemId, teamFunction } from '../../vocabulary.ts';
import { alreadyHeld, conferenceKind, withRecent } from './conferences.ts';
import { actionItem, actionItemTexts, meetingEvents, withItems } from './meeting-events.ts';
import { minutesEvents } from './minutes-events.ts';
import { pollEvents } from './poll-events.ts';
import type { Seat } from './seats.ts';

const conferencePlanned = defineFact('conference.planned', {
  label: { ja: '会議の日程を決める', en: 'Plan a conference' },
  reading: 'かいぎ の にってい を きめる',
  alsoCalled: { ja: 'かんふぁれんす', en: 'meeting' },
  told: { ja: '会議の日程を決めた', en: 'Conference planned' },
  category: 'plan',
  item: { field: 'conferenceId', isNew: 'always' },
  body: { conferenceId: itemId, conferenceKind, plannedOn: day, startsAt: clockTime.optional() },
  texts: { place: { label: { ja: '場所・つなぎ方', en: 'Place, or how to join' }, maxLength: 300 }, ...noteText },
  objection: (facts, event) =>
    facts.conferences.some(({ id, heldOn }) => id === event.body.conferenceId && heldOn) ? alreadyHeld : null,
  record: (facts, event) => {
    const { conferenceId, plannedOn, startsAt } = event.body;
    // Settled, nobody answers any more; who was asked is who comes.
    const {
      slots: _slots,
      startsAt: _before,
      asked,
      ...known
    } = facts.conferences.find(other => other.id === conferenceId) ?? {};
    const planned = {
      ...{ ordinal: nextOrdinal(facts.conferences), ...known },
      ...stampOf(facts, event),
      ...{ id: conferenceId, kind: event.body.conferenceKind, plannedOn, attended: [], minutes: 'none' as const },
      ...(startsAt && { startsAt }),
      ...(asked && { asked: asked.map(withoutAnswers) }),
    };
    return withRecent(facts, putItem(facts.conferences, planned));
  },
});

const withoutAnswers = ({ id, function: part, org, required }: Seat): Seat => ({
  ...{ id, function: part },
  ...(org && { org }),
  ...(required && { required }),
});

/** Held, nobody is asked when they can come. */
const unasked = ({ slots: _slots, asked, ...conference }: CaseFacts['conferences'][number]) => ({
  ...conference,
  ...(asked && { asked: asked.map(withoutAnswers) }),
});

const wasNotThere: Objection = {
  code: 'conference.notThere',
  text: {
    ja: '画面で出席した職種は、出席した職種の中から選んでください。',
    en: 'Who came by screen must be among those who attended.',
  },
};

const conferenceHeld = defineFact('conference.held', {
  label: { ja: 'カンファレンスを開いた', en: 'Conference held' },
  reading: 'かんふぁれんす を ひらいた',
  alsoCalled: { ja: 'かいぎ', en: 'meeting' },
  todo: { ja: '会議を開く', en: 'Hold the conference' },
  category: 'plan',
  body: {
    conferenceId: itemId,
    attended: z.array(teamFunction).min(1).max(19).describe('出席した職種'),
    online: z.array(teamFunction).max(19).optional().describe('そのうち、画面で出席した職種'),
    actionItems: z.array(actionItem).max(20).describe('宿題(担当・期限)'),
    dischargeOn: day.optional().describe('決まった退院予定日'),
  },
  texts: noteText,
  rowTexts: actionItemTexts,
  about: about('conferences', 'conferenceId', isEmpty('heldOn', alreadyHeld)),
  objection: (_facts, { body: { attended, online = [] } }) =>
    online.every(part => attended.includes(part)) ? null : wasNotThere,
  record: (facts, event) => {
    const { conferenceId, attended, online = [], actionItems, dischargeOn } = event.body;
    const stamp = stampOf(facts, event);
    const held = { ...stamp, heldOn: stamp.on, heldSeq: stamp.seq, attended, ...(online.length > 0 && { online }) };
    return {
      ...facts,
      ...(dischargeOn ? { dischargeDay: { ...stamp, day: dischargeOn } } : {}),
      conferences: changeItem(
        facts.conferences.map(one => (one.id === conferenceId ? unasked(one) : one)),
        conferenceId,
        held,
      ),
      actionItems: withItems(facts, actionItems, { ...stamp, conference: conferenceId }),
    };
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
  ...pollEvents,
  conferencePlanned,
  ...meetingEvents,
  conferenceHeld,
  ...minutesEvents,
  actionItemAssigned,
  actionItemClosed,
  dischargeDayPlanned,
  preparationClosed,
  preparationResumed,
] as const;
