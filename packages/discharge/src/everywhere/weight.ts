import { z } from 'zod';
import { defineFact, noteText, stampOf } from '../event.ts';

/** Grams of the smallest newborn and of the heaviest adult that anybody here weighs. */
const [LEAST, MOST] = [200, 250_000];

const weightRecorded = defineFact('weight.recorded', {
  label: { ja: '体重を記録する', en: 'Record the weight' },
  reading: 'たいじゅう を きろく する',
  alsoCalled: { ja: 'けいそく、はかる', en: 'measure, body weight' },
  told: { ja: '体重を記録した', en: 'Weight recorded' },
  category: 'clinical',
  body: { grams: z.int().min(LEAST).max(MOST).describe('グラムで。7.85kgなら 7850') },
  texts: noteText,
  // What is entered later of an earlier day is history, and no newer weight.
  record: (facts, event) => {
    const weight = { ...stampOf(facts, event), grams: event.body.grams };
    return facts.weight && facts.weight.on > weight.on ? facts : { ...facts, weight };
  },
});

export const weightEvents = [weightRecorded] as const;
