import { expect, it } from 'vitest';
import { callOf } from './family-gone.tsx';

const team = [
  { org: { id: 'a', name: '訪看' }, functions: [], lead: false, telephone: '045-000-0001' },
  { org: { id: 'b', name: '病院' }, functions: [], lead: true, telephone: '045-000-0002' },
];
const contact = (when: string, text: string, topic: string | null = null) => ({ when, topic, text });

it('is the number by day, else that of the lead, else none', () => {
  const contacts = [contact('night', '045-000-0009'), contact('day', '業者 045-000-0008', 'device')];
  expect(callOf({ contacts, team })).toEqual({ phone: '0450000002', shown: '045-000-0002' });
  const byDay = contact('day', '退院支援室 045-000-0101');
  expect(callOf({ contacts: [...contacts, byDay], team })).toEqual({ phone: '0450000101', shown: '045-000-0101' });
  expect(callOf({ contacts, team: [] })).toBeNull();
});
