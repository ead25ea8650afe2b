import { expect, it } from 'vitest';
import { aTransition } from './a-transition.ts';
import { nextFix } from './next-fix.ts';

const route = '/cases/1/record/minutes.approved?conferenceId=2';
const forward = aTransition('plan.explained', 'planning', {
  forward: true,
  permitted: false,
  enabled: false,
  reasons: [
    { code: 'first', params: {}, text: 'first', waivable: 'no' },
    { code: 'minutesApproved', params: {}, text: 'minutes', waivable: 'no', fix: { event: 'minutes.approved', route } },
  ],
});
const asked = { next: 'minutesApproved', transitions: [aTransition('child.died', 'closed'), forward] };

it('is the form of the condition that is next, with what it has chosen', () => {
  expect(nextFix({ ...asked, can: ['minutes.approved'] })).toBe(route);
});
it('is nothing for somebody who may not send it, nor where no form supplies it', () => {
  expect(nextFix({ ...asked, can: ['note.added'] })).toBeUndefined();
  expect(nextFix({ ...asked, next: 'first', can: ['minutes.approved'] })).toBeUndefined();
  expect(nextFix({ ...asked, next: 'plan.explained', can: ['minutes.approved'] })).toBeUndefined();
});
