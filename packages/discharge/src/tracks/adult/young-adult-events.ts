import { legalAgeReachedOn } from '@kaerimichi/rules/calendar';
import { z } from 'zod';
import { defineFact, noteText, type Objection, stampOf } from '../../event.ts';
import type { CaseFacts } from '../../facts.ts';
import { type Day, day, itemId } from '../../vocabulary.ts';
import { adultOf, notBegun } from './not-begun.ts';
import { decisionWays, readinessItems } from './readiness.ts';

/** From this age somebody may keep to itself what it thinks about its own readiness (experience.md §5.17, §5.28). */
export const OWN_ANSWERS_FROM = 15;

/** Whether somebody is old enough for answers that nobody else reads; without a birth date nobody is. */
export const mayKeepPrivate = ({ bornOn }: Pick<CaseFacts, 'bornOn'>, on: Day): boolean =>
  bornOn !== undefined && legalAgeReachedOn(bornOn, OWN_ANSWERS_FROM) <= on;

const tooYoung: Objection = {
  code: 'readiness.tooYoung',
  text: {
    ja: `本人だけの答えは${OWN_ANSWERS_FROM}歳から書けます。`,
    en: `Answers of one's own are kept from the age of ${OWN_ANSWERS_FROM}.`,
  },
};

/** Protection is read by nobody through a role or a consent: what stands here is told to whoever wrote it, on its own page. */
const readinessKeptPrivate = defineFact('readiness.keptPrivate', {
  label: { ja: '本人だけの答えを書いた', en: 'An answer of one’s own written' },
  reading: 'ほんにん だけ の こたえ を かいた',
  todo: { ja: '本人だけの答えを書く', en: 'Write an answer of your own' },
  category: 'protection',
  append: true,
  body: { readinessItem: z.enum(readinessItems) },
  texts: { own: { label: { ja: '自分のことば', en: 'In your own words' }, required: true, maxLength: 1000 } },
  objection: (facts, event) => notBegun(facts) ?? (mayKeepPrivate(facts, event.on) ? null : tooYoung),
});

const jointClinic = defineFact('adult.jointClinicDated', {
  label: { ja: '小児科と成人科の合同外来を記録する', en: 'Record a joint clinic' },
  reading: 'しょうに か と せいじん か の ごうどう がいらい を きろく する',
  alsoCalled: { ja: 'へいしん', en: 'shared care' },
  told: { ja: '小児科と成人科の合同外来を記録した', en: 'Joint clinic recorded' },
  category: 'plan',
  apart: { note: 'clinical' },
  body: {
    service: itemId.describe('診療科・サービスの符号'),
    clinicOn: day.describe('合同外来の日'),
    isHeld: z.boolean().describe('もう終わったか'),
  },
  texts: noteText,
  objection: notBegun,
});

const decisionSupported = defineFact('adult.decisionSupported', {
  label: { ja: '決めることの支えを記録する', en: 'Record how decisions are supported' },
  reading: 'きめる こと の ささえ を きろく する',
  alsoCalled: { ja: 'せいねん こうけん、いし けってい しえん', en: 'guardianship' },
  told: { ja: '決めることの支えを記録した', en: 'Support of decisions recorded' },
  category: 'family',
  body: { decisionWay: z.enum(decisionWays) },
  texts: {
    supporters: { label: { ja: 'だれがどう支えるか', en: 'Who supports, and how' }, maxLength: 2000 },
    ...noteText,
  },
  objection: notBegun,
  record: (facts, event) => ({
    ...facts,
    adult: { ...adultOf(facts), decision: { ...stampOf(facts, event), way: event.body.decisionWay } },
  }),
});

export const youngAdultEvents = [readinessKeptPrivate, jointClinic, decisionSupported] as const;
