import { z } from 'zod';
import { handoffSectionIds } from './section-list.ts';

export const handoffSection = z.enum(handoffSectionIds);
/** As it is sent: by its name, or by its number, 1 to 9 in reading order. */
export const sentSection = z.preprocess(
  value => (typeof value === 'number' ? (handoffSectionIds[value - 1] ?? value) : value),
  handoffSection,
);
