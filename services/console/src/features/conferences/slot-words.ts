import type { Conference } from '@kaerimichi/contracts';
import { shortDay } from '../../words/dates.ts';
import type { Speech } from '../../words/words.ts';

type Slot = Conference['slots'][number];

/** A proposed time as people say it: 11/25(水) 10:00. */
export const slotWords = ({ on, at }: Pick<Slot, 'on' | 'at'>, { language }: Pick<Speech, 'language'>): string =>
  `${shortDay(on, language)} ${at}`;

/** ○△×, which whoever does not see them is told in words. */
export const marks: Readonly<Record<string, string>> = { fits: '○', fitsMaybe: '△', fitsNot: '×', open: '' };

/** Who sits there: the part, and the organisation or the name. */
export function seatWords(seat: Conference['seats'][number], { say, code }: Pick<Speech, 'say' | 'code'>): string {
  const who = [seat.org?.name, seat.who].filter(Boolean).join(' ');
  const part = code('function', seat.function);
  return who ? say('conf.seat', { part, who }) : part;
}
