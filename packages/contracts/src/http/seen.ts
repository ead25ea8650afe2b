import { z } from 'zod';
import { seenCard } from '../seen-card.ts';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';

/** Which view of the board: one has a last visit of each. */
const boardName = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** Cases whose versions are told in one request: a board that is marked as seen comes in several. */
export const MOST_SEEN = 500;

export const seenEndpoints = {
  seen: endpoint({
    method: 'GET',
    path: '/me/seen',
    summary: 'What one has seen of the active cases that one may see, and when one last looked at a board',
    query: z.strictObject({ board: boardName.optional() }),
    answer: z.strictObject({
      /** End of the visit before this one; null: the board was never visited. */
      since: z.string().nullable(),
      /** No board of the organisation was ever visited: everything counts as seen. */
      first: z.boolean(),
      /** By case the version that was seen last; `card`: how it was shown then, where the case has changed since. */
      cases: z.record(z.string(), z.strictObject({ version: z.int(), card: seenCard.optional() })),
    }),
    status: 200,
  }),
  noteSeen: endpoint({
    method: 'PUT',
    path: '/me/seen',
    summary: 'These versions of these cases were seen, by whoever looks at a board now; earlier ones change nothing',
    body: z.strictObject({
      board: boardName.optional(),
      cases: z.record(opaqueId, z.int().min(0)).refine(cases => Object.keys(cases).length <= MOST_SEEN, {
        message: `一度に${MOST_SEEN}件までです。 / At most ${MOST_SEEN} at a time.`,
      }),
    }),
    answer: z.strictObject({ since: z.string().nullable() }),
    status: 200,
  }),
};
