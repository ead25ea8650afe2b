import { instant, organisationKinds } from '@kaerimichi/discharge';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';

const proposalId = z.strictObject({ id: opaqueId });

/** What is proposed, as whoever is to confirm it reads it. */
const proposed = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('organisation'), kind: z.enum(organisationKinds), name: z.string() }),
  z.strictObject({
    is: z.enum(['person', 'membership', 'enabled']),
    /** Whose membership, and in which organisation. */
    displayName: z.string(),
    org: z.string(),
    role: z.string(),
    flags: z.array(z.string()),
  }),
]);

export const proposal = z.strictObject({
  id: z.string(),
  at: instant,
  by: z.strictObject({ name: z.string(), org: z.string() }),
  what: proposed,
  /** Whether it is for me to confirm; else it is my own, or I have confirmed it and it waits for another founder. */
  mayConfirm: z.boolean(),
  /** Name of whoever confirmed it first, where it takes two founders. */
  confirmedBy: z.string().optional(),
  /** It cannot be confirmed earlier by me: one person may have signed in as me and as whoever proposed or confirmed it. */
  notBefore: instant.optional(),
});
export type Proposal = z.infer<typeof proposal>;

export const proposalEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/admin/proposals',
    summary: 'What waits for a second person: mine, and what I may confirm; gone after thirty days',
    answer: z.strictObject({ proposals: z.array(proposal) }),
    status: 200,
  }),
  confirm: endpoint({
    method: 'POST',
    path: '/admin/proposals/:id/confirm',
    summary:
      'Confirm what another person proposed: it takes effect, or waits for a second founder where its proposer does not found',
    params: proposalId,
    /** false: another founder is to confirm it as well. */
    answer: z.strictObject({ confirmed: z.boolean() }),
    status: 200,
    key: 'required',
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/admin/proposals/:id/withdraw',
    summary: 'Withdraw my own proposal, or turn down that of another person',
    params: proposalId,
    answer: z.strictObject({ withdrawn: z.literal(true) }),
    status: 200,
    key: 'required',
  }),
};
