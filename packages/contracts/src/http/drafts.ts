import { instant } from '@kaerimichi/discharge';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';
import { shownChild } from './tasks.ts';

/** Names a form of somebody: a case and an event's type, as the console puts them together. */
const place = z.string().regex(/^[A-Za-z0-9_.-]{1,200}$/);
/** A console path, which names nobody. */
const route = z.string().regex(/^\/[A-Za-z0-9_\-./?=&%+:,]{0,400}$/);
/** An event's type, or the name of a form that is no event's. */
const subject = z.string().regex(/^[A-Za-z.]{1,60}$/);
/** As JSON: what a form of many long texts holds, and far from a file. */
const content = z.string().min(2).max(60_000);

const about = { subject, route, at: instant };

/** What was typed and not sent, with the child as its card shows it; of a form without a case nobody's. */
const listedDraft = z.strictObject({ place, ...about, ...shownChild.partial().shape });
export type ListedFormDraft = z.infer<typeof listedDraft>;

export const formDraftEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/drafts',
    summary: 'What the own membership has typed into forms and not sent, of cases that it may still open',
    answer: z.strictObject({ drafts: z.array(listedDraft) }),
    status: 200,
  }),
  get: endpoint({
    method: 'GET',
    path: '/drafts/:place',
    summary: 'What was typed into one form; null: nothing, or of a case that cannot be opened any more',
    params: z.strictObject({ place }),
    answer: z.strictObject({ draft: z.strictObject({ ...about, content }).nullable() }),
    status: 200,
  }),
  keep: endpoint({
    method: 'PUT',
    path: '/drafts/:place',
    summary: 'Keep what is typed into a form, for the own membership alone',
    params: z.strictObject({ place }),
    body: z.strictObject({ caseId: opaqueId.nullable(), subject, route, content }),
    answer: z.strictObject({ at: instant }),
    status: 200,
  }),
  forget: endpoint({
    method: 'DELETE',
    path: '/drafts/:place',
    summary: 'Forget what was typed into a form: it is sent, or not wanted',
    params: z.strictObject({ place }),
    answer: z.strictObject({ forgotten: z.boolean() }),
    status: 200,
  }),
};
