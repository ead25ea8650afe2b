import { describe, expect, it } from 'vitest';
import { type DeadlineKind, deadlineKinds, deadlineRow } from './deadline-kinds.ts';
import { stepOfDeadline } from './deadline-steps.ts';
import { eventsByType } from './events.ts';
import { type CaseFacts, emptyFacts } from './facts.ts';

const stamp = { seq: 3, on: '2026-12-01', round: 0 };
const facts: CaseFacts = {
  ...emptyFacts('lead'),
  stays: [
    {
      ...stamp,
      id: 'out',
      ordinal: 1,
      kind: 'home',
      from: '2026-12-01',
      to: '2026-12-02',
      stationVisits: false,
      permitted: true,
      status: 'begun',
    },
  ],
  evaluations: [{ ...stamp, id: 'in', ordinal: 1, status: 'admitted' }],
};
const kinds = Object.keys(deadlineKinds) as DeadlineKind[];
const stepOf = (kind: DeadlineKind, ref = 'suctionOral.mother') =>
  stepOfDeadline(deadlineRow(kind, ref, '2026-12-05'), facts);

describe('the step of a deadline', () => {
  it('is there for every kind that a card shows, and fills in only what its form has', () => {
    for (const kind of kinds) {
      const step = stepOf(kind);
      expect(step === null, kind).toBe(deadlineKinds[kind].shown === 'never');
      const shape = step && eventsByType.get(step.event)?.body.shape;
      for (const field of Object.keys(step?.fill ?? {})) expect(shape, kind).toHaveProperty(field);
      if (step) expect(step.todo.ja, kind).toMatch(/[うくぐすつぬぶむる]$/);
      if (step) expect(step.todo.en, kind).toMatch(/^[A-Z][a-z]+(?<!ed) /);
    }
  });

  it('of a stay or an evaluation is the next one: to go, then to come back; to take in, then to record', () => {
    expect(stepOf('trialStay', 'planned')).toMatchObject({ event: 'trialStay.begun', fill: { stayId: 'planned' } });
    expect(stepOf('trialStay', 'out')).toMatchObject({ event: 'trialStay.returned' });
    expect(stepOf('evaluation', 'asked')).toMatchObject({
      event: 'evaluation.admitted',
      fill: { evaluationId: 'asked' },
    });
    expect(stepOf('evaluation', 'in')).toMatchObject({ event: 'evaluation.recorded' });
  });

  it('of a skill names procedure and caregiver', () => {
    expect(stepOf('lapse.skill')?.fill).toEqual({ procedure: 'suctionOral', caregiver: 'mother' });
  });
});
