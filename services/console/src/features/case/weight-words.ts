import { shortDay } from '../../words/dates.ts';
import type { Speech } from '../../words/words.ts';
import { kilograms, type Weight } from './weight-of.ts';

/** `8.25kg(11/20(金))`. */
export const weightWords = ({ grams, on }: Weight, { say, language }: Speech, today: string): string =>
  say('weight.value', { kg: kilograms(grams), day: shortDay(on, language, today) });
