import { answerKinds, type DeadlineKind, deadlineKinds, emptyFacts } from '@kaerimichi/discharge';
import { stepOfDeadline } from '@kaerimichi/discharge/chart';
import { describe, expect, it } from 'vitest';
import { toldOfDeadline } from './told-of-deadline.ts';

const stepOf = (kind: DeadlineKind) =>
  stepOfDeadline({ kind, ref: '', on: '2026-11-22', fires: null }, emptyFacts('org'))?.event ?? null;
const told = (kind: string) => toldOfDeadline(kind, stepOf);

describe('who is told of a deadline', () => {
  it('is whoever may record what keeps it, and once it was missed the head nurse and the doctor', () => {
    expect(told('followUp')).toMatchObject({
      task: 'deadline',
      escalatedTo: ['dischargeNurse', 'wardNurse', 'doctor'],
    });
    expect(told('followUp')?.roles).toContain('visitingNurse');
    expect(told('holdRecheck')?.task).toBe('hold');
    expect(told('enquiry')).toMatchObject({ task: 'enquiry', escalatedTo: null });
    expect(told('enquiry')?.roles).toContain('supportPlanner');
    expect(told('handoff')?.roles).toContain('visitingNurse');
  });

  it('is nobody of what the clock does by itself, or of a kind that there is not', () => {
    expect(['begin.consent', 'dueAhead', 'remind', 'escalate', 'nothing'].map(told)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it.each([...Object.keys(deadlineKinds), ...answerKinds])('%s: somebody, where it asks for something', kind => {
    const { roles, escalatedTo } = told(kind) ?? { roles: ['nobody is asked'], escalatedTo: null };
    expect(roles).not.toEqual([]);
    expect(escalatedTo).not.toEqual([]);
  });
});
