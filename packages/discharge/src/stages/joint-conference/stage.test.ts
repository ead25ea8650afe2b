import { describe, expect, it } from 'vitest';
import { aCase, type Story } from '../../histories/a-case.ts';
import { planBody, stayAtHome } from '../../histories/phases.ts';
import { codesOf } from '../../histories/walk.ts';

const close = (child: Story) => codesOf(child.tries('dsn', 'preparation.closed'));
const held = { conferenceId: 'k1', attended: ['visitingNurse'], actionItems: [], dischargeOn: '@60' };

describe('joint conference', () => {
  it('asks for ten things in the order of the table', () => {
    const child = aCase().sends('dsn', 'case.adopted', { stage: 'preparing', since: '@0', source: 'paper' });
    child
      .sends('dsn', 'plan.written', planBody)
      .sends('dsn', 'candidate.asked', { candidateId: 't1', function: 'visitingNurse', organisation: 'org-nozomi' })
      .sends('dsn', 'candidate.asked', { candidateId: 't2', function: 'homePhysician', organisation: 'org-hidamari' })
      .sends('dsn', 'conference.convened');
    const refused = child.tries('dsn', 'preparation.closed');
    expect(codesOf(refused)).toEqual([
      'conferenceHeld',
      'minutesApproved',
      'lastConferenceAfterLastStay',
      'communityReady',
      'trainingReady',
      'equipmentReady',
      'entitlementsReady',
      'trialStaySucceeded',
      'dischargeDayPlanned',
    ]);
    expect(refused.ok ? [] : refused.reasons.map(({ waivable }) => waivable)).toEqual([
      'no',
      'no',
      'yes',
      'yes',
      'safety',
      'safety',
      'yes',
      'yes',
      'no',
    ]);
  });

  it('does not close while the visiting nurse has not attended, when there is home nursing', () => {
    const child = aCase().goesTo('jointConference').prepares('conference.held', 'minutes.drafted', 'minutes.approved');
    child.sends('dsn', 'conference.held', { ...held, attended: ['attendingDoctor', 'family'] });
    expect(close(child)).toEqual(['conferenceHeld', 'minutesApproved']);
  });

  it('waits for the nurse until the minutes are drafted, then for the doctor', () => {
    const child = aCase().goesTo('jointConference').prepares('conference.held', 'minutes.drafted', 'minutes.approved');
    child.sends('dsn', 'conference.held', held);
    const turn = () => {
      const refused = child.tries('dsn', 'preparation.closed');
      return refused.ok ? null : refused.reasons.find(({ code }) => code === 'minutesApproved')?.turn;
    };
    expect(turn()).toMatchObject({ role: 'dischargeNurse' });
    child.sends('dsn', 'minutes.drafted', { conferenceId: 'k1', minutes: '記録' });
    expect(turn()).toMatchObject({ role: 'doctor' });
  });

  it('wants an owner and a day for every action item', () => {
    const child = aCase().goesTo('jointConference').prepares('conference.held', 'minutes.drafted', 'minutes.approved');
    child
      .sends('dsn', 'conference.held', {
        ...held,
        actionItems: [{ id: 'loose' }, { id: 'owned', owner: 'm', dueOn: '@50' }],
      })
      .sends('dsn', 'minutes.drafted', { conferenceId: 'k1', minutes: '記録' })
      .sends('doctor', 'minutes.approved', { conferenceId: 'k1' });
    expect(child.tries('dsn', 'preparation.closed')).toMatchObject({
      reasons: [{ code: 'actionItemsOwned', params: { left: 1 }, fix: { fill: { actionItemId: 'loose' } } }],
    });
    child.sends('dsn', 'actionItem.assigned', { actionItemId: 'loose', owner: 'm', dueOn: '@50' });
    expect(close(child)).toEqual([]);
  });

  it('keeps minutes to conferences that were held, and leaves approved ones alone', () => {
    const child = aCase().goesTo('jointConference');
    const refusal = (by: string, type: string, body: object) =>
      codesOf(child.tries(by, type, { conferenceId: 'k1', ...body }));
    expect(refusal('dsn', 'minutes.drafted', { minutes: '記録' })).toEqual(['item.unknown']);
    child.sends('dsn', 'conference.planned', { conferenceId: 'k1', conferenceKind: 'joint', plannedOn: '@33' });
    expect(refusal('dsn', 'minutes.drafted', { minutes: '記録' })).toEqual(['minutes.notHeld']);
    child.sends('dsn', 'conference.held', held);
    expect(refusal('dsn', 'conference.held', held)).toEqual(['item.state']);
    expect(refusal('dsn', 'conference.planned', { conferenceKind: 'joint', plannedOn: '@50' })).toEqual(['item.state']);
    expect(refusal('doctor', 'minutes.approved', {})).toEqual(['minutes.none']);
    child
      .sends('dsn', 'minutes.drafted', { conferenceId: 'k1', minutes: '記録' })
      .sends('doctor', 'minutes.approved', { conferenceId: 'k1' });
    expect(refusal('dsn', 'minutes.drafted', { minutes: '直し' })).toEqual(['minutes.approved']);
  });

  it('does not take a conference for later than a stay because it was entered later', () => {
    const child = aCase().goesTo('preparing').prepares().sends('dsn', 'conference.convened');
    child
      .sends('dsn', 'conference.planned', { conferenceId: 'k1', conferenceKind: 'joint', plannedOn: '@25' })
      .sends('dsn', 'conference.held', held, { occurred: 25 })
      .sends('dsn', 'minutes.drafted', { conferenceId: 'k1', minutes: '記録' })
      .sends('doctor', 'minutes.approved', { conferenceId: 'k1' });
    expect(close(child)).toEqual(['lastConferenceAfterLastStay']);
  });

  it('may hold its first conference while still planning', () => {
    const child = aCase()
      .goesTo('planning')
      .sends('dsn', 'conference.planned', { conferenceId: 'k0', conferenceKind: 'joint', plannedOn: '@8' })
      .waits(1)
      .sends('dsn', 'conference.held', { ...held, conferenceId: 'k0' })
      .sends('dsn', 'minutes.drafted', { conferenceId: 'k0', minutes: '記録' })
      .sends('doctor', 'minutes.approved', { conferenceId: 'k0' })
      .goesTo('jointConference');
    expect(close(child)).toEqual(['lastConferenceAfterLastStay']);
  });

  it('goes back to preparation', () => {
    const child = aCase().goesTo('jointConference').sends('dsn', 'preparation.resumed', { reason: '手技が足りない' });
    expect(child.position().stage).toBe('preparing');
    child.plays(stayAtHome('s2', 40, 'succeeded'));
  });
});
