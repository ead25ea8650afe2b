import { z } from 'zod';

/** One line of text as people write it: no control characters, no halves of a surrogate pair. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u, '使えない文字があります。 / Characters that cannot be used.');
