import { addDays } from '@kaerimichi/rules/calendar';
import { z } from 'zod';
import { defineFact, noteText, stampOf } from '../../event.ts';
import { itemId, procedure } from '../../vocabulary.ts';

/** A skill is checked again after 90 days (experience.md §5.8); longer, and rust goes unseen; shorter, and nobody keeps up. */
export const SKILL_DAYS = 90;

const skillAssessed = defineFact('skill.assessed', {
  label: { ja: '手技を記録する', en: 'Record a care skill' },
  reading: 'しゅぎ を きろく する',
  alsoCalled: { ja: 'きゅういん、れんしゅう', en: 'training, suction' },
  told: { ja: '手技を記録した', en: 'Care skill recorded' },
  category: 'skills',
  body: {
    procedure,
    caregiver: itemId.describe('続柄などの符号(mother, father …)。名前は入れない'),
    level: z.int().min(0).max(4).describe('0 未 1 見学 2 いっしょに 3 見守り 4 ひとりで'),
    deviceModel: itemId.optional(),
  },
  texts: noteText,
  record: (facts, event) => {
    const { procedure: which, caregiver, level } = event.body;
    const stamp = stampOf(facts, event);
    const others = facts.skills.filter(skill => !(skill.procedure === which && skill.caregiver === caregiver));
    const until = level === 4 ? { until: addDays(stamp.on, facts.rules?.skillDays ?? SKILL_DAYS) } : {};
    return { ...facts, skills: [...others, { ...stamp, procedure: which, caregiver, level, ...until }] };
  },
});

export const trainingEvents = [skillAssessed] as const;
