import type { first as ja } from '../ja/first.ts';
import { board } from './board.ts';
import { casework } from './casework.ts';
import { codes } from './codes.ts';
import { shell } from './shell.ts';

/** The same in English; a missing key does not compile. */
export const first: Readonly<Record<keyof typeof ja, string>> = {
  ...board,
  ...casework,
  ...codes,
  ...shell,
};
