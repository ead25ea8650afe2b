import type { Transition } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { aTransition } from './a-transition.ts';
import { meantMove } from './meant-move.ts';

const died = aTransition('child.died', 'closed.deceased');
const closed = aTransition('case.closed', 'closed.movedOut');
const returned = aTransition('planning.returned', 'familyInterview');
const forward = aTransition('preparation.begun', 'preparing', { forward: true });
const lacking: Transition['reasons'] = [{ code: 'a', params: {}, text: 'a', waivable: 'no' }];

const nowhere = () => false;
const anywhere = () => true;

it('leaves nothing chosen where only ends are left, also for a card dropped among the closed', () => {
  expect(meantMove([died], nowhere)).toBeUndefined();
  expect(meantMove([died, closed], anywhere)).toBeUndefined();
});
it('leaves nothing chosen where no way is forward and no column was meant', () => {
  expect(meantMove([returned, died], nowhere)).toBeUndefined();
});
it('means the way forward where no column was meant', () => {
  expect(meantMove([died, returned, forward], nowhere)).toBe(forward);
});
it('means the way into the column, forward before any other, then the one that lacks least', () => {
  const far = aTransition('planning.returned', 'planning', { reasons: lacking });
  expect(meantMove([returned, forward], to => to === 'familyInterview')).toBe(returned);
  expect(meantMove([returned, forward], anywhere)).toBe(forward);
  expect(meantMove([far, returned, died], anywhere)).toBe(returned);
});
