import { expect, it } from 'vitest';
import { summaryFacts } from './summary-facts.ts';

const view = (facts: Record<string, Record<string, unknown>>, hidden: string[] = []) => ({ facts, hidden });
const names = (seen: ReturnType<typeof view>) => summaryFacts(seen).map(({ is, name }) => [is, name]);

it('says in one line each what is known, and nothing of what is not recorded yet', () => {
  const skills = [
    { caregiver: 'mother', level: 4 },
    { caregiver: 'mother', level: 4 },
    { caregiver: 'father', level: 3 },
  ];
  const facts = {
    clinical: { needs: ['oxygen'] },
    skills: { skills, devices: [{ kind: 'ventilator' }, { kind: 'ventilator' }] },
    contacts: { whereabouts: 'hospital' },
  };
  expect(summaryFacts(view(facts))).toEqual([
    { is: 'known', name: 'needs', value: ['oxygen'] },
    { is: 'known', name: 'devices', value: ['ventilator'] },
    { is: 'known', name: 'aloneCaregivers', value: ['mother'] },
    { is: 'known', name: 'whereabouts', value: 'hospital' },
  ]);
});

it('keeps the place of what consent withholds', () => {
  expect(names(view({ contacts: { whereabouts: 'home' } }, ['clinical', 'skills', 'family']))).toEqual([
    ['withheld', 'needs'],
    ['withheld', 'factors'],
    ['withheld', 'devices'],
    ['withheld', 'wish'],
    ['withheld', 'aloneCaregivers'],
    ['known', 'whereabouts'],
  ]);
});
