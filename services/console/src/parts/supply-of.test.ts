import { expect, it } from 'vitest';
import { supplyOf } from './supply-of.ts';

const route = '/cases/c1/record/plan.explained?conferenceId=k1';
const mayExplain = (event: string) => event === 'plan.explained';

it('is the form, for whoever may send it', () => {
  expect(supplyOf({ fix: { event: 'plan.explained', route } }, mayExplain)).toEqual({ is: 'form', route });
});
it('is nothing to open, where only others may send it', () => {
  expect(
    supplyOf({ fix: { event: 'minutes.approved', route: '/cases/c1/record/minutes.approved' } }, mayExplain),
  ).toEqual({ is: 'others' });
});
it('is nothing at all, where no form supplies it', () => {
  expect(supplyOf({}, mayExplain)).toBeNull();
});
