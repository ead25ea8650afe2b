import { describe, expect, it } from 'vitest';
import { aCase, type Story } from '../../histories/a-case.ts';
import { preparation, stayAtHome } from '../../histories/phases.ts';
import { codesOf } from '../../histories/walk.ts';

const begun = () =>
  aCase()
    .goesTo('preparing')
    .plays([...preparation, ...stayAtHome('s1', 26, 'succeeded').slice(0, 3)]);

const missing = (child: Story) => codesOf(child.tries('dsn', 'preparation.closed'));
const conference = (child: Story, conferenceId: string) =>
  child
    .sends('dsn', 'conference.planned', { conferenceId, conferenceKind: 'joint', plannedOn: '@60' })
    .sends('dsn', 'conference.held', {
      conferenceId,
      attended: ['visitingNurse'],
      actionItems: [],
      dischargeOn: '@70',
    })
    .sends('dsn', 'minutes.drafted', { conferenceId, minutes: '確認した。' })
    .sends('doctor', 'minutes.approved', { conferenceId });

describe('trial stay', () => {
  it('shows the day of return as due, and ends back in preparation', () => {
    const child = begun();
    expect(child.steps.at(-1)?.decision).toMatchObject({
      deadlines: expect.arrayContaining([
        expect.objectContaining({ kind: 'trialStay', ref: 's1', dueOn: '2026-02-03' }),
      ]),
    });
    child.sends('dsn', 'trialStay.returned', { result: 'problems' });
    expect(child.position().stage).toBe('preparing');
    expect(child.facts()).toMatchObject({ whereabouts: 'hospital', stays: [{ result: 'problems', status: 'ended' }] });
  });

  it('counts the stay that ended last: problems, then a stay that succeeded', () => {
    const child = begun()
      .sends('dsn', 'trialStay.returned', { result: 'endedEarly' })
      .sends('dsn', 'conference.convened');
    conference(child, 'k1');
    expect(missing(child)).toEqual(['trialStaySucceeded']);
    child.sends('dsn', 'preparation.resumed', { reason: 'もう一度外泊する' }).plays(stayAtHome('s2', 40, 'succeeded'));
    child.sends('dsn', 'conference.convened');
    expect(missing(child)).toEqual(['lastConferenceAfterLastStay']);
    expect(missing(conference(child, 'k2'))).toEqual([]);
  });

  it('does not take a rehearsal for a stay at home that is planned', () => {
    const rehearsal = { stayId: 'r1', stayKind: 'rehearsal', from: '@26', to: '@27', stationVisits: false };
    const child = aCase().goesTo('preparing').plays(preparation);
    child
      .sends('dsn', 'trialStay.planned', rehearsal)
      .sends('doctor', 'trialStay.permitted', { stayId: 'r1' })
      .sends('dsn', 'trialStay.begun', { stayId: 'r1' })
      .waits(1)
      .sends('dsn', 'trialStay.returned', { result: 'succeeded' })
      .sends('dsn', 'trialStay.planned', { ...rehearsal, stayId: 's1', stayKind: 'home', from: '@30', to: '@31' })
      .sends('dsn', 'conference.convened');
    conference(child, 'k1');
    expect(missing(child)).toEqual(['trialStaySucceeded']);
    child.sends('dsn', 'trialStay.notPlanned', { reason: '遠方で外泊できない' });
    expect(child.facts().stays).toMatchObject([{ id: 'r1' }]);
    expect(missing(child)).toEqual([]);
  });

  it('goes on without a stay only while none is planned after all', () => {
    const child = aCase().goesTo('preparing').plays(preparation);
    child.sends('dsn', 'trialStay.notPlanned', { reason: '自宅が遠い' }).sends('dsn', 'conference.convened');
    conference(child, 'k1');
    child.plays(stayAtHome('s1', 30, 'succeeded').slice(0, 1));
    expect(missing(child)).toEqual(['trialStaySucceeded']);
    child.sends('dsn', 'trialStay.notPlanned', { reason: '発熱でとりやめ' });
    expect(missing(child)).toEqual([]);
  });
});
