import { addDays } from '@kaerimichi/rules/calendar';
import { z } from 'zod';
import { about } from '../../about.ts';
import { type CaseEvent, defineFact, noteText, stampOf } from '../../event.ts';
import type { CaseFacts } from '../../facts.ts';
import { itemId, procedure } from '../../vocabulary.ts';
import { ALONE, assessedBefore, isSeenTwice, type Skill } from './stands-alone.ts';

/** A skill is checked again after 90 days (experience.md §5.8); longer, and rust goes unseen; shorter, and nobody keeps up. */
export const SKILL_DAYS = 90;

const learner = itemId.describe('続柄などの符号(mother, father, schoolNurse …)。名前は入れない');
const selfRating = z.int().min(1).max(4).describe('本人の自己評価 1 不安 2 少し不安 3 だいたいできる 4 自信がある');

type Assessment = Pick<Skill, 'procedure' | 'caregiver' | 'level' | 'deviceModel'>;

const skillAssessed = defineFact('skill.assessed', {
  label: { ja: '手技を記録する', en: 'Record a care skill' },
  reading: 'しゅぎ を きろく する',
  alsoCalled: { ja: 'きゅういん、れんしゅう', en: 'training, suction' },
  told: { ja: '手技を記録した', en: 'Care skill recorded' },
  category: 'skills',
  body: {
    procedure,
    caregiver: learner,
    level: z.int().min(0).max(4).describe('0 未 1 見学 2 いっしょに 3 見守り 4 ひとりで'),
    deviceModel: itemId.optional(),
    selfRating: selfRating.optional(),
  },
  about: about('devices', 'deviceModel'),
  texts: {
    ...noteText,
    media: { label: { ja: '写真・動画の置き場所', en: 'Where a photo or video is kept' }, maxLength: 300 },
  },
  record: (facts, event) => ({ ...facts, skills: withAssessment(facts, event) }),
});

/** The cells of the matrix with what a nurse saw: once a device is named, it takes the place of what was seen before. */
function withAssessment(facts: CaseFacts, event: CaseEvent<Assessment>): Skill[] {
  const { procedure: which, caregiver, level, deviceModel } = event.body;
  const stamp = stampOf(facts, event);
  const before = assessedBefore(facts.skills, event.body);
  const on = deviceModel ? { deviceModel } : {};
  const seen = { ...stamp, procedure: which, caregiver, level, ...on };
  const others = facts.skills.filter(skill => skill !== before);
  if (level < ALONE) return [...others, seen];
  const until = addDays(stamp.on, facts.rules?.skillDays ?? SKILL_DAYS);
  const isCounted = isSeenTwice(before, { on: stamp.on, person: event.by.person }) || isAloneStill(before);
  return [...others, { ...seen, until, ...(isCounted ? {} : { firstBy: event.by.person }) }];
}

/** Seen twice before, and on the same device: seen once more it stays so. */
const isAloneStill = (before: Skill | undefined): boolean =>
  before !== undefined && before.level === ALONE && !before.firstBy && !before.otherModel;

const skillSelfRated = defineFact('skill.selfRated', {
  label: { ja: '手技の自己評価を記録する', en: 'Record a self-rating of a care skill' },
  reading: 'しゅぎ の じこ ひょうか を きろく する',
  alsoCalled: { ja: 'じしん、ふあん', en: 'confidence' },
  told: { ja: '手技の自己評価を記録した', en: 'Self-rating of a care skill recorded' },
  category: 'skills',
  body: { procedure, caregiver: learner, selfRating },
  texts: noteText,
});

/** What is rehearsed for the worst moment (緊急時の訓練). */
export const drillKinds = [
  'cannulaOut',
  'ventilatorStops',
  'powerFailure',
  'oxygenRunsOut',
  'tubeComesOut',
  'choking',
  'cardiacArrest',
  'convulsion',
  'callAmbulance',
] as const;

const drillHeld = defineFact('drill.held', {
  label: { ja: '緊急時の訓練を記録する', en: 'Record an emergency drill' },
  reading: 'きんきゅうじ の くんれん を きろく する',
  alsoCalled: { ja: 'えんしゅう、じつえん', en: 'drill, rehearsal' },
  told: { ja: '緊急時の訓練を記録した', en: 'Emergency drill recorded' },
  category: 'skills',
  body: {
    drill: z.enum(drillKinds),
    caregiver: learner,
    withoutHelp: z.boolean().describe('声かけなしで最後までできたか'),
  },
  texts: noteText,
});

export const trainingEvents = [skillAssessed, skillSelfRated, drillHeld] as const;
