import { z } from 'zod';
import { awaitsFirstDay, isConsentValid } from '../consent.ts';
import { beginningKinds, lapsingKinds } from '../deadline-kinds.ts';
import { changeItem, defineFact, defineMove, defineTime, reasonText, stampOf } from '../event.ts';
import type { CaseFacts } from '../facts.ts';
import { noteEvents } from '../notes/events.ts';
import { hasComeIntoView } from '../quiet-dates.ts';
import { isTimeTo } from '../reminders.ts';
import { rulesAdopted } from '../rule-sets/rules-adopted.ts';
import { skillRef } from '../tracks/training/stands-alone.ts';
import { type Category, entrySeq, itemId, whereaboutsPlaces } from '../vocabulary.ts';
import { accountEvents } from './accounts.ts';
import { answerEvents } from './answer-events.ts';
import { holdEvents } from './holds.ts';
import { leadEvents } from './lead-events.ts';
import { waiverEvents } from './waiver.ts';
import { weightEvents } from './weight.ts';

const whereaboutsRecorded = defineFact('whereabouts.recorded', {
  label: { ja: 'いまいる場所を記録する', en: 'Record where the child is' },
  reading: 'いま いる ばしょ を きろく する',
  alsoCalled: { ja: 'きょしょ', en: 'whereabouts, place' },
  told: { ja: 'いまいる場所を記録した', en: 'Whereabouts recorded' },
  category: 'contacts',
  body: { place: z.enum(whereaboutsPlaces) },
  record: (facts, event) => ({ ...facts, whereabouts: event.body.place }),
});

/** Decided outside the chart: value, facts and deadlines become those before `seq` (decide-undo.ts). */
const moveUndone = defineMove('move.undone', {
  label: { ja: '元に戻す', en: 'Undo' },
  reading: 'もと に もどす',
  told: { ja: '元に戻した', en: 'Undone' },
  todo: { ja: '移動を元に戻す', en: 'Undo the move' },
  form: { isFinal: true },
  category: 'plan',
  body: { seq: entrySeq },
  texts: {},
});

/** Decided outside the chart: nothing is removed; facts are those after corrections (decide-correction.ts). */
const entryCorrected = defineMove('entry.corrected', {
  label: { ja: '記録を訂正する', en: 'Correct an entry' },
  reading: 'きろく を ていせい する',
  told: { ja: '記録を訂正した', en: 'Entry corrected' },
  form: { isFinal: true },
  category: 'plan',
  body: { seq: entrySeq },
  texts: reasonText,
});

/** The thing whose last day is past, as facts have it: renewed, withdrawn or lapsed before, there is none. */
function lapsing(facts: CaseFacts, { kind, ref }: { kind: string; ref: string }) {
  const items = {
    consent: facts.consents.filter(({ id, withdrawnOn }) => id === ref && !withdrawnOn),
    skill: facts.skills.filter(skill => skillRef(skill) === ref),
    order: facts.nursingOrder ? [facts.nursingOrder] : [],
    entitlement: facts.entitlements.filter(item => item.kind === ref),
  }[kind];
  return items?.find(({ lapsedOn }) => !lapsedOn);
}

const categoryOfKind = { consent: 'family', skill: 'skills', order: 'clinical', entitlement: 'money' } as const;

/** What lapsed or began tells as much as the thing itself. */
function kindApart(kind: unknown): Record<string, Category> {
  const category = (categoryOfKind as Partial<Record<string, Category>>)[String(kind)] ?? 'protection';
  return { kind: category, ref: category };
}

