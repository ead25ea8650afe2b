/** Who records a visit: the nurse of the hospital who comes along, or the visiting nurse. */
export const visitSides = ['hospital', 'station'] as const;
export type VisitSide = (typeof visitSides)[number];

/** What a visit looks at, in the order in which it does (experience.md §5.12, steps 2 to 6). */
export const visitAreas = [
  'generalState',
  'breathingCirculation',
  'feedingElimination',
  'devicesSupplies',
  'familyHome',
] as const;
export type VisitArea = (typeof visitAreas)[number];

/**
 * How it was found. `asAtDischarge`: seen or measured, and the same. `carriedOver`: nothing was said to have changed, and
 * nobody measured it. `notAsAtDischarge`: something is otherwise, and stays open until somebody resolves it.
 */
export const areaStates = ['asAtDischarge', 'carriedOver', 'notAsAtDischarge', 'notSeen'] as const;
