/** Kinds of filter of a view: AND between kinds, OR inside one. */
export const viewFilterKinds = [
  ...(['due', 'turn', 'changed', 'hold', 'stage', 'need'] as const),
  ...(['age', 'consent', 'lead', 'town', 'station', 'owner'] as const),
] as const;
export type ViewFilterKind = (typeof viewFilterKinds)[number];

export const turnChoices = ['mine', 'ours', 'others'] as const;

/** 区分け: hospital, municipality, role whose turn it is, visiting nursing station, risk, age. */
export const laneKinds = ['none', 'lead', 'town', 'team', 'station', 'risk', 'age'] as const;
export type LaneKind = (typeof laneKinds)[number];

export const cardDensities = ['compact', 'normal', 'detailed'] as const;

/** Columns of the list in their order; number and name always stand first. */
export const listColumns = [
  ...(['age', 'stage', 'next', 'turn', 'due', 'done', 'hold', 'need'] as const),
  ...(['lead', 'owners', 'station', 'town'] as const),
] as const;
export type ListColumn = (typeof listColumns)[number];
/** What a list shows until somebody chooses. */
export const usualColumns: readonly ListColumn[] = ['age', 'stage', 'next', 'turn', 'due', 'done', 'hold', 'need'];

export const sortKeys = ['no', 'name', 'age', 'stage', 'due', 'turn', 'done', 'lead'] as const;

/** Of one person, of everybody in the same role of the organisation, of everybody there. */
export const viewScopes = ['personal', 'team', 'organisation'] as const;
export type ViewScope = (typeof viewScopes)[number];

/** Kinds of organisations among those that carry a case, by the filter, lane and column that shows them. */
export const carrierKinds = {
  town: ['municipality', 'healthCentre'],
  station: ['visitingNursingStation'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
