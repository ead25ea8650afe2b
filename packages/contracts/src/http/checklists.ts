import { checkSections, checkStates, templateIds } from '@kaerimichi/discharge';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';

const words = z.strictObject({ ja: z.string(), en: z.string() });

export const checkItem = z.strictObject({
  id: z.string(),
  section: z.enum(checkSections),
  /** null: the case's own item, whose text is `what`. */
  words: words.nullable(),
  what: z.string().nullable(),
  /** Chosen templates that ask for it. */
  templates: z.array(z.enum(templateIds)),
  state: z.enum(checkStates),
  /** Membership, and its name where the viewer is told it. */
  owner: z.string().nullable(),
  dueOn: z.string().nullable(),
  /** Day on which it came to be there, or was last set. */
  on: z.string(),
  evidence: z.string().nullable(),
  reason: z.string().nullable(),
  /** The condition of a move that it is (◎); `isMet` null where the viewer is not told. */
  condition: z.strictObject({ text: words, isMet: z.boolean().nullable(), route: z.string() }).nullable(),
  maySet: z.boolean(),
});
export type CheckItem = z.infer<typeof checkItem>;

export const checklists = z.strictObject({
  templates: z.array(z.strictObject({ id: z.enum(templateIds), isChosen: z.boolean(), isSuggested: z.boolean() })),
  /** What a newer release of a chosen template asks for besides. */
  additions: z.array(z.strictObject({ template: z.enum(templateIds), words: z.array(words) })),
  checks: z.array(checkItem),
  can: z.strictObject({ choose: z.boolean(), add: z.boolean() }),
});
export type Checklists = z.infer<typeof checklists>;

export const checklistEndpoints = {
  ofCase: endpoint({
    method: 'GET',
    path: '/cases/:id/checklists',
    summary: 'Checklists of a case: templates, items with owner, day and state, and what is a condition of a move',
    params: z.strictObject({ id: opaqueId }),
    answer: checklists,
    status: 200,
  }),
};
