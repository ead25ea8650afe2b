import { describe, expect, it } from 'vitest';
import { deadlinesOf, transitionsOf } from './chart.ts';
import { aCase, fork, type Story } from './histories/a-case.ts';
import { FINISHED_KEPT, keepRecent, nextOrdinal } from './keep-recent.ts';
import { ofTheWayHome } from './setup.ts';

const isDone = (n: number) => n % 2 === 0;

describe('what facts remember', () => {
  it('is everything unfinished, and the newest of the finished', () => {
    const kept = keepRecent([2, 4, 1, 6, 8, 10, 3, 12, 14, 16], isDone);
    expect(kept).toEqual([1, 3, 16]);
    expect(kept.filter(isDone)).toHaveLength(FINISHED_KEPT);
    expect(keepRecent([2, 4], isDone, 2)).toEqual([2, 4]);
  });

  it('counts ordinals on', () => {
    expect(nextOrdinal([])).toBe(1);
    expect(nextOrdinal([{ ordinal: 7 }, { ordinal: 3 }])).toBe(8);
  });

  it('is of consents that ended which organisations they told, each once, the newest of them', () => {
    const child = aCase().goesTo('planning');
    const consents = (id: string, recipient: string, purpose?: string) =>
      consentEnded(child, { id, recipient, purpose });
    for (const [at, recipient] of ['org-a', 'org-b', 'org-a', 'org-c'].entries()) consents(`c${at}`, recipient);
    consents('figures', 'org-programme', 'programme');
    consents('last', 'org-d');
    expect(child.facts().toldOrgs).toEqual(['org-b', 'org-a', 'org-c']);
    for (let n = 0; n < 60; n++) consents(`n${n}`, `org-${n}`);
    expect(child.facts().toldOrgs).toHaveLength(24);
    expect(child.facts().toldOrgs?.at(-1)).toBe('org-57');
  });

  it('is, once the child is home, nothing that only the way there asked for: no move is explained otherwise', () => {
    const before = aCase().goesTo('firstVisit').prepares();
    const { dischargeOrder, interview, conditionStable, medicationTranscribed } = before.facts();
    const home = fork(before).sends('dsn', 'firstVisit.closed');
    const forgotten = { dischargeOrder, interview, conditionStable, medicationTranscribed };
    for (const name of Object.keys(forgotten)) {
      expect(before.facts()).toHaveProperty(name);
      expect(home.facts()).not.toHaveProperty(name);
    }
    const lost = Object.entries(before.facts()).filter(([name]) => !(name in home.facts()));
    expect(lost.map(([name]) => name).sort()).toEqual(
      [...ofTheWayHome].filter(name => name !== 'stayNotPlanned').sort(),
    );
    for (const stage of ['followUp', 'stableAtHome']) {
      if (stage === 'stableAtHome') home.prepares().sends('dsn', 'followUp.closed');
      const state = home.state();
      const whole = { ...state, facts: { ...Object.fromEntries(lost), ...state.facts } };
      expect(transitionsOf(whole, home.on())).toEqual(transitionsOf(state, home.on()));
      expect(deadlinesOf(whole.facts)).toEqual(deadlinesOf(state.facts));
    }
  });

  it('stays under 8 kB for a child that lives at home for years', () => {
    let child: Story = aCase().goesTo('stableAtHome').prepares();
    for (let n = 1; n <= 60; n++) {
      child = child
        .waits(7)
        .sends('hvn', 'visit.planned', {
          visitId: `v${n}`,
          visitKind: 'regular',
          plannedOn: `@${child.day()}`,
          accompanied: false,
        })
        .sends('hvn', 'visit.recorded', { visitId: `v${n}`, side: 'station', differences: 0, findings: '変わりなし' })
        .sends('hvn', 'visit.signed', { visitId: `v${n}`, side: 'station' });
      if (n % 6 === 0) yearly(child, n);
    }
    for (let n = 100; n < 130; n++) consentEnded(child, { id: `c${n}`, recipient: `org-${n}` });
    expect(child.facts().toldOrgs).toHaveLength(24);
    const { visits, evaluations, conferences, consents } = child.facts();
    expect(visits.filter(({ kind }) => kind === 'regular').length).toBeLessThanOrEqual(3);
    expect(evaluations.at(-1)?.ordinal).toBe(10);
    expect([evaluations.length, conferences.length, consents.length].every(n => n <= 10)).toBe(true);
    expect([evaluations.length, conferences.length]).toEqual([1, 2]);
    // An eighth of the ceiling is left for a child with more devices, people and schemes than this one.
    expect(JSON.stringify(child.facts()).length).toBeLessThan(7 * 1024);
  });
});

/** A consent to share with somebody, given and withdrawn on one day. */
function consentEnded(child: Story, of: { id: string; recipient: string; purpose?: string | undefined }): void {
  const { id: consentId, recipient, purpose = 'care' } = of;
  child
    .sends('dsn', 'consent.recorded', {
      ...{ consentId, scope: 'recipient', recipient, categories: ['plan'], purpose, from: `@${child.day()}` },
      ...{ givers: [{ relation: 'mother', authority: 'parental' }], method: 'paper' },
    })
    .sends('dsn', 'consent.withdrawn', { consentId });
}

/** A conference, an evaluation admission, a new handoff, a partner who declines, a consent given and withdrawn. */
function yearly(child: Story, n: number): void {
  const today = `@${child.day()}`;
  child
    .sends('dsn', 'conference.planned', { conferenceId: `k${n}`, conferenceKind: 'community', plannedOn: today })
    .sends('dsn', 'conference.held', {
      conferenceId: `k${n}`,
      attended: ['visitingNurse'],
      actionItems: [{ id: `a${n}` }],
    })
    .sends('dsn', 'minutes.drafted', { conferenceId: `k${n}`, minutes: '記録' })
    .sends('doctor', 'minutes.approved', { conferenceId: `k${n}` })
    .sends('dsn', 'actionItem.closed', { actionItemId: `a${n}` })
    .sends('dsn', 'candidate.asked', { candidateId: `t${n}`, function: 'respite', organisation: `org-${n}` })
    .sends('dsn', 'candidate.answered', { candidateId: `t${n}`, answer: 'declined', declineReason: 'distance' })
    .sends('dsn', 'consent.recorded', {
      consentId: `c${n}`,
      scope: 'recipient',
      recipient: `org-${n}`,
      categories: ['clinical', 'skills', 'plan'],
      purpose: 'care',
      from: today,
      givers: [{ relation: 'mother', authority: 'parental' }],
      method: 'paper',
    })
    .sends('dsn', 'handoff.composed', { handoffId: `h${n}`, recipient: `org-${n}`, content: '-' })
    .sends('dsn', 'handoff.sent', { handoffId: `h${n}` })
    .sends('dsn', 'handoff.withdrawn', { handoffId: `h${n}` })
    .sends('dsn', 'consent.withdrawn', { consentId: `c${n}` })
    .sends('dsn', 'evaluation.requested', { evaluationId: `e${n}`, purposes: ['familyRest'] })
    .sends('dsn', 'evaluation.admitted', { evaluationId: `e${n}`, origin: 'home' })
    .sends('doctor', 'evaluation.recorded', { changesCare: false, result: '変更なし' })
    .sends('dsn', 'evaluation.closed', { returnTo: 'stableAtHome' });
}
