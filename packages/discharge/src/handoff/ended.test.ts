import { describe, expect, it } from 'vitest';
import { deadlinesOf } from '../deadlines.ts';
import { aCase, type Story } from '../histories/a-case.ts';
import { criticalSections } from './section-list.ts';

const handoffId = 'h1';

/** Sent to a station, read and taken on; the child is still in hospital. */
const accepted = (): Story => aCase().goesTo('readyForDischarge').prepares('discharge.ordered');
const visits = (child: Story) => child.facts().visits.map(({ id }) => id);
const firstVisits = (child: Story) => deadlinesOf(child.facts()).filter(({ kind }) => kind === 'visit');

describe('the first visit that an acceptance proposed', () => {
  it('goes with the handoff that is withdrawn, and its deadline with it; the history keeps both', () => {
    const child = accepted();
    expect([visits(child), firstVisits(child).length]).toEqual([['first-h1'], 1]);
    child.sends('dsn', 'handoff.withdrawn', { handoffId });
    expect([visits(child), firstVisits(child)]).toEqual([[], []]);
    expect(child.past.map(({ event }) => event.type)).toEqual(
      expect.arrayContaining(['handoff.accepted', 'handoff.withdrawn']),
    );
  });

  it('goes with a later version that its receiver declines', () => {
    const child = accepted()
      .sends('dsn', 'handoff.composed', { handoffId })
      .sends('dsn', 'handoff.sent', { handoffId });
    expect(visits(child)).toEqual(['first-h1']);
    child.sends('hvn', 'handoff.declined', { handoffId, declineReason: 'hours' });
    expect(visits(child)).toEqual([]);
  });

  it('leaves the visit of another acceptance', () => {
    const child = accepted().sends('dsn', 'handoff.composed', { handoffId: 'h2', outside: '島の診療所', content: '-' });
    child.sends('dsn', 'handoff.sent', { handoffId: 'h2' });
    child.sends('dsn', 'handoff.accepted', { handoffId: 'h2', withConditions: false, firstVisitOn: '@44' });
    child.sends('dsn', 'handoff.withdrawn', { handoffId });
    expect(visits(child)).toEqual(['first-h2']);
  });

  it('stays once it has begun', () => {
    const child = aCase().goesTo('firstVisit');
    child.sends('dsn', 'handoff.withdrawn', { handoffId });
    expect(visits(child)).toEqual(['first-h1']);
  });
});

describe('whoever accepts a handoff without having been asked before', () => {
  const unasked = () => {
    const child = aCase().goesTo('preparing');
    child.sends('dsn', 'consent.recorded', {
      ...{ consentId: 'c1', scope: 'recipient', recipient: 'org-nozomi', purpose: 'care', method: 'paper', from: '@8' },
      ...{ until: '@200', givers: [{ relation: 'mother', authority: 'parental' }] },
      categories: ['contacts', 'clinical', 'skills', 'plan', 'family'],
    });
    child.sends('dsn', 'handoff.composed', { handoffId, recipient: 'org-nozomi', content: '九つの節' });
    child.sends('dsn', 'handoff.sent', { handoffId });
    for (const section of criticalSections) child.sends('hvn', 'handoff.sectionConfirmed', { handoffId, section });
    return child;
  };
  const accept = (child: Story) =>
    child.sends('hvn', 'handoff.accepted', { handoffId, withConditions: false, firstVisitOn: '@43' });
  const ofStation = (child: Story) =>
    child
      .facts()
      .team.filter(({ org }) => org === 'org-nozomi')
      .map(entry => [entry.function, entry.state]);

  it('stands in the team with its part, once', () => {
    const child = unasked();
    expect(ofStation(child)).toEqual([]);
    expect(ofStation(accept(child))).toEqual([['visitingNurse', 'accepted']]);
    child.sends('dsn', 'handoff.composed', { handoffId }).sends('dsn', 'handoff.sent', { handoffId });
    for (const section of criticalSections) child.sends('hvn', 'handoff.sectionConfirmed', { handoffId, section });
    expect(ofStation(accept(child))).toEqual([['visitingNurse', 'accepted']]);
  });

  it.each([
    ['handoff.withdrawn', 'dsn', {}],
    ['handoff.declined', 'hvn', { declineReason: 'hours' }],
  ])('leaves the team with it: %s', (type, by, body) => {
    const child = accept(unasked());
    child.sends('dsn', 'handoff.composed', { handoffId }).sends('dsn', 'handoff.sent', { handoffId });
    expect(ofStation(child.sends(by, type, { handoffId, ...body }))).toEqual([['visitingNurse', 'ended']]);
  });

  it('answers with it the enquiry for the same part that waits; that one outlasts the handoff', () => {
    const child = unasked();
    for (const [candidateId, part] of [
      ['t1', 'visitingNurse'],
      ['t2', 'respite'],
    ])
      child.sends('dsn', 'candidate.asked', { candidateId, function: part, organisation: 'org-nozomi' });
    accept(child).sends('dsn', 'handoff.withdrawn', { handoffId });
    expect(ofStation(child)).toEqual([
      ['visitingNurse', 'accepted'],
      ['respite', 'asked'],
    ]);
    expect(child.facts().team.find(({ id }) => id === 't1')?.answeredOn).toBe(child.on());
  });
});
