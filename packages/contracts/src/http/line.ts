import { visibleLine } from '@kaerimichi/discharge';

/** One line of text as people write it: a name, a kana, a number. */
export const line = visibleLine;
