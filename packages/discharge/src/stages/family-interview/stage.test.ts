import { describe, expect, it } from 'vitest';
import { wireSchemaOf } from '../../chart.ts';
import { aCase } from '../../histories/a-case.ts';
import { codesOf } from '../../histories/walk.ts';

const consent = {
  consentId: 'c1',
  scope: 'hospital',
  categories: ['plan'],
  purpose: 'care',
  from: '@0',
  givers: [{ relation: 'fosterParent', authority: 'delegated' }],
  method: 'paper',
};

describe('a consent', () => {
  it('never names protection: that is shared with named persons only', () => {
    const asked = { type: 'consent.recorded', ...consent, from: '2026-01-01' };
    expect(wireSchemaOf('consent.recorded')?.safeParse(asked).success).toBe(true);
    expect(
      wireSchemaOf('consent.recorded')?.safeParse({ ...asked, categories: ['plan', 'protection'] }).error?.issues,
    ).toMatchObject([{ path: ['categories', 1] }]);
  });
});

describe('family interview', () => {
  it('asks for the talk, the wish and the consent, in this order', () => {
    const child = aCase().goesTo('familyInterview');
    expect(codesOf(child.tries('dsn', 'interview.completed'))).toEqual([
      'interviewHeld',
      'wishRecorded',
      'hospitalConsentRecorded',
    ]);
    child.prepares().sends('dsn', 'interview.completed');
    expect(child.position().stage).toBe('planning');
  });

  it('counts attempts to reach the family, which a head nurse may accept instead of the talk', () => {
    const child = aCase().goesTo('familyInterview').prepares('interview.held');
    for (const _attempt of [1, 2, 3]) child.sends('dsn', 'interview.held', { outcome: 'attempted' });
    const refused = child.tries('dsn', 'interview.completed');
    expect(refused).toMatchObject({ reasons: [{ code: 'interviewHeld', params: { attempts: 3 }, waivable: 'yes' }] });
    child.sends('head', 'requirement.waived', { requirementId: 'interviewHeld', reason: '三度の訪問でも会えない' });
    child.sends('dsn', 'interview.completed');
  });

  it('stays held when a later call finds nobody', () => {
    const child = aCase().goesTo('familyInterview').prepares();
    child.waits(2).sends('dsn', 'interview.held', { outcome: 'attempted' });
    expect(child.facts().interview).toMatchObject({ outcome: 'held', on: '2026-01-09', attempts: 2 });
    child.sends('dsn', 'interview.completed');
  });

  it('does not take “undecided” for a wish', () => {
    const child = aCase()
      .goesTo('familyInterview')
      .prepares('wish.recorded')
      .sends('dsn', 'wish.recorded', { wish: 'undecided' });
    expect(codesOf(child.tries('dsn', 'interview.completed'))).toEqual(['wishRecorded']);
  });

  it('does not count a consent that begins later, has ended or was withdrawn', () => {
    const child = aCase().goesTo('familyInterview').prepares('consent.recorded');
    const isMissing = () => codesOf(child.tries('dsn', 'interview.completed')).includes('hospitalConsentRecorded');
    child.sends('dsn', 'consent.recorded', { ...consent, consentId: 'later', from: '@90' });
    expect(isMissing()).toBe(true);
    child.sends('dsn', 'consent.recorded', { ...consent, consentId: 'short', from: '@0', until: '@2' });
    expect(isMissing()).toBe(true);
    child.sends('dsn', 'consent.recorded', consent).sends('dsn', 'consent.withdrawn', { consentId: 'c1' });
    expect(isMissing()).toBe(true);
  });

  it('refuses a consent without recipient, or given twice', () => {
    const child = aCase().sends('dsn', 'consent.recorded', consent);
    const refusal = (change: object) => codesOf(child.tries('dsn', 'consent.recorded', { ...consent, ...change }));
    expect(refusal({ consentId: 'c2', scope: 'recipient' })).toEqual(['consent.recipient']);

    expect(refusal({})).toEqual(['item.exists']);
    expect(codesOf(child.tries('dsn', 'consent.withdrawn', { consentId: 'none' }))).toEqual(['item.unknown']);
  });

  it('counts attempts anew in a new round', () => {
    const child = aCase().goesTo('planning').sends('dsn', 'planning.returned', { reason: '意向が変わった' });
    expect(child.facts().round).toBe(0);
    expect(codesOf(child.tries('dsn', 'interview.completed'))).toEqual([]);
  });

  it('records which holders consent, jointly or alone, and why', () => {
    const child = aCase();
    const before = child.facts().consents.length;
    child.sends('dsn', 'consent.recorded', {
      consentId: 'c1',
      scope: 'hospital',
      categories: ['plan'],
      purpose: 'care',
      from: '@0',
      givers: [{ relation: 'secondMother', authority: 'parental' }],
      jointly: false,
      jointlyReason: '急を要し、もう一人と連絡がつかない',
      method: 'oral',
    });
    const { event } = child.steps.at(-1) ?? {};
    expect(event?.body).toMatchObject({
      givers: [{ relation: 'secondMother', authority: 'parental' }],
      jointly: false,
    });
    expect(event?.record).toBeDefined();
    expect(JSON.stringify(event?.body)).not.toContain('急を要し');
    expect(child.facts().consents).toHaveLength(before + 1);
  });
});
