import { randomInt } from 'node:crypto';
import { hashOfToken } from './one-time-token.ts';

/** Digits and capitals without those that are taken for each other, on paper and by hand: no 0 O, 1 I L, U V. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const GROUPS = 3;
const GROUP = 4;

/** Three groups of four for a slip of paper: 58 bits, for whoever types it on a telephone. */
export const invitationCode = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-');

/** What is kept of a code, however it is typed: in small letters, full-width, with or without its hyphens. */
export const hashOfCode = (typed: string): string => hashOfToken(`guardian ${foldCode(typed)}`);

const foldCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
