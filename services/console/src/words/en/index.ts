import type { Catalogue } from '../words.ts';
import { first } from './first.ts';
import { later } from './later.ts';

/** Every word of the console in English. */
export const en: Catalogue = { ...first, ...later };
