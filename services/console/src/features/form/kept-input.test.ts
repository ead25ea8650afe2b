import { expect, it } from 'vitest';
import { keptInput } from './kept-input.ts';

const first = { name: '', needs: ['oxygen'] as readonly string[], reason: 'x' };

it('is what was kept, in the shape of now', () => {
  expect(keptInput(first, { name: '石井', needs: [], reason: '' })).toEqual({ name: '石井', needs: [], reason: '' });
  expect(keptInput(first, { name: '石井', gone: 'y' })).toEqual({ name: '石井', needs: ['oxygen'], reason: 'x' });
});
it('takes nothing of another kind', () => {
  expect(keptInput(first, { name: 1, needs: 'oxygen', reason: 'y' })).toEqual({ ...first, reason: 'y' });
  expect(keptInput({ isForGood: true }, { isForGood: false })).toEqual({ isForGood: false });
  expect(keptInput({ isForGood: true }, { isForGood: 'no' })).toBeNull();
  for (const kept of [undefined, null, 'x', [], { values: {} }, { toString: 'x' }])
    expect(keptInput(first, kept)).toBeNull();
});
