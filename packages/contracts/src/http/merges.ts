import { comparedFields, instant, visibleText } from '@kaerimichi/discharge';
import { z } from 'zod';
import { card } from '../card.ts';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';

const org = z.strictObject({ id: z.string(), name: z.string() });

/** One of the two cases. */
const side = z.strictObject({
  id: z.string(),
  no: z.string(),
  lead: org,
  /** As the viewer may see it; null: the viewer's organisation has no part in it, and is told the number alone. */
  card: card.nullable(),
});

const step = z.strictObject({ at: instant, name: z.string().nullable(), org: org });

/** What people made of two cases, once. */
const round = z.strictObject({
  id: z.string(),
  state: z.enum(['found', 'proposed', 'rejected', 'merged']),
  foundAt: instant,
  /** Id of the case that goes on, once somebody proposed it. */
  survivor: z.string().nullable(),
  proposed: z.strictObject({ ...step.shape, role: z.string() }).nullable(),
  /** Why it was proposed. */
  reason: z.string().nullable(),
  /** Who rejected or confirmed it, and why. */
  decided: z.strictObject({ ...step.shape, reason: z.string().nullable() }).nullable(),
});
export type MergeRound = z.infer<typeof round>;

export const mergeView = z.strictObject({
  ...round.shape,
  sides: z.tuple([side, side]),
  /** How the two agree, without what either says. */
  agreement: z.array(z.strictObject({ field: z.enum(comparedFields), how: z.enum(['same', 'different', 'unknown']) })),
  /** What was decided about the two before, the latest first. */
  earlier: z.array(round),
  /** What the viewer may do now. */
  can: z.array(z.enum(['propose', 'reject', 'confirm'])),
});
export type MergeView = z.infer<typeof mergeView>;

const why = visibleText(1000);
const caseNo = z.string().regex(/^K-\d{4,9}$/);

const decision = z.discriminatedUnion('act', [
  /** `survivor`: id of the case that goes on. What was decided is left as it is; the answer names a proposal of its own. */
  z.strictObject({ act: z.literal('propose'), survivor: opaqueId, reason: why }),
  z.strictObject({ act: z.literal('confirm'), reason: why }),
  /** They are two children: the program does not find the pair again. */
  z.strictObject({ act: z.literal('reject'), reason: why }),
]);
export type MergeDecision = z.infer<typeof decision>;

const mergeId = z.strictObject({ id: opaqueId });

export const mergeEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/merges',
    summary: 'Cases that may be one child: for coordinators of a hub, and, once proposed, for the leads of both',
    /** `decided`: those about which it was decided, and nothing proposed since; else those that wait. */
    query: z.strictObject({ decided: z.literal('1').optional() }),
    answer: z.strictObject({ merges: z.array(mergeView) }),
    status: 200,
  }),
  get: endpoint({
    method: 'GET',
    path: '/merges/:id',
    summary: 'Two cases side by side',
    params: mergeId,
    answer: mergeView,
    status: 200,
  }),
  propose: endpoint({
    method: 'POST',
    path: '/merges',
    summary: 'Say of two cases by number that they are one child: by a coordinator, or for the lead of one of them',
    /** `survivor`: number of the case that goes on. */
    body: z.strictObject({ survivor: caseNo, absorbed: caseNo, reason: why }),
    answer: z.strictObject({ id: z.string() }),
    status: 201,
    key: 'required',
  }),
  decide: endpoint({
    method: 'POST',
    path: '/merges/:id/decision',
    summary: 'Propose what was found or was decided, reject it, or make one case of two as the second person',
    params: mergeId,
    body: decision,
    answer: z.strictObject({ id: z.string(), state: z.enum(['proposed', 'rejected', 'merged']) }),
    status: 200,
    key: 'required',
  }),
};
