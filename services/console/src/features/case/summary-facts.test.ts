import { expect, it } from 'vitest';
import { summaryFacts } from './summary-facts.ts';

const today = '2026-11-30';
const view = (facts: Record<string, Record<string, unknown>>, hidden: string[] = []) => ({ facts, hidden });
const names = (seen: ReturnType<typeof view>) => summaryFacts(seen, today).map(({ is, name }) => [is, name]);

it('says in one line each what is known, and nothing of what is not recorded yet', () => {
  const skills = [{ procedure: 'oxygen', caregiver: 'mother', level: 4 }];
  const facts = {
    clinical: { needs: ['oxygen'] },
    skills: { skills, devices: [{ kind: 'ventilator' }, { kind: 'ventilator' }] },
    contacts: { whereabouts: 'hospital' },
  };
  expect(summaryFacts(view(facts), today)).toEqual([
    { is: 'known', name: 'needs', value: ['oxygen'] },
    { is: 'known', name: 'devices', value: ['ventilator'] },
    {
      is: 'alone',
      name: 'aloneCaregivers',
      skills: [{ procedure: 'oxygen', caregivers: ['mother'], needed: null }],
    },
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

it('says procedure by procedure who does it alone, beside how many the plan asks for', () => {
  const skill = (procedure: string, caregiver: string, level: number, over = {}) => ({
    ...{ procedure, caregiver, level },
    ...over,
  });
  const procedures = [
    { procedure: 'tracheostomySuction', caregivers: 2 },
    { procedure: 'emergencyResponse', caregivers: 1 },
  ];
  const facts = {
    plan: { round: 2, plan: { round: 2, procedures } },
    skills: {
      skills: [
        skill('tracheostomySuction', 'mother', 4),
        skill('tracheostomySuction', 'father', 3),
        skill('tubeFeeding', 'father', 4),
        skill('oxygen', 'mother', 4, { lapsedOn: '2026-11-01' }),
        skill('medication', 'mother', 4, { until: '2026-11-29' }),
      ],
    },
  };
  const alone = (seen: typeof facts) => summaryFacts(view(seen), today).find(({ is }) => is === 'alone');
  expect(alone(facts)).toMatchObject({
    skills: [
      { procedure: 'tracheostomySuction', caregivers: ['mother'], needed: 2 },
      { procedure: 'emergencyResponse', caregivers: [], needed: 1 },
      { procedure: 'tubeFeeding', caregivers: ['father'], needed: null },
    ],
  });
  // The plan of the round before asks for nothing any more.
  expect(alone({ ...facts, plan: { ...facts.plan, round: 3 } })).toMatchObject({
    skills: [{ procedure: 'tracheostomySuction', needed: null }, { procedure: 'tubeFeeding' }],
  });
});
