/**
 * How many finished items of one kind facts remember beside the open ones. The history keeps them all; facts are written
 * whole with every event, and a child that lives at home for years must not grow them past 8 kB. None, and a page could
 * not say how the last one went; more, and ten years of visits, conferences and enquiries fill them.
 */
export const FINISHED_KEPT = 1;

/** Items without the oldest finished ones, beyond those that facts remember. */
export function keepRecent<Item>(
  items: readonly Item[],
  isFinished: (item: Item) => boolean,
  most = FINISHED_KEPT,
): Item[] {
  let spare = items.filter(isFinished).length - most;
  return items.filter(item => !isFinished(item) || spare-- <= 0);
}

/** The ordinal of a new item: counted on, also where earlier ones are no longer in the facts. */
export const nextOrdinal = (items: readonly { readonly ordinal: number }[]): number =>
  1 + Math.max(0, ...items.map(({ ordinal }) => ordinal));
