import { expect, it } from 'vitest';
import { aTransition } from './a-transition.ts';
import { groupMoves } from './group-moves.ts';

const move = (event: string, to: string, forward = false) => aTransition(event, to, { forward });

it('puts the way forward first, folds moves with many targets, and ends last', () => {
  const groups = groupMoves([
    move('planning.returned', 'familyInterview'),
    move('case.adopted', 'screening'),
    move('case.adopted', 'planning'),
    move('case.adopted', 'followUp'),
    move('child.died', 'closed'),
    move('preparation.begun', 'preparing', true),
    move('case.closed', 'closed.movedOut'),
  ]);
  expect(groups.map(({ name, moves }) => [name, moves.map(({ event }) => event)])).toEqual([
    [null, ['preparation.begun', 'planning.returned']],
    ['case.adopted', ['case.adopted', 'case.adopted', 'case.adopted']],
    ['ends', ['child.died', 'case.closed']],
  ]);
});
it('has no group of ends where there is none', () => {
  expect(groupMoves([move('case.reopened', 'planning')]).map(({ name }) => name)).toEqual([null]);
});
