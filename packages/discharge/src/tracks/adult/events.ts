import { z } from 'zod';
import {
  defineFact,
  defineMove,
  defineTime,
  noteText,
  type Objection,
  reasonText,
  shownToTeam,
  stampOf,
} from '../../event.ts';
import { itemId } from '../../vocabulary.ts';
import { adultOf, notBegun } from './not-begun.ts';
import { type ReadinessItem, readinessItems, readinessLevels } from './readiness.ts';
import { youngAdultEvents } from './young-adult-events.ts';

const alreadyBegun: Objection = {
  code: 'adult.begun',
  text: { ja: '成人移行はすでにはじまっています。', en: 'The transition to adult care has begun already.' },
};

const level = z.enum(readinessLevels).optional();
const readiness = Object.fromEntries(readinessItems.map(item => [item, level])) as Record<ReadinessItem, typeof level>;

const adultPrompted = defineTime('adult.prompted', {
  label: { ja: '成人移行の準備を考える年齢になった(12歳)', en: 'Age 12: think about adult care' },
  // It happens on the day on which the child turns twelve: that it happened then tells the birth date.
  category: 'contacts',
  objection: facts => (facts.adult ? alreadyBegun : null),
  record: (facts, event) => ({ ...facts, adult: { ...adultOf(facts), promptedOn: event.on } }),
});

const adultOpened = defineFact('adult.opened', {
  label: { ja: '成人移行をはじめる', en: 'Open the transition to adult care' },
  reading: 'せいじん いこう を はじめる',
  told: { ja: '成人移行をはじめた', en: 'Transition to adult care opened' },
  category: 'plan',
  objection: facts => (facts.adult?.openedOn || facts.adult?.ended ? alreadyBegun : null),
  record: (facts, event) => ({ ...facts, adult: { ...adultOf(facts), openedOn: event.occurredOn ?? event.on } }),
});

const readinessAnswered = defineFact('readiness.answered', {
  label: { ja: '移行準備のチェックに答えた', en: 'Readiness answered' },
  reading: 'いこう じゅんび の ちぇっく に こたえた',
  todo: { ja: '移行準備のチェックに答える', en: 'Answer the readiness check' },
  // How far somebody has come is for those who plan with it; what was said in words is said of a family.
  category: 'plan',
  apart: { note: 'family' },
  append: true,
  body: {
    by: z.enum(['young', 'family', 'team']).describe('young: 本人、family: 家族、team: 支援者'),
    ...readiness,
  },
  texts: noteText,
  objection: notBegun,
  record: (facts, event) => {
    const adult = adultOf(facts);
    return { ...facts, adult: { ...adult, answers: [...new Set([...adult.answers, event.body.by])] } };
  },
});

const adultServiceMapped = defineFact('adult.serviceMapped', {
  label: { ja: '小児のサービスを成人側に対応づける', en: 'Map a child service to an adult one' },
  reading: 'しょうに の さーびす を せいじん がわ に たいおうづける',
  told: { ja: '小児のサービスを成人側に対応づけた', en: 'Child service mapped to an adult one' },
  category: 'plan',
  body: {
    service: itemId.describe('診療科・サービスの符号(neurology, homeNursing …)'),
    state: z.enum(['candidate', 'asked', 'seen', 'transferred', 'stays']).describe('stays: 小児に残す'),
  },
  texts: {
    counterpart: { label: { ja: 'おとなの診療・サービス', en: 'Adult counterpart' }, kind: 'line', maxLength: 200 },
    ...noteText,
  },
  objection: notBegun,
  record: (facts, event) => {
    const adult = adultOf(facts);
    const services = [...adult.services.filter(({ service }) => service !== event.body.service), { ...event.body }];
    return { ...facts, adult: { ...adult, services } };
  },
});

const adultVisitHeld = defineFact('adult.visitHeld', {
  label: { ja: '成人科を受診した', en: 'Adult clinic visited' },
  reading: 'せいじん か を じゅしん した',
  todo: { ja: '成人科を受診する', en: 'Hold the first visit to adult care' },
  category: 'clinical',
  body: { service: itemId },
  texts: noteText,
  objection: notBegun,
  record: (facts, event) => {
    const adult = adultOf(facts);
    return {
      ...facts,
      adult: { ...adult, visits: [...adult.visits, { ...stampOf(facts, event), service: event.body.service }] },
    };
  },
});

const adultTransferred = defineMove('adult.transferred', {
  label: { ja: '成人科への移行を終える', en: 'Complete the transfer to adult care' },
  reading: 'せいじん か へ の いこう を おえる',
  told: { ja: '成人科へ移行した', en: 'Transferred to adult care' },
  category: 'plan',
  texts: noteText,
  record: (facts, event) => ({
    ...facts,
    adult: { ...adultOf(facts), ended: { ...stampOf(facts, event), how: 'transferred' } },
  }),
  effects: [shownToTeam],
});

const adultStayed = defineMove('adult.stayed', {
  label: { ja: '小児科にとどまる', en: 'Stays in paediatrics' },
  reading: 'しょうに か に とどまる',
  told: { ja: '小児科にとどまると決めた', en: 'Decided to stay in paediatrics' },
  todo: { ja: '小児科にとどまると決める', en: 'Decide to stay in paediatrics' },
  category: 'plan',
  texts: reasonText,
  record: (facts, event) => ({
    ...facts,
    adult: { ...adultOf(facts), ended: { ...stampOf(facts, event), how: 'stayed' } },
  }),
});

const adultReasonSigned = defineFact('adult.reasonSigned', {
  label: {
    ja: '成人科を受診・移行しないまま終える理由に署名した',
    en: 'Reason signed for ending without a first adult visit or transfer',
  },
  reading: 'せいじん か を じゅしん いこう しない まま おえる りゆう に しょめい した',
  todo: {
    ja: '成人科を受診・移行しないまま終える理由に署名する',
    en: 'Sign the reason for ending without a first adult visit or transfer',
  },
  category: 'plan',
  texts: reasonText,
  objection: facts => (facts.adult ? null : notBegun(facts)),
  record: (facts, event) => ({ ...facts, adult: { ...adultOf(facts), signedReason: stampOf(facts, event) } }),
});

export const adultEvents = [
  adultPrompted,
  adultOpened,
  readinessAnswered,
  adultServiceMapped,
  adultVisitHeld,
  adultTransferred,
  adultStayed,
  adultReasonSigned,
  ...youngAdultEvents,
] as const;
