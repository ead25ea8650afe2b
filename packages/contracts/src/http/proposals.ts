import { instant, organisationKinds } from '@kaerimichi/discharge';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';

const proposalId = z.strictObject({ id: opaqueId });

/** What is proposed, as whoever is to confirm it reads it. */
const proposed = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('organisation'), kind: z.enum(organisationKinds), name: z.string() }),
  z.strictObject({
    is: z.enum(['person', 'membership']),
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
  /** Whether it is for me to confirm; else it is my own. */
  mayConfirm: z.boolean(),
  /** It cannot be confirmed earlier by me: one person may have signed in as both of us. */
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
    summary: 'Confirm what another person proposed: it takes effect',
    params: proposalId,
    answer: z.strictObject({ confirmed: z.literal(true) }),
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
