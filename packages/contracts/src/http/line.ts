import { visible } from '@kaerimichi/discharge';
import { z } from 'zod';

/** What comes along unseen with pasted text and would make two names of one: soft hyphens, joints without width. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;

/** Text in the one form in which it is kept and compared (NFC). */
export const tidy = (text: string): string => text.normalize('NFC').replace(UNSEEN, '').trim();

/** One line of text as people write it: a name, a kana, a number. */
export const line = (max: number) => visible(z.string().overwrite(tidy), max, 'line');
