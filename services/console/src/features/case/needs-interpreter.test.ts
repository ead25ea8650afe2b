import { expect, it } from 'vitest';
import { needsInterpreter } from './needs-interpreter.ts';

const needs = (plan: Record<string, unknown>) => needsInterpreter({ facts: { plan } });
const entry = (state: string) => ({ id: 't1', function: 'interpreter', state });

it('is told by the plan that wants one, and by one that was asked or takes part', () => {
  expect(needs({ plan: { roles: ['visitingNurse', 'interpreter'] } })).toBe(true);
  expect(needs({ team: [entry('asked')] })).toBe(true);
  expect(needs({ team: [entry('accepted')] })).toBe(true);
});
it('is not told where none is wanted, where the one said no, or where the plan is not shared', () => {
  expect(needs({ plan: { roles: ['visitingNurse'] }, team: [] })).toBe(false);
  expect(needs({ team: [entry('declined'), entry('ended')] })).toBe(false);
  expect(needsInterpreter({ facts: {} })).toBe(false);
});
