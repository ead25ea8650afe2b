import type { Transition } from '@kaerimichi/contracts';
import { isEnd } from './is-end.ts';

/** Whether somebody has a way on from here, possible yet or not; to end a case is no way on. */
export const mayGoOn = (transitions: readonly Transition[]): boolean =>
  transitions.some(move => move.permitted && !isEnd(move));
