import { MOST_URL } from '@kaerimichi/notices';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { line } from './line.ts';
import { opaqueId } from './opaque-id.ts';

/** Bytes of a browser's keys, base64url. */
const p256dh = z.string().regex(/^[\w-]{87}=?$/);
const auth = z.string().regex(/^[\w-]{22}(==)?$/);

const standing = z.strictObject({
  /** By which a browser lets this program tell it something; null: no browser is told. */
  publicKey: z.string().nullable(),
  browsers: z.array(
    z.strictObject({
      id: z.string(),
      /** Address of its push service, by which a browser knows itself again. */
      endpoint: z.string(),
      device: z.string(),
      madeAt: z.string(),
    }),
  ),
});
export type PushStanding = z.infer<typeof standing>;

/** Browsers on which oneself is told that something waits. */
export const pushEndpoints = {
  get: endpoint({
    method: 'GET',
    path: '/me/push',
    summary: 'Browsers on which oneself is told that something waits',
    answer: standing,
    status: 200,
  }),
  add: endpoint({
    method: 'PUT',
    path: '/me/push',
    summary: 'Be told on this browser, in place of whoever was told there before',
    body: z.strictObject({
      endpoint: z.string().min(1).max(MOST_URL),
      keys: z.strictObject({ p256dh, auth }),
      device: line(60),
    }),
    answer: standing,
    status: 200,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/me/push/:id',
    summary: 'Be told on a browser no more',
    params: z.strictObject({ id: opaqueId }),
    answer: standing,
    status: 200,
  }),
};