const factLapsed = defineTime('fact.lapsed', {
  label: { ja: '期限が切れた', en: 'Lapsed' },
  category: 'plan',
  apart: ({ kind }) => kindApart(kind),
  body: { kind: z.enum(lapsingKinds), ref: z.string().max(120) },
  // The clock may come late, after a renewal: nothing lapses then.
  objection: (facts, event) => {
    const isOver = facts.closing !== undefined && event.body.kind !== 'consent';
    const until = isOver ? undefined : lapsing(facts, event.body)?.until;
    return until && until < event.on
      ? null
      : { code: 'lapse.none', text: { ja: '期限の切れたものがありません。', en: 'Nothing has lapsed.' } };
  },
  record: (facts, event) => {
    const lapsedOn = event.on;
    const { kind, ref } = event.body;
    if (kind === 'order')
      return facts.nursingOrder ? { ...facts, nursingOrder: { ...facts.nursingOrder, lapsedOn } } : facts;
    if (kind === 'consent')
      return { ...facts, consents: facts.consents.map(item => (item.id === ref ? { ...item, lapsedOn } : item)) };
    if (kind === 'entitlement')
      return {
        ...facts,
        entitlements: facts.entitlements.map(item => (item.kind === ref ? { ...item, lapsedOn } : item)),
      };
    return {
      ...facts,
      skills: facts.skills.map(item => (skillRef(item) === ref ? { ...item, lapsedOn } : item)),
    };
  },
});

const factBegun = defineTime('fact.begun', {
  label: { ja: '有効になった', en: 'In force' },
  category: 'plan',
  apart: ({ kind }) => kindApart(kind),
  body: { kind: z.enum(beginningKinds), ref: itemId },
  // The clock may come late, after the last day: then only the lapse is recorded.
  objection: (facts, event) => {
    const waiting = facts.consents.find(consent => consent.id === event.body.ref && awaitsFirstDay(consent));
    return waiting && isConsentValid(waiting, event.on)
      ? null
      : { code: 'begin.none', text: { ja: 'きょうから有効になるものがありません。', en: 'Nothing begins today.' } };
  },
  record: (facts, event) => ({
    ...facts,
    consents: changeItem(facts.consents, event.body.ref, { begunOn: event.on }),
  }),
});

/** Nothing happened but that a date came into view: like every event it writes the card, which tells of it (quiet-dates.ts). */
const dueNeared = defineTime('due.neared', {
  label: { ja: '期限が近づいた', en: 'A date came into view' },
  // The day may follow from the birth date: that it happened then says as much.
  category: 'contacts',
  objection: (facts, event) =>
    hasComeIntoView(facts, event.on)
      ? null
      : { code: 'due.none', text: { ja: '近づいた期限がありません。', en: 'No date has come into view.' } },
});

/** The last business day before something: whoever has to do it is told of it in their list (docs/decisions/030). */
const dueReminded = defineTime('due.reminded', {
  label: { ja: '予定や期限の前に知らせた', en: 'Reminded of what is planned or due' },
  category: 'plan',
  objection: (facts, event) =>
    isTimeTo('remind', facts, event.on)
      ? null
      : {
          code: 'due.noReminder',
          text: { ja: '知らせる予定や期限がありません。', en: 'There is nothing to remind of.' },
        },
  record: (facts, event) => ({ ...facts, reminded: stampOf(facts, event) }),
});

/** What is still open some business days after its day is told to who answers for the ward. */
const dueEscalated = defineTime('due.escalated', {
  label: {
    ja: '期限を過ぎたままのことを師長・主治医に知らせた',
    en: 'What was missed was told to head nurse and doctor',
  },
  category: 'plan',
  objection: (facts, event) =>
    isTimeTo('escalate', facts, event.on)
      ? null
      : {
          code: 'due.noneMissed',
          text: { ja: '期限を過ぎたままのことはありません。', en: 'Nothing has been missed.' },
        },
  record: (facts, event) => ({ ...facts, escalated: stampOf(facts, event) }),
});

export const everywhereEvents = [
  ...holdEvents,
  ...weightEvents,
  ...accountEvents,
  ...answerEvents,
  ...noteEvents,
  whereaboutsRecorded,
  ...waiverEvents,
  ...leadEvents,
  moveUndone,
  entryCorrected,
  factLapsed,
  factBegun,
  dueNeared,
  dueReminded,
  dueEscalated,
  rulesAdopted,
] as const;
