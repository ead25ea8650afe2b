import { addDays } from '@kaerimichi/rules/calendar';
import { describe, expect, it } from 'vitest';
import { deadlinesOf, takenOver } from '../../chart.ts';
import { aCase } from '../../histories/a-case.ts';
import { codesOf } from '../../histories/walk.ts';

const merged = { into: 'other', no: 'K-00001', reason: '同じお子さん' };
const consent = (consentId: string, recipient: string, more: object = {}) => ({
  ...{ consentId, scope: 'recipient', recipient, categories: ['contacts', 'plan'], purpose: 'care', from: '@0' },
  ...{ givers: [{ relation: 'mother', authority: 'parental' }], method: 'paper', ...more },
});
const asked = (candidateId: string, organisation: string) => ({ candidateId, function: 'visitingNurse', organisation });

describe('a case that is merged into another', () => {
  it.each(['screening', 'planning', 'followUp'])('ends in %s with its deadlines, and says which goes on', stage => {
    const child = aCase().sends('dsn', 'case.adopted', { stage, since: '@0', source: 'paper' });
    child
      .sends('dsn', 'hold.added', { holdId: 'h', code: 'other', recheckOn: '@5' })
      .sends('dsn', 'case.merged', merged);
    expect(child.position()).toMatchObject({ stage: 'closed', step: 'merged', isOpen: false });
    expect(child.facts()).toMatchObject({ mergedInto: 'other', closing: { how: 'merged' } });
    expect(deadlinesOf(child.facts())).toEqual([]);
    expect(codesOf(child.tries('dsn', 'note.added', { note: 'x' }))).toEqual(['stage.event']);
  });

  it('keeps no consent to share: what the family agreed to, and takes back, is the case’s that goes on', () => {
    const child = aCase()
      .sends('dsn', 'consent.recorded', consent('c1', 'station'))
      .sends('dsn', 'consent.recorded', consent('c2', 'clinic', { from: '@9' }))
      .sends('dsn', 'consent.recorded', consent('c3', 'school'))
      .sends('dsn', 'consent.withdrawn', { consentId: 'c3' })
      .sends('dsn', 'consent.recorded', {
        ...{ consentId: 'h', scope: 'hospital', categories: ['plan'], purpose: 'care', from: '@0', method: 'paper' },
        givers: [{ relation: 'mother', authority: 'parental' }],
      })
      .sends('dsn', 'case.merged', merged);
    expect(child.facts().consents.map(({ id }) => id)).toEqual(['c3', 'h']);
    expect(child.facts().toldOrgs).toEqual(['station']);
    child.sends('dsn', 'case.reopened', { to: 'screening', reason: '別のお子さんだった' });
    expect(child.facts().consents.map(({ id }) => id)).toEqual(['c3', 'h']);
  });

  it('is parted again by reopening it, not by undoing or correcting', () => {
    const child = aCase().sends('dsn', 'case.merged', merged);
    const seq = child.seq();
    expect(codesOf(child.tries('dsn', 'move.undone', { seq }, { seconds: 5 }))).toEqual(['undo.notAMove']);
    expect(codesOf(child.tries('dsn', 'entry.corrected', { seq, reason: 'x' }))).toEqual(['correction.target']);
    child.sends('dsn', 'case.reopened', { to: 'screening', reason: '別のお子さんだった' });
    expect(child.facts().mergedInto).toBeUndefined();
    expect(child.facts().closing).toBeUndefined();
    expect(child.position().isOpen).toBe(true);
  });
});

describe('the case that goes on', () => {
  it('is not opened anew to whom the family took it back there', () => {
    const ending = aCase().sends('dsn', 'consent.recorded', consent('c1', 'station'));
    const child = aCase()
      .sends('dsn', 'consent.recorded', consent('c9', 'station'))
      .sends('dsn', 'consent.withdrawn', { consentId: 'c9' });
    const taken = takenOver(ending.facts(), child.facts(), { seq: child.seq() + 1, on: child.on() });
    expect(taken.consents).toEqual([]);
  });

  it('takes over whoever takes part and what the family agreed to, once', () => {
    const ending = aCase()
      .sends('dsn', 'candidate.asked', asked('t1', 'station'))
      .sends('dsn', 'candidate.asked', asked('t2', 'clinic'))
      .sends('dsn', 'candidate.answered', { candidateId: 't2', answer: 'declined', declineReason: 'hours' })
      .sends('dsn', 'consent.recorded', consent('c1', 'station', { until: '@90' }))
      .sends('dsn', 'consent.recorded', consent('c2', 'clinic'))
      .sends('dsn', 'consent.withdrawn', { consentId: 'c2' })
      .sends('dsn', 'consent.recorded', consent('c3', 'school', { from: '@9' }));
    const child = aCase().sends('dsn', 'candidate.asked', asked('t1', 'other'));
    const next = { seq: child.seq() + 1, on: child.on() };
    const mother = { relation: 'mother', authority: 'parental' } as const;
    const givers = new Map(ending.facts().consents.map(({ seq }) => [seq, [mother]]));
    const taken = takenOver(ending.facts(), child.facts(), { ...next, givers });
    expect(taken.team).toMatchObject([{ org: 'station', function: 'visitingNurse', state: 'asked' }]);
    expect(taken.consents).toMatchObject([
      { recipient: 'station', categories: ['contacts', 'plan'], givers: [mother] },
      // Given ahead: it begins there.
      { recipient: 'school', from: addDays(child.on(), 9) },
    ]);
    child.sends('dsn', 'case.absorbed', { absorbed: 'old', no: 'K-00002', reason: 'x', ...taken });
    expect(child.facts().team.map(({ org, seq }) => [org, seq])).toEqual([
      ['other', 2],
      ['station', next.seq],
    ]);
    expect(child.facts().consents).toMatchObject([
      { recipient: 'station', givers: [mother], fromCase: 'K-00002' },
      { recipient: 'school', givers: [mother], fromCase: 'K-00002' },
    ]);
    // Merged once more, the consent still says who agreed, and comes from the case that it stood in last.
    const third = aCase();
    const further = takenOver(child.facts(), third.facts(), { seq: third.seq() + 1, on: third.on() });
    expect(further.consents).toMatchObject([{ givers: [mother] }, { givers: [mother] }]);
    third.sends('dsn', 'case.absorbed', { absorbed: 'newer', no: 'K-00003', reason: 'x', ...further });
    expect(third.facts().consents.map(({ fromCase }) => fromCase)).toEqual(['K-00003', 'K-00003']);
    // The end of a consent comes along, as the day on which its recipient sees nothing any more.
    expect(deadlinesOf(child.facts()).map(({ kind }) => kind)).toContain('lapse.consent');
    const again = takenOver(ending.facts(), child.facts(), { ...next, seq: next.seq + 1 });
    expect(again).toEqual({ team: [], consents: [] });
  });
});
