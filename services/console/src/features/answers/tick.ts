/** A row of a form that may be ticked. */
export type Row = { readonly id: string; readonly oneOf?: string | undefined };

/** Ticks a row, or takes its tick away; of rows that are alternatives the one before goes. */
export function tick<Id extends string>(ticked: readonly Id[], id: Id, rows: readonly (Row & { id: Id })[]): Id[] {
  if (ticked.includes(id)) return ticked.filter(other => other !== id);
  const groupOf = (wanted: Id) => rows.find(row => row.id === wanted)?.oneOf;
  const group = groupOf(id);
  return [...ticked.filter(other => group === undefined || groupOf(other) !== group), id];
}
