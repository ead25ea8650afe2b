import { z } from 'zod';
import { defineFact, defineMove, noteText, type Objection, stampOf } from '../../event.ts';
import { homeSince } from '../../home-since.ts';
import { askedPoints } from './asked-points.ts';

const followUpEvaluated = defineFact('followUp.evaluated', {
  label: { ja: '退院後の評価をした', en: 'Follow-up evaluated' },
  reading: 'たいいんご の ひょうか を した',
  todo: { ja: '退院後の評価をする', en: 'Make the follow-up evaluation' },
  category: 'clinical',
  apart: { siblings: 'family' },
  body: { point: z.enum(['early', 'month1', 'month3', 'month6']).describe('early: 早い時期の連絡、month1: 1か月 …') },
  texts: {
    condition: { label: { ja: '体調・救急や予定外の受診', en: 'Condition, unplanned visits' }, maxLength: 2000 },
    equipment: { label: { ja: '機器・物品', en: 'Devices and supplies' }, maxLength: 2000 },
    services: { label: { ja: '使っているサービス', en: 'Services in use' }, maxLength: 2000 },
    siblings: { label: { ja: '家族・きょうだい', en: 'Family and siblings' }, maxLength: 2000 },
    ...noteText,
  },
  record: (facts, event) => {
    // Evaluations of an earlier discharge are history: nothing asks for them again.
    const others = facts.followUps.filter(done => done.point !== event.body.point && done.round === facts.round);
    return { ...facts, followUps: [...others, { ...stampOf(facts, event), point: event.body.point }] };
  },
});

const followUpFamilyAnswered = defineFact('followUp.familyAnswered', {
  label: { ja: '退院後のようすを家族が答えた', en: 'The family answered how it goes at home' },
  reading: 'たいいんご の ようす を かぞく が こたえた',
  alsoCalled: { ja: 'あんけーと、すいみん、つかれ', en: 'questionnaire, sleep' },
  todo: { ja: '退院後のようすを家族に聞く', en: 'Ask the family how it goes at home' },
  category: 'family',
  append: true,
  body: {
    point: z.enum(askedPoints),
    sleepHours: z.int().min(0).max(24).describe('介護する人が一晩に続けて眠れる時間'),
    fatigue: z.int().min(1).max(5).describe('介護する人の疲れ 1 ほとんどない 〜 5 とても強い'),
    unplannedVisits: z.int().min(0).max(99).describe('救急や予定外の受診の回数'),
    wantsCall: z.boolean().describe('電話で相談したいか'),
  },
  texts: {
    going: { label: { ja: 'うまくいっていること', en: 'What goes well' }, maxLength: 2000 },
    worry: { label: { ja: '困っていること', en: 'What is hard' }, maxLength: 2000 },
  },
  objection: facts => (homeSince(facts) ? null : notHome),
});

const notHome: Objection = {
  code: 'followUp.notHome',
  text: { ja: '退院の記録がまだありません。', en: 'No discharge is recorded yet.' },
};

const followUpClosed = defineMove('followUp.closed', {
  label: { ja: '在宅で安定とする', en: 'Stable at home' },
  reading: 'ざいたく で あんてい と する',
  alsoCalled: { ja: 'たいいんご の ひょうか', en: 'follow-up' },
  told: { ja: '在宅で安定とした', en: 'Stable at home' },
  todo: { ja: '在宅で安定としてよいか判断する', en: 'Judge whether the child is stable at home' },
  category: 'plan',
});

export const followUpEvents = [followUpEvaluated, followUpFamilyAnswered, followUpClosed] as const;
