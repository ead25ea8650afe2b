import { expect, it } from 'vitest';
import { draftedSeq } from './drafted-seq.ts';

const conferences = [
  { id: 'k1', minutes: 'approved', minutesSeq: 12 },
  { id: 'k2', minutes: 'drafted', minutesSeq: 31 },
  { id: 'k3', minutes: 'none' },
];

it('is the entry with the newest minutes of the conference that is chosen', () => {
  expect(draftedSeq({ facts: { plan: { conferences } } }, 'k2')).toBe(31);
});

it('is none before there are minutes, before a conference is chosen, and where the plan is not told', () => {
  expect(draftedSeq({ facts: { plan: { conferences } } }, 'k3')).toBeNull();
  expect(draftedSeq({ facts: { plan: { conferences } } }, undefined)).toBeNull();
  expect(draftedSeq({ facts: { contacts: {} } }, 'k2')).toBeNull();
});
