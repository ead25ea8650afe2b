import { describe, expect, it } from 'vitest';
import { deadlinesOf, transitionsOf } from '../../chart.ts';
import { aCase, type Story } from '../../histories/a-case.ts';
import { codesOf } from '../../histories/walk.ts';
import { explainRequirement } from '../../reasons.ts';

const readmitted = (child: Story) => child.sends('dsn', 'readmission.begun', { planned: false, cause: '肺炎' });
const end = (child: Story, returnTo: string) => codesOf(child.tries('dsn', 'readmission.ended', { returnTo }));
const everyTarget = ['discharged', 'followUp', 'stableAtHome', 'planning'];

describe('readmission', () => {
  it.each([
    ['discharged', ['discharged', 'planning']],
    ['firstVisit', ['discharged', 'planning']],
    ['followUp', ['followUp', 'planning']],
    ['stableAtHome', ['stableAtHome', 'planning']],
  ])('from %s ends only where the child came from, or in planning', (stage, targets) => {
    const child = readmitted(aCase().goesTo(stage));
    expect(child.position().stage).toBe('readmission');
    expect(end(child, targets[0] ?? '')).toEqual(['readmissionReviewed']);
    child.sends('dsn', 'readmission.reviewed');
    const shown = transitionsOf(child.state(), child.on()).filter(({ event }) => event === 'readmission.ended');
    expect(shown.map(({ to }) => to)).toEqual(targets);
    for (const target of everyTarget.filter(other => !targets.includes(other)))
      expect(end(child, target)).toEqual(['stage.event']);
    expect(end(child, targets[0] ?? '')).toEqual([]);
    expect(child.facts()).toMatchObject({ whereabouts: 'home', round: 0 });
    expect(child.facts().readmission).toBeUndefined();
  });

  it('ends where the child lives: one that was discharged to a facility is there again', () => {
    const child = aCase().goesTo('readyForDischarge').prepares();
    child.sends('dsn', 'discharge.done', { destination: 'facility' });
    readmitted(child).sends('dsn', 'readmission.reviewed');
    expect(child.facts().whereabouts).toBe('hospital');
    expect(end(child, 'discharged')).toEqual([]);
    expect(child.facts().whereabouts).toBe('facility');
  });

  it('out of an evaluation returns to where the evaluation came from', () => {
    const child = aCase()
      .goesTo('stableAtHome')
      .sends('dsn', 'evaluation.requested', { evaluationId: 'e1', purposes: ['growth'] });
    readmitted(child.sends('dsn', 'evaluation.admitted', { evaluationId: 'e1', origin: 'home' })).sends(
      'dsn',
      'readmission.reviewed',
    );
    expect(end(child, 'followUp')).toEqual(['stage.event']);
    expect(end(child, 'stableAtHome')).toEqual([]);
    expect(child.facts().evaluations).toMatchObject([{ status: 'closed' }]);
  });

  it('starts its review empty each time', () => {
    const child = readmitted(aCase().goesTo('followUp')).sends('dsn', 'readmission.reviewed');
    child.sends('dsn', 'readmission.ended', { returnTo: 'followUp' });
    expect(codesOf(child.tries('dsn', 'readmission.reviewed'))).toEqual(['readmission.none']);
    expect(end(readmitted(child), 'followUp')).toEqual(['readmissionReviewed']);
  });

  it('into planning begins a new round: what was prepared for the last discharge counts no more', () => {
    const child = readmitted(aCase().goesTo('followUp')).sends('dsn', 'readmission.reviewed');
    child.sends('dsn', 'readmission.ended', { returnTo: 'planning' });
    expect(child.facts().round).toBe(1);
    expect(new Set(Object.values(child.position().tracks))).toEqual(new Set(['working']));
    child.prepares().sends('dsn', 'preparation.begun');
    // Consent, skills, devices, roles and entitlements are still what they were; the home is looked at anew.
    expect(child.position().tracks).toEqual({
      community: 'ready',
      training: 'ready',
      equipment: 'working',
      entitlements: 'ready',
    });
    child.sends('dsn', 'conference.convened');
    expect(codesOf(child.tries('dsn', 'preparation.closed'))).toEqual([
      'conferenceHeld',
      'minutesApproved',
      'lastConferenceAfterLastStay',
      'equipmentReady',
      'trialStaySucceeded',
      'dischargeDayPlanned',
    ]);
  });

  it('asks for everything of the last step again in the second round, except consent, skills, devices and roles', () => {
    const child = readmitted(aCase().goesTo('followUp')).sends('dsn', 'readmission.reviewed');
    child.sends('dsn', 'readmission.ended', { returnTo: 'planning' }).prepares().sends('dsn', 'preparation.begun');
    child
      .sends('dsn', 'home.checked', { home: true, power: true, powerPlan: true })
      .sends('dsn', 'trialStay.notPlanned', { reason: '前回の外泊で足りる' })
      .sends('dsn', 'conference.convened')
      .sends('dsn', 'conference.planned', { conferenceId: 'k2', conferenceKind: 'joint', plannedOn: '@250' })
      .sends('dsn', 'conference.held', {
        conferenceId: 'k2',
        attended: ['visitingNurse'],
        actionItems: [],
        dischargeOn: '@260',
      })
      .sends('dsn', 'minutes.drafted', { conferenceId: 'k2', minutes: '記録' })
      .sends('doctor', 'minutes.approved', { conferenceId: 'k2' })
      .sends('dsn', 'preparation.closed');
    expect(codesOf(child.tries('dsn', 'discharge.done', { destination: 'home' }))).toEqual([
      'doctorOrderedDischarge',
      'handoffAccepted',
      'firstVisitDated',
      'nursingOrderCoversFirstVisit',
      'contactsDayAndNight',
      'medicationTranscribed',
      'conditionStable',
      'firstOutpatientDated',
      'municipalityInformed',
      'schoolInformed',
    ]);
    const kinds = deadlinesOf(child.facts()).map(({ kind, ref }) => `${kind} ${ref}`);
    expect(kinds).toContain('discharge day');
    expect(kinds.some(kind => kind.startsWith('followUp') || kind.startsWith('outpatient'))).toBe(false);
  });

  it('names nobody who still holds a handoff of the last discharge: the next one is the lead’s to compose', () => {
    const child = aCase().goesTo('followUp');
    child
      .sends('dsn', 'handoff.composed', { handoffId: 'h1', content: '第2版', changedSections: [2] })
      .sends('dsn', 'handoff.sent', { handoffId: 'h1' });
    readmitted(child).sends('dsn', 'readmission.reviewed').sends('dsn', 'readmission.ended', { returnTo: 'planning' });
    expect(
      explainRequirement('handoffAccepted', { facts: child.facts(), on: child.on(), needs: ['handoffAccepted'] }).unmet,
    ).toMatchObject({
      fix: { event: 'handoff.composed' },
      turn: { org: 'org-kodomo', role: 'dischargeNurse' },
    });
  });
});
