import { expect, it } from 'vitest';
import { namedIn } from './named-in.ts';

it('finds organisations and owners that a body names, at any depth, with their paths', () => {
  const body = {
    recipient: 'org-a',
    handoffId: 'h1',
    actionItems: [{ id: 'a', owner: 'm-1' }, { id: 'b' }],
    devices: [{ kind: 'pump' }],
  };
  expect(namedIn(body)).toEqual({
    orgs: [{ path: 'recipient', id: 'org-a' }],
    members: [{ path: 'actionItems.0.owner', id: 'm-1' }],
  });
  expect(namedIn({ stable: true })).toEqual({ orgs: [], members: [] });
});
