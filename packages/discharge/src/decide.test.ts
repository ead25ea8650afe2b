import { describe, expect, it } from 'vitest';
import { beforeRegistration, type CaseState, cardOf, type Decision, decide, transitionsOf } from './chart.ts';
import type { CaseEvent } from './event.ts';
import { caseFacts, emptyFacts } from './facts.ts';

const by = { membership: 'm1', person: 'p1', org: 'lead', role: 'dischargeNurse', mayWaive: false } as const;

function walker() {
  let state: CaseState = beforeRegistration(emptyFacts('lead'));
  let seq = 0;
  const send = (type: string, body: Record<string, unknown> = {}, more: Partial<CaseEvent> = {}): Decision => {
    const decision = decide(state, {
      type,
      seq: seq + 1,
      at: '2026-11-24T01:00:00.000Z',
      on: '2026-11-24',
      by,
      body,
      ...more,
    });
    if (decision.ok) {
      state = decision.state;
      seq += 1;
    }
    return decision;
  };
  return { send, state: () => state, seq: () => seq };
}

describe('decide', () => {
  it('registers a case and refuses to leave screening until the factors are recorded', () => {
    const child = walker();
    expect(child.send('case.registered', { lead: 'lead', bornOn: '2025-09-10', origin: 'nicu' }).ok).toBe(true);
    const refused = child.send('screening.completed');
    expect(refused).toMatchObject({ ok: false, kind: 'requirementsUnmet', reasons: [{ code: 'factorsRecorded' }] });
    expect(child.send('factors.recorded', { factors: ['medicalProcedures'] }).ok).toBe(true);
    expect(child.send('screening.completed')).toMatchObject({ ok: true, position: { stage: 'familyInterview' } });
    expect(caseFacts.safeParse(child.state().facts).error).toBeUndefined();
    expect(
      cardOf({ id: 'c', no: 'K-1', name: null, kana: null }, child.state(), { version: 3, on: '2026-11-24' }),
    ).toMatchObject({
      stage: 'familyInterview',
      next: 'interviewHeld',
      cond: { done: 0, all: 3 },
    });
    expect(transitionsOf(child.state(), '2026-11-24').map(({ event }) => event)).toContain('interview.completed');
  });
});
