import { describe, expect, it } from 'vitest';
import { emptyFacts } from './facts.ts';
import { familyStages, familyStepOf } from './family-step.ts';
import { stageOrder } from './stage-order.ts';

const stamp = { seq: 1, on: '2026-11-01', round: 0 };
const evaluated = (origin: 'home' | 'ward') => ({
  ...emptyFacts('lead'),
  evaluations: [
    { ...stamp, id: 'e0', ordinal: 1, status: 'closed' as const, origin: 'home' as const },
    { ...stamp, id: 'e1', ordinal: 2, status: 'admitted' as const, origin },
  ],
});

describe('the five steps of a family', () => {
  it('have a place for every stage, and never go back on the way home', () => {
    for (const stage of familyStages) expect(familyStepOf(stage, evaluated('home')), stage).not.toBeNull();
    const steps = stageOrder.map(stage => familyStepOf(stage, emptyFacts('lead')) ?? 0);
    expect(steps).toEqual([...steps].sort());
    expect(new Set(steps)).toEqual(new Set([1, 2, 3, 4, 5]));
  });
  it('leave a child where it came from while it is evaluated', () => {
    expect(familyStepOf('evaluationAdmission', evaluated('ward'))).toBe(3);
    expect(familyStepOf('evaluationAdmission', evaluated('home'))).toBe(5);
  });
  it('end with the case', () => {
    expect(familyStepOf('closed', emptyFacts('lead'))).toBeNull();
    expect(familyStepOf('constructor', emptyFacts('lead'))).toBeNull();
  });
});
