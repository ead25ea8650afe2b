import { describe, expect, it } from 'vitest';
import { cardOf, foldFacts, redecide, transitionsOf } from './chart.ts';
import { caseFacts } from './facts.ts';
import { aCase } from './histories/a-case.ts';

describe('the usual way home', () => {
  it('leads from the referral to the end of the case', () => {
    const child = aCase().goesTo('stableAtHome').prepares().sends('dsn', 'case.completed');
    expect(child.position()).toMatchObject({ stage: 'closed', step: 'completed' });
    expect(caseFacts.parse(child.facts())).toEqual(child.facts());
    expect(redecide(child.past)).toEqual({ ok: true, state: child.state() });
    expect(foldFacts(child.past)).toEqual(child.facts());
    expect(JSON.stringify(child.facts()).length).toBeLessThan(8 * 1024);
  });

  it('refuses to leave screening until the factors are recorded, and says so on the card before anyone clicks', () => {
    const child = aCase();
    const refused = child.tries('dsn', 'screening.completed');
    expect(refused).toMatchObject({ ok: false, kind: 'requirementsUnmet', reasons: [{ code: 'factorsRecorded' }] });
    child.goesTo('familyInterview');
    const identity = { id: 'c', no: 'K-00001', name: null, kana: null };
    expect(cardOf(identity, child.state(), { version: 3, on: child.on() })).toMatchObject({
      stage: 'familyInterview',
      next: 'interviewHeld',
      cond: { done: 0, all: 3 },
    });
    expect(transitionsOf(child.state(), child.on()).map(({ event }) => event)).toContain('interview.completed');
  });

  it('shows on the card that it is the owner’s turn where nothing is missing', () => {
    const identity = { id: 'c', no: 'K-00001', name: null, kana: null };
    const turnIn = (stage: string) => {
      const child = aCase().sends('dsn', 'case.adopted', { stage, since: '@-1', source: 'paper' });
      return cardOf(identity, child.state(), { version: 2, on: child.on() });
    };
    expect(turnIn('trialStay')).toMatchObject({ next: 'trialStay.returned', turn: { role: 'wardNurse' } });
    const ready = aCase().goesTo('planning').prepares();
    expect(cardOf(identity, ready.state(), { version: 2, on: ready.on() })).toMatchObject({
      next: 'preparation.begun',
      turn: { org: 'org-kodomo', role: 'dischargeNurse' },
    });
  });
});
