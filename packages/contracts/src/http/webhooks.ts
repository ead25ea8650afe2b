import { MOST_URL, webhookKinds } from '@kaerimichi/notices';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';

const kinds = z.array(z.enum(webhookKinds)).min(1).max(webhookKinds.length);
const url = z.string().min(1).max(MOST_URL);

const webhook = z.strictObject({
  id: z.string(),
  url: z.string(),
  kinds: z.array(z.string()).readonly(),
  /** `stopped`: switched off by the program, since nothing arrived for days. */
  state: z.enum(['on', 'off', 'stopped']),
  madeAt: z.string(),
  /** Since when nothing arrives; null: what was sent last arrived. */
  failingSince: z.string().nullable(),
  /** Until when the secret before signs beside the new one. */
  secretBeforeUntil: z.string().nullable(),
});
export type Webhook = z.infer<typeof webhook>;

/** Why a message did not arrive, as far as a try tells. */
export const webhookFailures = [
  'inside',
  'unknownHost',
  'unreachable',
  'untrusted',
  'late',
  'tooLong',
  'redirect',
  'refused',
  'gone',
] as const;

const delivery = z.strictObject({
  id: z.string(),
  /** A kind of notice; `test`: a trial. */
  kind: z.string(),
  caseId: z.string().nullable(),
  /** `dropped`: the organisation may not be told it any more, or it was switched off. */
  state: z.enum(['waiting', 'sent', 'failed', 'dropped']),
  madeAt: z.string(),
  endedAt: z.string().nullable(),
  /** When it is tried next, of one that waits. */
  dueAt: z.string(),
  tries: z.int(),
  failure: z.enum(webhookFailures).nullable(),
  /** What the last try was answered. */
  status: z.int().nullable(),
});
export type WebhookDelivery = z.infer<typeof delivery>;

/** For whoever sets the other side up, shown once; null to whoever asks again with the same key. */
const secret = z.string().nullable();

const params = z.strictObject({ id: opaqueId });

/** Services that are told of notices of an organisation: kept by its administrators, who see no child by it. */
export const webhookEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/admin/webhooks',
    summary: 'Services that are told of notices of my organisation',
    answer: z.strictObject({
      /** This program tells services at all. */
      isSent: z.boolean(),
      webhooks: z.array(webhook),
    }),
    status: 200,
  }),
  make: endpoint({
    method: 'POST',
    path: '/admin/webhooks',
    summary: 'Tell a service what waits and what comes; answers once the secret that its messages are signed with',
    body: z.strictObject({ url, kinds }),
    answer: z.strictObject({ webhook, secret }),
    status: 201,
    key: 'required',
  }),
  change: endpoint({
    method: 'PUT',
    path: '/admin/webhooks/:id',
    summary: 'Change its address or kinds, or switch it on or off; off, what waits is dropped',
    params,
    body: z.strictObject({ url, kinds, isOn: z.boolean() }).partial(),
    answer: webhook,
    status: 200,
    key: 'required',
  }),
  rotate: endpoint({
    method: 'POST',
    path: '/admin/webhooks/:id/secret',
    summary: 'A new secret; for a day messages are signed with the one before too',
    params,
    answer: z.strictObject({ webhook, secret }),
    status: 201,
    key: 'required',
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/admin/webhooks/:id',
    summary: 'Tell it nothing any more, with what waits and what was sent',
    params,
    answer: z.null(),
    status: 204,
  }),
  deliveries: endpoint({
    method: 'GET',
    path: '/admin/webhooks/:id/deliveries',
    summary: 'Its last fifty messages, the newest first',
    params,
    answer: z.strictObject({ deliveries: z.array(delivery) }),
    status: 200,
  }),
  test: endpoint({
    method: 'POST',
    path: '/admin/webhooks/:id/deliveries',
    summary: 'Send it a message that is about no case, tried once',
    params,
    answer: delivery,
    status: 201,
    key: 'required',
  }),
  tryAgain: endpoint({
    method: 'POST',
    path: '/admin/webhooks/:id/deliveries/:delivery',
    summary: 'Try a message again that was given up',
    params: z.strictObject({ id: opaqueId, delivery: opaqueId }),
    answer: delivery,
    status: 201,
    key: 'required',
  }),
};
