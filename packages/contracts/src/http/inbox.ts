import { changeKinds, instant, noticeKinds, taskKinds } from '@kaerimichi/discharge';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';
import { shownChild } from './tasks.ts';

const words = z.strictObject({ ja: z.string(), en: z.string() });

/** Something to do of which the viewer has not been told yet. */
const turnItem = z.strictObject({
  kind: z.enum(taskKinds),
  /** Which of several of its kind in the case. */
  ref: z.string(),
  what: words,
  /** Day on which it came to whoever has it. */
  since: z.string().optional(),
  dueOn: z.string().optional(),
  /** Name of whoever is away and has it; absent: it is the viewer's own. */
  inPlaceOf: z.string().optional(),
  /** Console path of the form that makes it true, or of the case. */
  fix: z.strictObject({ route: z.string() }),
});
export type TurnItem = z.infer<typeof turnItem>;

/** Something that somebody else did: what and when, no word of what was written. */
const changeItem = z.strictObject({
  kind: z.enum(changeKinds),
  seq: z.int(),
  label: words,
  at: instant,
  by: z.strictObject({ org: z.string(), role: z.string() }),
});
export type ChangeItem = z.infer<typeof changeItem>;

const group = shownChild.extend({
  /** Reading up to here clears the group. */
  version: z.int(),
});
export type NoticeGroup = z.infer<typeof group>;

const kinds = z.array(z.enum(noticeKinds)).max(noticeKinds.length);

const inbox = z.strictObject({
  /** あなたの番, by case, what came last first. */
  turn: z.array(group.extend({ items: z.array(turnItem) })),
  /** 変更のお知らせ of cases that the viewer has read once, by case, the latest first. */
  changes: z.array(group.extend({ items: z.array(changeItem) })),
  /** There are others than these. */
  more: z.boolean(),
  /** Cases of which some kinds are not told. */
  muted: z.array(group.extend({ kinds })),
});
export type Inbox = z.infer<typeof inbox>;

export const inboxEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/inbox',
    summary: 'What the own membership has not been told of yet: what there is to do, and what others changed',
    answer: inbox,
    status: 200,
  }),
  read: endpoint({
    method: 'PUT',
    path: '/inbox/read',
    summary: 'These cases were read up to a version; what is not seen is left out',
    body: z.strictObject({
      cases: z.array(z.strictObject({ caseId: opaqueId, version: z.int().min(0).max(2_000_000_000) })).max(200),
    }),
    /** How many of them are. */
    answer: z.strictObject({ read: z.int() }),
    status: 200,
  }),
  mute: endpoint({
    method: 'PUT',
    path: '/inbox/muted',
    summary: 'Kinds of notices of one case that the own membership wants no more, in place of those before',
    body: z.strictObject({ caseId: opaqueId, kinds }),
    answer: z.strictObject({ kinds }),
    status: 200,
  }),
};
