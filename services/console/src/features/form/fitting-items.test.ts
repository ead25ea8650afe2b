import { expect, it } from 'vitest';
import { fittingItems } from './fitting-items.ts';

const planned = { id: 'planned', minutes: 'none' };
const held = { id: 'held', heldOn: '2026-11-20', minutes: 'none' };
const drafted = { id: 'drafted', heldOn: '2026-11-20', minutes: 'drafted' };
const approved = { id: 'approved', heldOn: '2026-11-20', minutes: 'approved' };
const all = [planned, held, drafted, approved];

it('offers minutes only the meetings that were held and whose minutes are still open', () => {
  expect(fittingItems(all, 'minutes.drafted')).toEqual([held, drafted]);
  expect(fittingItems(all, 'minutes.approved')).toEqual([drafted]);
});
it('offers a meeting that is held once, and a consent that is withdrawn once', () => {
  expect(fittingItems(all, 'conference.held')).toEqual([planned]);
  const [given, withdrawn] = [{ id: 'given' }, { id: 'withdrawn', withdrawnOn: '2026-11-20' }];
  expect(fittingItems([given, withdrawn], 'consent.withdrawn')).toEqual([given]);
});
it('offers every other form all of them', () => {
  expect(fittingItems(all, 'hold.removed')).toEqual(all);
  expect(fittingItems(all, undefined)).toEqual(all);
});
