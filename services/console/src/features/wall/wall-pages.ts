import type { Card } from '@kaerimichi/contracts';
import { type Deadline, deadlineOf } from '../../parts/deadline.ts';
import { byDeadline, placeCards } from '../board/placing.ts';

export type Tile = { readonly card: Card; readonly deadline: Deadline };
type WallCell = {
  readonly column: string;
  /** Every case of the lane in this column, also those that no tile stands for. */
  readonly count: number;
  /** Those that no tile stands for on any page: nothing of theirs is overdue, due today or on hold. */
  readonly quiet: number;
  readonly tiles: readonly Tile[];
};
/** What fits a screen at once: a lane, or one of its `parts` where it does not fit. */
export type WallPage = {
  readonly lane: string;
  readonly part: number;
  readonly parts: number;
  readonly cells: readonly WallCell[];
};

/** Column in which only what is not as it should be has a tile: most children at home need nobody today. */
const EXCEPTIONS_ONLY = 'home';

const ranks = { overdue: 0, today: 1, soon: 3, due: 4, none: 5 } as const;
const HOLD_RANK = 2;

/** ▲ ◆ ■ first, then by the day. */
function rankOf({ card, deadline }: Tile): number {
  const rank = ranks[deadline.kind];
  return card.holds.length > 0 ? Math.min(rank, HOLD_RANK) : rank;
}

/** Whether a day stands beside the number, however full the tile is. */
export const isUrgent = ({ deadline }: Tile): boolean => ['overdue', 'today', 'soon'].includes(deadline.kind);

/** Why it stands still has a line of its own below an urgent day: so much more of a column's room it takes. */
const HELD_AND_URGENT = 1.7;
const roomOf = (tile: Tile): number => (isUrgent(tile) && tile.card.holds.length > 0 ? HELD_AND_URGENT : 1);

/** Tiles in groups that a column has room for, in their order. */
function inParts(tiles: readonly Tile[], room: number): Tile[][] {
  const parts: Tile[][] = [];
  let left = 0;
  for (const tile of tiles) {
    if (parts.length === 0 || roomOf(tile) > left) {
      parts.push([]);
      left = room;
    }
    parts.at(-1)?.push(tile);
    left -= roomOf(tile);
  }
  return parts;
}

const isException = (tile: Tile): boolean => rankOf(tile) <= HOLD_RANK;

function tilesOf(column: string, cards: readonly Card[], today: string): Tile[] {
  const tiles = cards.map(card => ({ card, deadline: deadlineOf(card.due?.on, today) }));
  const shown = column === EXCEPTIONS_ONLY ? tiles.filter(isException) : tiles;
  return shown.sort((a, b) => rankOf(a) - rankOf(b) || byDeadline(a.card, b.card));
}

type Wall = {
  readonly columns: readonly string[];
  readonly today: string;
  /** The organisation whose wall it is: its own lane comes first. */
  readonly org: string;
  readonly nameOf: (lane: string) => string;
  /** Tiles of one line, or of two where it is said who it is, that a column has room for. */
  readonly room: number;
};

/** Pages of a wall in their order, lane by lane; lanes without a tile are left out unless none has any. */
export function wallPages(cards: Iterable<Card>, { columns, today, org, nameOf, room }: Wall): WallPage[] {
  const lanes = placeCards(cards, columns, { laneOf: card => card.lead, nameOf, today });
  const own = lanes.filter(({ id }) => id === org);
  const ordered = [...own, ...lanes.filter(({ id }) => id !== org)];
  const all = ordered.flatMap(({ id, cells }) => {
    const whole = cells.map(({ column, cards: all }) => {
      const tiles = tilesOf(column, all, today);
      return { column, count: all.length, quiet: all.length - tiles.length, groups: inParts(tiles, room) };
    });
    const parts = Math.max(1, ...whole.map(({ groups }) => groups.length));
    return Array.from({ length: parts }, (_, part) => ({
      lane: id,
      part,
      parts,
      cells: whole.map(({ groups, ...cell }) => ({ ...cell, tiles: groups[part] ?? [] })),
    }));
  });
  const withTiles = all.filter(({ cells }) => cells.some(({ tiles }) => tiles.length > 0));
  return withTiles.length > 0 ? withTiles : all.slice(0, 1);
}

const appointmentKinds = ['visit', 'conference', 'discharge'] as const;
type Appointment = {
  readonly id: string;
  readonly no: string;
  readonly kind: (typeof appointmentKinds)[number];
  readonly isTomorrow: boolean;
};

/** Visits, conferences and discharges of today, and who goes home tomorrow: as far as cards say what is due. */
export function appointmentsOf(cards: Iterable<Card>, today: string): Appointment[] {
  return [...cards]
    .flatMap(({ id, no, due }) => {
      const kind = appointmentKinds.find(one => one === due?.kind);
      const { kind: when, days } = deadlineOf(due?.on, today);
      const isTomorrow = when === 'soon' && days === 1 && kind === 'discharge';
      return kind && (when === 'today' || isTomorrow) ? [{ id, no, kind, isTomorrow }] : [];
    })
    .sort(
      (a, b) =>
        Number(a.isTomorrow) - Number(b.isTomorrow) ||
        appointmentKinds.indexOf(a.kind) - appointmentKinds.indexOf(b.kind) ||
        (a.no < b.no ? -1 : 1),
    );
}

/** How many cases stand still, and for what, the most frequent reason first. */
export function standing(cards: Iterable<Card>): { count: number; reasons: { code: string; n: number }[] } {
  const reasons = new Map<string, number>();
  let count = 0;
  for (const { holds } of cards) {
    if (holds.length > 0) count++;
    for (const { code } of holds) reasons.set(code, (reasons.get(code) ?? 0) + 1);
  }
  const sorted = [...reasons].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return { count, reasons: sorted.map(([code, n]) => ({ code, n })) };
}
