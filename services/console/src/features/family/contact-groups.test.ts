import { expect, it } from 'vitest';
import { contactGroups } from './contact-groups.ts';

const contact = (when: string, topic: string | null = null) => ({ when, topic, text: `${when} ${topic}` });
const page = {
  over: null,
  care: ['ventilator' as const],
  team: [],
  contacts: [
    contact('day'),
    contact('night'),
    contact('day', 'school'),
    contact('night', 'device'),
    contact('emergencyRoute'),
  ],
};
const told = (over: Partial<Parameters<typeof contactGroups>[0]>) =>
  contactGroups({ ...page, ...over }).map(({ group, contacts }) => [group, contacts.length]);

it('stand by urgency, those about devices by themselves', () => {
  expect(told({})).toEqual([
    ['emergencyRoute', 1],
    ['night', 1],
    ['day', 2],
    ['device', 1],
  ]);
});

it('have a gap by day, by night and, where the child has a device, for it', () => {
  expect(told({ contacts: [] })).toEqual([
    ['night', 0],
    ['day', 0],
    ['device', 0],
  ]);
  const vendor = {
    org: { id: 'v', name: '業者' },
    functions: ['deviceVendor'],
    lead: false,
    telephone: '045-000-0003',
  };
  for (const without of [{ care: ['nasalTube' as const] }, { team: [vendor] }])
    expect(told({ contacts: [], ...without })).toEqual([
      ['night', 0],
      ['day', 0],
    ]);
});

it('have no gaps once support is over', () => {
  expect(told({ contacts: [], over: 'closed' })).toEqual([]);
  expect(told({ contacts: [contact('day')], over: 'deceased' })).toEqual([['day', 1]]);
});
