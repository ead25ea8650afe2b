import type { CaseView } from '@kaerimichi/contracts';

export type Item = Readonly<Record<string, unknown>>;

export const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list of the case's facts, in whatever category it stands. */
export function itemsOf(view: Pick<CaseView, 'facts'> | null, name: string): Item[] {
  const lists = Object.values(view?.facts ?? {}).map(category => category[name]);
  return lists.flatMap(list => (Array.isArray(list) ? list.filter(isItem) : []));
}

const isOneOf =
  (...statuses: readonly string[]) =>
  ({ status }: Item) =>
    statuses.includes(String(status));
const isWaiting = isOneOf('requested', 'bedHeld');

/**
 * Which items an event is about, where it is not all of its list: what the pathway would refuse is not offered. The rules
 * are the objections of `packages/discharge/src/…/events.ts`; offered-items.test.ts holds both together.
 */
const fits: Readonly<Record<string, (item: Item) => boolean>> = {
  // The pathway takes a second withdrawal and a second closing; once is enough.
  'consent.withdrawn': ({ withdrawnOn }) => withdrawnOn === undefined,
  'trialStay.permitted': isOneOf('planned'),
  'trialStay.begun': isOneOf('planned'),
  'conference.held': ({ heldOn }) => heldOn === undefined,
  // Minutes belong to a meeting that was held; approved ones are written no more, and only drafted ones are approved.
  'minutes.drafted': ({ heldOn, minutes }) => heldOn !== undefined && minutes !== 'approved',
  'minutes.approved': ({ minutes }) => minutes === 'drafted',
  'actionItem.closed': ({ closedOn }) => closedOn === undefined,
  'evaluation.bedHeld': isWaiting,
  'evaluation.withdrawn': isWaiting,
  'evaluation.admitted': isWaiting,
  'visit.signed': ({ recordedBy }) => Array.isArray(recordedBy) && recordedBy.length > 0,
};

/** Which of a case's items the form of an event offers. */
export const fittingItems = (items: readonly Item[], event: string | undefined): readonly Item[] =>
  items.filter(fits[event ?? ''] ?? (() => true));
