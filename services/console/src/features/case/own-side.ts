/** Entries of a visit that each side makes for itself. */
const ofOneSide: readonly string[] = ['visit.recorded', 'visit.signed'];

/** For which side somebody records a visit: the lead speaks for the hospital, everybody else for the station. */
export function ownSide(
  type: string,
  { lead, org }: { readonly lead: string; readonly org: string },
): Readonly<Record<string, unknown>> {
  return ofOneSide.includes(type) ? { side: org === lead ? 'hospital' : 'station' } : {};
}
