import type { CaseView } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { plannedAhead } from './planned-ahead.ts';

const today = '2026-11-29';
const conferences = [
  { id: 'k1', plannedOn: '2026-12-02' },
  { id: 'k2', plannedOn: '2026-11-27' },
];
const view = { facts: { plan: { conferences } } } as unknown as CaseView;

it('tells the planned day of a meeting that is said to have been held before it', () => {
  expect(plannedAhead(view, { conferenceId: 'k1' }, today)).toBe('2026-12-02');
  expect(plannedAhead(view, { conferenceId: 'k1', occurredOn: '11/28' }, today)).toBe('2026-12-02');
  expect(plannedAhead(view, { conferenceId: 'k2' }, today)).toBeNull();
  expect(plannedAhead(view, { conferenceId: 'k2', occurredOn: '11/26' }, today)).toBe('2026-11-27');
  expect(plannedAhead(view, {}, today)).toBeNull();
});
