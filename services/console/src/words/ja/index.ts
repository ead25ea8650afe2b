import { first } from './first.ts';
import { later } from './later.ts';

/** Every word of the console in Japanese, the source of all others; ICU messages by key. */
export const ja = { ...first, ...later } as const;
