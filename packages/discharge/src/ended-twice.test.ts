import { describe, expect, it } from 'vitest';
import { aCase, type Story } from './histories/a-case.ts';
import type { Words } from './words.ts';

type Ending = readonly [type: string, by: string, body: Record<string, unknown>, story: () => Story];

const withItem = () =>
  aCase()
    .sends('dsn', 'conference.planned', { conferenceId: 'k1', conferenceKind: 'joint', plannedOn: '@0' })
    .sends('dsn', 'conference.held', { conferenceId: 'k1', attended: ['visitingNurse'], actionItems: [{ id: 'a1' }] });
const withConsent = () => aCase().goesTo('preparing');
const asked = () =>
  aCase().sends('dsn', 'candidate.asked', { candidateId: 't1', function: 'visitingNurse', organisation: 'org-nozomi' });
const evaluated = () => aCase().sends('dsn', 'evaluation.requested', { evaluationId: 'e1', purposes: ['careReview'] });
const held = () => aCase().sends('dsn', 'hold.added', { holdId: 'w1', code: 'familyDecision', recheckOn: '@9' });
const atTheVisit = () => aCase().goesTo('firstVisit').prepares('difference.resolved');

const visitId = 'first-h1';
const endings: readonly Ending[] = [
  ['consent.withdrawn', 'dsn', { consentId: 'c-hospital' }, withConsent],
  ['actionItem.closed', 'dsn', { actionItemId: 'a1' }, withItem],
  ['candidate.answered', 'hvn', { candidateId: 't1', answer: 'declined', declineReason: 'hours' }, asked],
  ['candidate.answered', 'hvn', { candidateId: 't1', answer: 'ended' }, asked],
  ['evaluation.withdrawn', 'dsn', { evaluationId: 'e1' }, evaluated],
  ['hold.removed', 'dsn', { holdId: 'w1' }, held],
  ['difference.resolved', 'hvn', { visitId, resolved: 50 }, atTheVisit],
  ['grief.closed', 'dsn', {}, () => aCase().goesTo('planning').sends('doctor', 'child.died')],
];

describe('what is ended', () => {
  it.each(endings)('is not ended again: %s', (type, by, body, story) => {
    const child = story().sends(by, type, body);
    const said = child.waits(1).tries(by, type, body);
    expect(said).toMatchObject({ ok: false, kind: 'wrongStage', reasons: [expect.anything()] });
  });

  it('is said to be, and since when', () => {
    const saidOf = ([type, by, body, story]: Ending): Words | undefined => {
      const decision = story().sends(by, type, body).tries(by, type, body);
      return decision.ok ? undefined : decision.reasons[0]?.text;
    };
    const day = { ja: /^この\S+は2026年1月\d+日にすでに\S+。$/, en: /already .*2026-01-\d\d\.$/ };
    for (const ending of endings.filter(([type]) => ['consent.withdrawn', 'actionItem.closed'].includes(type)))
      expect(saidOf(ending)).toEqual({ ja: expect.stringMatching(day.ja), en: expect.stringMatching(day.en) });
  });

  it('may be answered otherwise: a candidate that declined is won over', () => {
    const child = asked();
    child.sends('hvn', 'candidate.answered', { candidateId: 't1', answer: 'declined', declineReason: 'hours' });
    child.sends('dsn', 'candidate.answered', { candidateId: 't1', answer: 'accepted' });
    expect(child.facts().team).toMatchObject([{ state: 'accepted' }]);
  });

  it('may be ended once it stands again', () => {
    const child = withItem().sends('dsn', 'actionItem.closed', { actionItemId: 'a1' });
    child.sends('dsn', 'entry.corrected', { seq: child.seq(), reason: '誤り' });
    child.sends('dsn', 'actionItem.closed', { actionItemId: 'a1' });
    expect(child.facts().actionItems[0]?.closedOn).toBeDefined();
  });
});
