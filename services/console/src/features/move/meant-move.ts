import type { Transition } from '@kaerimichi/contracts';
import { isEnd } from './is-end.ts';

/**
 * The move that stands chosen when the sheet opens: the way into the column that was meant (forward before any other,
 * then the one that lacks least), else the way forward, else none. An end is always chosen by hand.
 */
export function meantMove(transitions: readonly Transition[], isInto: (to: string) => boolean): Transition | undefined {
  const ways = transitions.filter(move => !isEnd(move));
  const into = ways.filter(({ to }) => isInto(to));
  const least = into.toSorted((a, b) => a.reasons.length - b.reasons.length)[0];
  return into.find(({ forward }) => forward) ?? least ?? ways.find(({ forward }) => forward);
}
