import type { Transition } from '@kaerimichi/contracts';
import { isEnd } from './is-end.ts';

/** Name of the group of ends that are not the pathway's own. */
export const ENDS = 'ends';
/** From so many targets on, the variants of one move are folded away (adoption into any stage). */
const MANY = 3;

export type MoveGroup = { readonly name: string | null; readonly moves: readonly Transition[] };

/** The way forward first, other moves, moves with many targets folded, ends last. */
export function groupMoves(transitions: readonly Transition[]): MoveGroup[] {
  const byEvent = new Map<string, Transition[]>();
  for (const move of transitions) byEvent.set(move.event, [...(byEvent.get(move.event) ?? []), move]);
  const isMany = ({ event }: Transition) => (byEvent.get(event)?.length ?? 0) >= MANY;
  const open = transitions.filter(move => !isEnd(move) && !isMany(move));
  const folded = [...byEvent].flatMap(([name, moves]) =>
    moves.every(move => isMany(move) && !isEnd(move)) ? [{ name, moves }] : [],
  );
  const ends = transitions.filter(isEnd);
  return [
    { name: null, moves: open.toSorted((a, b) => Number(b.forward) - Number(a.forward)) },
    ...folded,
    ...(ends.length > 0 ? [{ name: ENDS, moves: ends }] : []),
  ];
}
