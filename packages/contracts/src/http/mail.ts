import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** Why a mail was not taken: the address is refused, the mail server is not reached, it lets nobody in, something else. */
export const mailFailures = ['refused', 'unreachable', 'notAllowed', 'other'] as const;

const mailStanding = z.strictObject({
  /** This program has a mail server; without one nobody is told by mail. */
  isSent: z.boolean(),
  address: z.string().nullable(),
  /** The number that was sent there was entered. */
  isConfirmed: z.boolean(),
  /** When the address was refused for good: it is confirmed anew, or another one given. */
  refusedAt: z.string().nullable(),
  /** The last mail with notices, and why its last try failed. */
  last: z
    .strictObject({
      state: z.enum(['waiting', 'sent', 'failed']),
      at: z.string(),
      failure: z.enum(mailFailures).nullable(),
    })
    .nullable(),
});
export type MailStanding = z.infer<typeof mailStanding>;

export const mailEndpoints = {
  get: endpoint({
    method: 'GET',
    path: '/me/mail',
    summary: 'Where oneself is told of notices by mail, and how that went',
    answer: mailStanding,
    status: 200,
  }),
  set: endpoint({
    method: 'PUT',
    path: '/me/mail',
    summary: 'Give an address, to which a number is mailed that confirms it; null: no mail any more',
    body: z.strictObject({ address: z.email().max(254).nullable() }),
    answer: mailStanding,
    status: 200,
  }),
  confirm: endpoint({
    method: 'PUT',
    path: '/me/mail/confirmed',
    summary: 'Enter the number that was mailed',
    body: z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
    answer: mailStanding,
    status: 200,
  }),
};
