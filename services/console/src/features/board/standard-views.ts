import { usualColumns } from '@kaerimichi/contracts';
import type { RoleId } from '@kaerimichi/discharge';
import type { BoardSettings } from './board-settings.ts';

const usual = { lanes: 'none', density: 'normal', sort: 'due', columns: usualColumns, limits: {} } as const;

/** Views that everybody has without saving any; their names are `view.<id>` among the words. */
export const standardViews = {
  all: { ...usual, filters: {} },
  week: { ...usual, filters: { due: ['7d'] } },
  stopped: { ...usual, filters: { hold: ['any'] } },
  waiting: { ...usual, filters: { turn: ['others'] } },
  mine: { ...usual, filters: { turn: ['mine'] } },
  firstVisit: { ...usual, filters: { stage: ['discharged', 'firstVisit'], due: ['7d'] } },
  fifteen: { ...usual, filters: { age: ['from15'] } },
  hospitals: { ...usual, lanes: 'lead', filters: {} },
} as const satisfies Readonly<Record<string, BoardSettings>>;
export type StandardView = keyof typeof standardViews;

/** What most of them want: everything that moves, stands or waits. */
const common = ['all', 'week', 'stopped', 'waiting', 'firstVisit', 'fifteen'] as const;

/** By role the views in the order in which it wants them; the first is its own. Who is not named has `common`. */
const roleViews: Partial<Record<RoleId, readonly StandardView[]>> = {
  dischargeNurse: ['week', 'all', 'stopped', 'waiting', 'firstVisit', 'fifteen'],
  wardNurse: ['mine', 'all', 'week', 'stopped', 'waiting', 'fifteen'],
  doctor: ['mine', 'all', 'stopped', 'week', 'waiting', 'fifteen'],
  visitingNurse: ['firstVisit', 'all', 'mine', 'week', 'waiting', 'stopped', 'fifteen'],
  coordinator: ['hospitals', 'all', 'stopped', 'week', 'waiting', 'firstVisit', 'fifteen'],
  publicHealthNurse: ['fifteen', 'all', 'week', 'firstVisit', 'stopped', 'waiting'],
  supportPlanner: ['fifteen', 'all', 'week', 'firstVisit', 'stopped', 'waiting'],
};

export const viewsOfRole = (role: string): readonly StandardView[] =>
  Object.entries(roleViews).find(([id]) => id === role)?.[1] ?? common;

/**
 * How a board is cut for whoever has chosen nothing: as in the first view of the role. Its filters do not come along, as
 * nobody would miss a child that a filter of somebody else hides.
 */
export const lanesOfRole = (role: string): BoardSettings['lanes'] => {
  const [own] = viewsOfRole(role);
  return own ? standardViews[own].lanes : usual.lanes;
};

export const standardView = (id: string): BoardSettings | undefined =>
  Object.entries(standardViews).find(([name]) => name === id)?.[1];
