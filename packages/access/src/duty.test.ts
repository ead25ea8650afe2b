import { expect, it } from 'vitest';
import { dutyTold } from './duty.ts';

const member = (org: string, state: string) => ({
  id: org,
  seq: 1,
  on: '2026-11-01',
  round: 0,
  function: 'x',
  org,
  state,
});
const facts = {
  lead: 'hospital',
  team: [member('station', 'accepted'), member('asked', 'asked'), member('hospital', 'accepted')] as never,
};

it('who is on duty is told to whoever reads the contacts, of those whom they know to take part', () => {
  const whole = { contacts: 'read', plan: 'read' } as const;
  expect(dutyTold(whole, { facts, own: 'hospital' })).toEqual(['hospital', 'station']);
  expect(dutyTold({ contacts: 'read' }, { facts, own: 'school' })).toEqual(['hospital']);
  expect(dutyTold({ contacts: 'read' }, { facts, own: 'station' })).toEqual(['hospital', 'station']);
  expect(dutyTold({ plan: 'read', contacts: 'own' }, { facts, own: 'station' })).toBeNull();
  expect(dutyTold({}, { facts, own: 'hub' })).toBeNull();
});
