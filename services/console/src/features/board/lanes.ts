import { ageBandOf, ageBands, type Card, carrierKinds, type LaneKind } from '@kaerimichi/contracts';
import { addDays } from '@kaerimichi/discharge';

/** The lane of a card; empty: in none of that kind, or it is not shared which. */
export type LaneOf = (card: Card) => string;

/** What a lane needs to know besides the card. */
export type LaneView = { readonly today: string; readonly orgKinds: Readonly<Record<string, string>> };

/** What needs looking at first: late, stopped, due within three days, none of these. */
export const risks = ['overdue', 'held', 'soon', 'calm'] as const;
export type Risk = (typeof risks)[number];

export function riskOf({ due, holds }: Pick<Card, 'due' | 'holds'>, today: string): Risk {
  if (due && due.on < today) return 'overdue';
  if (holds.length > 0) return 'held';
  return due && due.on <= addDays(today, 3) ? 'soon' : 'calm';
}

/** Of the organisations that carry a case those of one kind: its station, its municipality. */
export const carriersOf = (
  { owners }: Pick<Card, 'owners'>,
  which: keyof typeof carrierKinds,
  orgKinds: LaneView['orgKinds'],
): string[] => {
  const kinds: readonly string[] = carrierKinds[which];
  return owners.filter(id => kinds.includes(orgKinds[id] ?? ''));
};

export function laneOf(by: LaneKind, { today, orgKinds }: LaneView): LaneOf {
  switch (by) {
    case 'none':
      return () => '';
    case 'lead':
      return card => card.lead;
    case 'team':
      return card => card.turn?.role ?? '';
    case 'risk':
      return card => riskOf(card, today);
    case 'age':
      return card => ageBandOf(card) ?? '';
    default:
      return card => carriersOf(card, by, orgKinds)[0] ?? '';
  }
}

/** Lanes whose order is not that of their names. */
const orders: Partial<Record<LaneKind, readonly string[]>> = { risk: risks, age: ageBands };

/** Place of a lane before the order of names decides: as the kind has it, the one without a name last. */
export function laneRank(by: LaneKind): (lane: string) => number {
  const order = orders[by];
  return lane => (lane === '' ? Number.POSITIVE_INFINITY : (order?.indexOf(lane) ?? 0));
}

/** Family of the words of a lane that is no organisation (`risk.overdue`); null for organisations. */
export const laneWords = (by: LaneKind): string | null =>
  by === 'team' ? 'role' : by === 'risk' || by === 'age' ? by : null;
