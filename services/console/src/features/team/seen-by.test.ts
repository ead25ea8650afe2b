import { expect, it } from 'vitest';
import { peopleFor, seenBy } from './seen-by.ts';

const consent = (id: string, recipient: string, categories: string[], more: object = {}) => ({
  ...{ id, scope: 'recipient', recipient, categories, purpose: 'care', from: '2026-11-01' },
  ...more,
});
const view = {
  card: { lead: 'org-lead' },
  facts: {
    family: {
      consents: [
        consent('a', 'org-a', ['contacts', 'plan']),
        consent('b', 'org-a', ['plan', 'skills']),
        consent('c', 'org-c', ['contacts'], { until: '2026-11-10' }),
        consent('d', 'org-d', ['contacts'], { purpose: 'programme' }),
      ],
    },
  },
};
const today = '2026-11-29';

it('is everything for the lead, for others what valid consents open, each category once', () => {
  expect(seenBy(view, 'org-lead', today)).toBe('all');
  expect(seenBy(view, 'org-a', today)).toEqual(['contacts', 'plan', 'skills']);
  for (const org of ['org-c', 'org-d', 'org-e']) expect(seenBy(view, org, today), org).toEqual([]);
});

it('is not told to whoever is not told of consents', () => {
  expect(seenBy({ ...view, facts: {} }, 'org-a', today)).toBeNull();
});

it('names those of an organisation who can have the part, and nobody who has left', () => {
  const member = (name: string, role: string, org = 'org-a', open = true) => ({ name, role, org, open });
  const members = {
    m1: member('佐藤', 'visitingNurse'),
    m2: member('大塚', 'visitingNurse', 'org-b'),
    m3: member('田村', 'doctor'),
    m4: member('去った人', 'visitingNurse', 'org-a', false),
  };
  expect(peopleFor(members, 'org-a', 'visitingNurse')).toEqual(['佐藤']);
  expect(peopleFor(members, 'org-a', 'homePhysician')).toEqual(['田村']);
  // Nobody signs in for these: they are called.
  for (const part of ['pharmacist', 'somethingNew']) expect(peopleFor(members, 'org-a', part), part).toEqual([]);
});
