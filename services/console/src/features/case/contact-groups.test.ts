import { expect, it } from 'vitest';
import { contactGroups, gapPath } from './contact-groups.ts';
import type { Contact } from './contacts-of.ts';

const of = (seq: number, when: string, topic: string | null = null): Contact => ({ seq, when, topic, text: 'x' });
const facts = (more: Record<string, unknown> = {}) => ({ facts: more as Record<string, Record<string, unknown>> });
const withDevices = facts({ skills: { devices: [{ id: 'd1' }] }, plan: { plan: { school: true } } });
const gaps = (contacts: readonly Contact[], view = facts()) =>
  Object.fromEntries(contactGroups(contacts, view).map(group => [group.when, group.gaps]));

it('says of every time at which nobody is named that it is open', () => {
  expect(gaps([])).toEqual({ day: [null], night: [null], emergencyRoute: [null] });
  expect(gaps([of(1, 'day')])).toMatchObject({ day: [], night: [null] });
});

it('misses no topic where somebody is named for everything', () => {
  expect(gaps([of(1, 'night'), of(2, 'night', 'device')], withDevices).night).toEqual([]);
});

it('misses the topics that this child has, and no others', () => {
  expect(gaps([of(1, 'day', 'medical'), of(2, 'night', 'medical')], withDevices)).toEqual({
    day: ['device', 'scheme', 'school'],
    night: ['device'],
    emergencyRoute: [null],
  });
  expect(gaps([of(1, 'day', 'school')]).day).toEqual(['medical']);
});

it('stands in the order when, then what', () => {
  const groups = contactGroups(
    [of(1, 'night'), of(2, 'day', 'school'), of(3, 'day', 'medical'), of(4, 'day')],
    facts(),
  );
  expect(groups.map(({ when, entries }) => [when, entries.map(({ topic }) => topic)])).toEqual([
    ['day', [null, 'medical', 'school']],
    ['night', [null]],
    ['emergencyRoute', []],
  ]);
});

it('leads to the form that fills the gap', () => {
  expect(gapPath('c1', 'night', null)).toBe('/cases/c1/record/contacts.recorded?when=night');
  expect(gapPath('c1', 'day', 'device')).toBe('/cases/c1/record/contacts.recorded?when=day&topic=device');
});
