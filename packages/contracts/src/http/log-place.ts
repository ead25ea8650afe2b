import { z } from 'zod';

/** The instant at the head of a place is one that exists, as the page before wrote it. */
const isPlace = (place: string): boolean => {
  const at = place.slice(0, 24);
  const instantAt = Date.parse(at);
  return !Number.isNaN(instantAt) && new Date(instantAt).toISOString() === at && at >= '1900';
};
const noPlace = {
  // ja / en
  error: '前のページの next をそのまま送ってください。 / Send next of the page before as it is.',
};

/** `next` of the page before: an instant, and an id. */
export const idPlace = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_[A-Za-z0-9_-]{1,64}$/, { abort: true })
  .refine(isPlace, noPlace);

/** `next` of the page before: an instant, and how many entries of it were told. */
export const logPlace = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_\d{1,6}$/, { abort: true })
  .refine(isPlace, noPlace);
