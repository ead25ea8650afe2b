type Item = Readonly<Record<string, unknown>>;

/** Minutes belong to a meeting that was held; approved ones are written no more, and only drafted ones are approved. */
const fits: Readonly<Record<string, (item: Item) => boolean>> = {
  'minutes.drafted': ({ heldOn, minutes }) => heldOn !== undefined && minutes !== 'approved',
  'minutes.approved': ({ minutes }) => minutes === 'drafted',
};

/** Which of a case's items the form of an event offers. */
export const fittingItems = (items: readonly Item[], event: string | undefined): readonly Item[] =>
  items.filter(fits[event ?? ''] ?? (() => true));
