import type { Transition } from '@kaerimichi/contracts';

/** Whether a move ends a case otherwise than on the pathway's own way. */
export const isEnd = ({ event }: Pick<Transition, 'event'>): boolean =>
  event === 'case.closed' || event === 'child.died';
