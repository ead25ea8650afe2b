import { z } from 'zod';
import { about, isOneOf } from '../../about.ts';
import { changeItem, defineFact, defineMove, mustBeNew, noteText, putItem, reasonText, stampOf } from '../../event.ts';
import type { CaseFacts } from '../../facts.ts';
import { keepRecent, nextOrdinal } from '../../keep-recent.ts';
import { happenedOn } from '../../occurred-on.ts';
import { day, itemId } from '../../vocabulary.ts';
import { nextStay } from './requirements.ts';

const conferenceConvened = defineMove('conference.convened', {
  label: { ja: '共同カンファへ進める', en: 'Go on to the joint conference' },
  reading: 'きょうどう かんふぁ へ すすめる',
  alsoCalled: { ja: 'かんふぁれんす、かいぎ', en: 'meeting' },
  told: { ja: '共同カンファへ進めた', en: 'Moved to the joint conference' },
  category: 'plan',
  effects: [
    {
      type: 'notify',
      text: { ja: '参加する組織のボードにすぐ表示されます', en: 'Shows at once on the boards of those taking part' },
    },
  ],
});

const stayPlanned = defineFact('trialStay.planned', {
  label: { ja: '試験外泊を計画する', en: 'Plan a trial stay' },
  reading: 'しけん がいはく を けいかく する',
  told: { ja: '試験外泊を計画した', en: 'Trial stay planned' },
  category: 'plan',
  item: { field: 'stayId', isNew: 'always' },
  body: {
    stayId: itemId,
    stayKind: z.enum(['home', 'rehearsal']).describe('home: 自宅外泊、rehearsal: 院内外泊'),
    from: day,
    to: day,
    stationVisits: z.boolean().describe('外泊中に訪問看護が訪問するか'),
  },
  period: ['from', 'to'],
  texts: noteText,
  objection: (facts, event) => {
    const known = facts.stays.find(stay => stay.id === event.body.stayId);
    return known && known.status !== 'planned' ? mustBeNew(facts.stays, event.body.stayId) : null;
  },
  record: (facts, event) => {
    const { stayId, stayKind, from, to, stationVisits } = event.body;
    const ordinal = facts.stays.find(stay => stay.id === stayId)?.ordinal ?? nextOrdinal(facts.stays);
    const stay = { ...stampOf(facts, event), id: stayId, ordinal, kind: stayKind, from, to, stationVisits };
    const stays = putItem(facts.stays, { ...stay, permitted: false, status: 'planned' as const });
    return { ...facts, stays: keepRecent(stays, ({ round }) => round < facts.round) };
  },
});

const planned = about('stays', 'stayId', isOneOf('status', ['planned']));

const stayPermitted = defineFact('trialStay.permitted', {
  label: { ja: '外泊を許可する(医師)', en: 'Permit the stay (doctor)' },
  reading: 'がいはく を きょか する いし',
  alsoCalled: { ja: 'しけん がいはく', en: 'trial stay' },
  told: { ja: '医師が外泊を許可した', en: 'Doctor permitted the stay' },
  category: 'clinical',
  body: { stayId: itemId },
  texts: noteText,
  about: planned,
  record: (facts, event) => ({
    ...facts,
    stays: changeItem(facts.stays, event.body.stayId, {
      permitted: true,
      permittedOn: happenedOn(event),
    }),
  }),
});

const stayNotPlanned = defineFact('trialStay.notPlanned', {
  label: { ja: '試験外泊は行わない', en: 'No trial stay' },
  reading: 'しけん がいはく は おこなわない',
  told: { ja: '試験外泊は行わないと決めた', en: 'Decided on no trial stay' },
  todo: { ja: '試験外泊は行わないと決める', en: 'Decide on no trial stay' },
  category: 'plan',
  texts: reasonText,
  // Stays that were only planned are off; what was made stays in the facts.
  record: (facts, event) => ({
    ...facts,
    stayNotPlanned: stampOf(facts, event),
    stays: facts.stays.filter(({ status }) => status !== 'planned'),
  }),
});

const contactsRecorded = defineFact('contacts.recorded', {
  label: { ja: '連絡先・緊急時の経路を記録する', en: 'Record contacts and the emergency route' },
  reading: 'れんらくさき きんきゅうじ の けいろ を きろく する',
  alsoCalled: { ja: 'でんわ', en: 'telephone' },
  told: { ja: '連絡先・緊急時の経路を記録した', en: 'Contacts and emergency route recorded' },
  category: 'contacts',
  body: {
    when: z.enum(['day', 'night', 'emergencyRoute']).describe('emergencyRoute: 救急の連絡順と搬送先'),
    topic: z.enum(['medical', 'device', 'scheme', 'school']).optional(),
  },
  texts: { contact: { label: { ja: '名前・電話など', en: 'Name, telephone' }, required: true, maxLength: 500 } },
  record: (facts, event) => {
    const { when } = event.body;
    const others = facts.contacts.filter(contact => contact.when !== when);
    return { ...facts, contacts: [...others, { ...stampOf(facts, event), when }] };
  },
});

const stayBegun = defineMove('trialStay.begun', {
  label: { ja: '外泊に出る', en: 'Leave for the stay' },
  reading: 'がいはく に でる',
  alsoCalled: { ja: 'しけん がいはく', en: 'trial stay' },
  told: { ja: '外泊に出た', en: 'Left for the stay' },
  category: 'plan',
  body: { stayId: itemId },
  about: planned,
  objection: (facts, event) =>
    nextStay(facts)?.id === event.body.stayId
      ? null
      : { code: 'stay.order', text: { ja: '先に予定した外泊があります。', en: 'An earlier stay is planned.' } },
  record: (facts, event) => ({
    ...facts,
    whereabouts: isHome(facts, event.body.stayId) ? 'home' : facts.whereabouts,
    stays: changeItem(facts.stays, event.body.stayId, { status: 'begun', from: happenedOn(event) }),
  }),
  effects: [{ type: 'arm', text: { ja: '戻る日を期限にします', en: 'The day of return becomes a deadline' } }],
});

const isHome = (facts: CaseFacts, stayId: string) => facts.stays.find(stay => stay.id === stayId)?.kind === 'home';

export const preparingEvents = [
  conferenceConvened,
  stayPlanned,
  stayPermitted,
  stayNotPlanned,
  contactsRecorded,
  stayBegun,
] as const;
