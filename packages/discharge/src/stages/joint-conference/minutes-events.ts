import { z } from 'zod';
import { about, isEmpty, isFilled, isOneOf } from '../../about.ts';
import { type CaseEvent, changeItem, defineFact, defineTime, type Objection } from '../../event.ts';
import type { CaseFacts } from '../../facts.ts';
import { happenedOn } from '../../occurred-on.ts';
import { itemId } from '../../vocabulary.ts';
import { withRecent } from './conferences.ts';
import { changeSeat, objectionToGuest, objectionToSeat, seatOf } from './seats.ts';

const notYetHeld: Objection = {
  code: 'minutes.notHeld',
  text: { ja: 'まだ開かれていない会議です。', en: 'That conference has not been held yet.' },
};

/** When the minutes came to whoever has them next. */
const minutesStamp = (event: CaseEvent<unknown>) => ({ minutesOn: happenedOn(event), minutesSeq: event.seq });

const minutesText = { label: { ja: '議事録', en: 'Minutes' }, required: true, maxLength: 20_000 };

const minutesDrafted = defineFact('minutes.drafted', {
  label: { ja: '議事録を書く', en: 'Draft the minutes' },
  reading: 'ぎじろく を かく',
  told: { ja: '議事録を書いた', en: 'Minutes drafted' },
  category: 'plan',
  body: {
    conferenceId: itemId,
    unfinished: z.boolean().optional().describe('still being written: nobody is asked to approve it'),
  },
  texts: { minutes: minutesText },
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
    conferences: facts.conferences.map(({ minutesOpen: _before, ...conference }) =>
      conference.id === event.body.conferenceId
        ? {
            ...conference,
            minutes: 'drafted' as const,
            ...minutesStamp(event),
            ...(event.body.unfinished && { minutesOpen: true as const }),
          }
        : { ...conference, ...(_before && { minutesOpen: _before }) },
    ),
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
    isEmpty('minutesOpen', {
      code: 'minutes.unfinished',
      text: { ja: '議事録はまだ書いている途中です。', en: 'The minutes are still being written.' },
    }),
  ),
  record: (facts, event) => {
    const approved = { minutes: 'approved' as const, ...minutesStamp(event) };
    return withRecent(facts, changeItem(facts.conferences, event.body.conferenceId, approved));
  },
});

const notApproved: Objection = {
  code: 'minutes.notApproved',
  text: { ja: '議事録はまだ承認されていません。', en: 'The minutes are not approved yet.' },
};
const sharedAlready: Objection = {
  code: 'minutes.shared',
  text: { ja: '議事録はもう共有されています。', en: 'The minutes are shared already.' },
};
const isApproved = isOneOf<'minutes'>('minutes', ['approved'], notApproved);

const minutesShared = defineFact('minutes.shared', {
  label: { ja: '議事録を出席者と共有する', en: 'Share the minutes with those who were there' },
  reading: 'ぎじろく を しゅっせきしゃ と きょうゆう する',
  told: { ja: '議事録を出席者と共有した', en: 'Minutes shared' },
  category: 'plan',
  form: { asks: 'outgoing' },
  body: { conferenceId: itemId },
  about: about('conferences', 'conferenceId', isApproved, isEmpty('sharedOn', sharedAlready)),
  record: (facts, { body, on }) => ({
    ...facts,
    conferences: changeItem(facts.conferences, body.conferenceId, { sharedOn: on }),
  }),
});

const notShared: Objection = {
  code: 'minutes.notShared',
  text: { ja: '議事録はまだ共有されていません。', en: 'The minutes are not shared yet.' },
};
const confirmedAlready: Objection = {
  code: 'minutes.confirmed',
  text: { ja: 'もう確認されています。', en: 'Confirmed already.' },
};

const confirming = { conferenceId: itemId, askedId: itemId };
type Confirming = { readonly conferenceId: string; readonly askedId: string };

const objectionToConfirming = (facts: CaseFacts, event: CaseEvent<Confirming>): Objection | null => {
  const { conferenceId, askedId } = event.body;
  const isConfirmed = seatOf(facts, conferenceId, askedId)?.confirmedOn !== undefined;
  return objectionToSeat(facts, event) ?? (isConfirmed ? confirmedAlready : null);
};
const recordConfirming = (facts: CaseFacts, { body, on }: CaseEvent<Confirming>) =>
  changeSeat(facts, body, { confirmedOn: on });

const minutesConfirmed = defineFact('minutes.confirmed', {
  label: { ja: '議事録の内容を確認した', en: 'Confirm the minutes' },
  reading: 'ぎじろく の ないよう を かくにん した',
  told: { ja: '議事録の内容を確認した', en: 'Minutes confirmed' },
  todo: { ja: '議事録の内容を確認する', en: 'Confirm the minutes' },
  category: 'plan',
  append: true,
  body: confirming,
  about: about('conferences', 'conferenceId', isFilled('sharedOn', notShared)),
  objection: objectionToConfirming,
  record: recordConfirming,
});

/** A guest confirms that it was there and has the minutes; of what they say its link shows nothing. */
const minutesGuestConfirmed = defineTime('minutes.guestConfirmed', {
  label: { ja: '招かれた人が議事録を確認した', en: 'A guest confirmed the minutes' },
  category: 'plan',
  body: confirming,
  about: about('conferences', 'conferenceId', isFilled('sharedOn', notShared)),
  objection: (facts, event) => objectionToGuest(facts, event) ?? objectionToConfirming(facts, event),
  record: recordConfirming,
});

const minutesSupplemented = defineFact('minutes.supplemented', {
  label: { ja: '議事録に追記する', en: 'Add to the minutes' },
  reading: 'ぎじろく に ついき する',
  told: { ja: '議事録に追記した', en: 'Added to the minutes' },
  category: 'plan',
  append: true,
  body: { conferenceId: itemId },
  texts: { addendum: { label: { ja: '追記', en: 'Addendum' }, required: true, maxLength: 4000 } },
  about: about('conferences', 'conferenceId', isApproved),
});

export const minutesEvents = [
  minutesDrafted,
  minutesApproved,
  minutesShared,
  minutesConfirmed,
  minutesGuestConfirmed,
  minutesSupplemented,
] as const;
