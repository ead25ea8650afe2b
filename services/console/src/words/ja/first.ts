import { board } from './board.ts';
import { casework } from './casework.ts';
import { codes } from './codes.ts';
import { shell } from './shell.ts';

/** Words of the first view in Japanese: sign-in, frame, board. */
export const first = {
  ...board,
  ...casework,
  ...codes,
  ...shell,
} as const;
