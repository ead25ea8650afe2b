import { careNeed, codeWords, columns, holdCode } from '@kaerimichi/discharge';
import { z } from 'zod';
import { ageBands, consentChoices, dueChoices } from '../board-filters.ts';
import {
  cardDensities,
  laneKinds,
  listColumns,
  sortKeys,
  turnChoices,
  type ViewFilterKind,
  viewScopes,
} from '../board-view.ts';
import { endpoint } from './endpoint.ts';
import { line } from './line.ts';
import { opaqueId } from './opaque-id.ts';

const MOST_VALUES = 60;
const oneOrMore = <Value extends z.ZodType>(value: Value) => z.array(value).min(1).max(MOST_VALUES).optional();
const stage = z.string().refine(id => Object.hasOwn(codeWords, id), {
  message: 'この段階はありません。 / There is no such stage.',
});

/** Codes and ids alone: what was typed may be a child's name, and stands in no view. */
const filters = z.strictObject({
  due: oneOrMore(z.enum(dueChoices)),
  turn: oneOrMore(z.enum(turnChoices)),
  changed: oneOrMore(z.enum(['1'])),
  hold: oneOrMore(z.union([z.literal('any'), holdCode])),
  stage: oneOrMore(stage),
  need: oneOrMore(careNeed),
  age: oneOrMore(z.enum(ageBands)),
  consent: oneOrMore(z.enum(consentChoices)),
  lead: oneOrMore(opaqueId),
  town: oneOrMore(opaqueId),
  station: oneOrMore(opaqueId),
  owner: oneOrMore(opaqueId),
} satisfies Record<ViewFilterKind, z.ZodType>);

/** How a board is looked at; the same stands in its address. */
export const viewSettings = z.strictObject({
  filters,
  lanes: z.enum(laneKinds),
  density: z.enum(cardDensities),
  sort: z.string().refine(word => sortKeys.some(key => word === key || word === `-${key}`), {
    message: 'この並び順はありません。 / There is no such order.',
  }),
  columns: z.array(z.enum(listColumns)).max(listColumns.length),
  /** By column of the board how many cases are thought to be enough: advice that blocks nothing. */
  limits: z.partialRecord(z.enum(columns.map(({ id }) => id)), z.int().min(1).max(999)),
});
export type ViewSettings = z.infer<typeof viewSettings>;

const savedView = z.strictObject({
  id: z.string(),
  name: z.string(),
  scope: z.enum(viewScopes),
  settings: viewSettings,
  version: z.int(),
  /** Whether this viewer may overwrite and remove it. */
  mayChange: z.boolean(),
});
export type SavedView = z.infer<typeof savedView>;

const params = z.strictObject({ id: opaqueId });
const name = line(40);

/** Views of the board that somebody named: for oneself, for one's role in the organisation, for all of it. */
export const savedViewEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/views',
    summary: 'Views of the board that I may open, and the scopes in which I may save one',
    answer: z.strictObject({ views: z.array(savedView), scopes: z.array(z.enum(viewScopes)) }),
    status: 200,
  }),
  make: endpoint({
    method: 'POST',
    path: '/views',
    summary: 'Save how the board is looked at, under a name that is no child’s',
    body: z.strictObject({ name, scope: z.enum(viewScopes), settings: viewSettings }),
    answer: savedView,
    status: 201,
    key: 'required',
  }),
  change: endpoint({
    method: 'PUT',
    path: '/views/:id',
    summary: 'Overwrite a view; refused where somebody else has done so since this version',
    params,
    body: z.strictObject({ name: name.optional(), settings: viewSettings.optional(), version: z.int() }),
    answer: savedView,
    status: 200,
    key: 'required',
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/views/:id',
    summary: 'Remove a view',
    params,
    answer: z.null(),
    status: 204,
  }),
};
