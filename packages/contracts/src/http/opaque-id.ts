import { z } from 'zod';

/** An id that the program gave out: what does not look like one cannot exist. */
export const opaqueId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
