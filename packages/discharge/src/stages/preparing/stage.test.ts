import { describe, expect, it } from 'vitest';
import { transitionsOf } from '../../chart.ts';
import { aCase } from '../../histories/a-case.ts';
import { preparation } from '../../histories/phases.ts';
import { codesOf } from '../../histories/walk.ts';

const stay = { stayId: 's1', stayKind: 'home', from: '@28', to: '@29', stationVisits: false };

describe('preparing', () => {
  it('convenes the conference once candidates were asked for every role', () => {
    const child = aCase().goesTo('preparing');
    expect(child.tries('dsn', 'conference.convened')).toMatchObject({
      reasons: [{ code: 'communityCandidatesAsked', params: { left: 2 }, waivable: 'no' }],
    });
    child
      .sends('dsn', 'candidate.asked', { candidateId: 't1', function: 'visitingNurse', organisation: 'org-nozomi' })
      .sends('dsn', 'candidate.asked', { candidateId: 't2', function: 'homePhysician', outside: '外の診療所' })
      .sends('dsn', 'conference.convened');
    expect(child.position().stage).toBe('jointConference');
  });

  it('lets nobody leave for a stay at home without training, permission, equipment and an emergency route', () => {
    const child = aCase().goesTo('preparing');
    const begin = () => codesOf(child.tries('dsn', 'trialStay.begun', { stayId: 's1' }));
    expect(begin()).toEqual(['trainingReady', 'doctorPermittedStay', 'equipmentReady', 'emergencyRouteAgreed']);
    child.plays(preparation).sends('dsn', 'trialStay.planned', stay);
    expect(begin()).toEqual(['doctorPermittedStay']);
    child.sends('doctor', 'trialStay.permitted', { stayId: 's1' });
    expect(begin()).toEqual([]);
    expect(child.position().stage).toBe('trialStay');
    expect(child.facts().whereabouts).toBe('home');
  });

  it('asks for a nursing order that covers the stay when the station visits', () => {
    const child = aCase().goesTo('preparing').plays(preparation);
    child
      .sends('dsn', 'trialStay.planned', { ...stay, stationVisits: true })
      .sends('doctor', 'trialStay.permitted', { stayId: 's1' })
      .sends('doctor', 'order.issued', { from: '@29', until: '@60' });
    expect(codesOf(child.tries('dsn', 'trialStay.begun', { stayId: 's1' }))).toEqual(['nursingOrderForStay']);
    child
      .sends('doctor', 'order.issued', { from: '@28', until: '@29' })
      .sends('dsn', 'trialStay.begun', { stayId: 's1' });
  });

  it('asks for less before a rehearsal in hospital, where the child stays', () => {
    const child = aCase()
      .goesTo('preparing')
      .sends('dsn', 'trialStay.planned', { ...stay, stayKind: 'rehearsal' });
    expect(codesOf(child.tries('dsn', 'trialStay.begun', { stayId: 's1' }))).toEqual([
      'trainingReady',
      'doctorPermittedStay',
    ]);
    const view = transitionsOf(child.state(), child.on()).filter(({ event }) => event === 'trialStay.begun');
    expect(view.map(({ unmet }) => unmet.map(({ code }) => code))).toEqual([['trainingReady', 'doctorPermittedStay']]);
    child
      .plays(preparation.filter(({ type }) => type === 'skill.assessed'))
      .sends('doctor', 'trialStay.permitted', { stayId: 's1' })
      .sends('dsn', 'trialStay.begun', { stayId: 's1' });
    expect(child.facts().whereabouts).toBe('hospital');
  });

  it('begins the stay that comes first, by day', () => {
    const child = aCase().goesTo('preparing').plays(preparation);
    child
      .sends('dsn', 'trialStay.planned', { ...stay, stayId: 'second', from: '@40', to: '@41' })
      .sends('dsn', 'trialStay.planned', { ...stay, stayId: 'first' })
      .sends('doctor', 'trialStay.permitted', { stayId: 'first' });
    expect(codesOf(child.tries('dsn', 'trialStay.begun', { stayId: 'second' }))).toEqual(['stay.order']);
    child.sends('dsn', 'trialStay.begun', { stayId: 'first' });
  });

  it('refuses a stay that is unknown', () => {
    const child = aCase().goesTo('preparing');

    expect(codesOf(child.tries('doctor', 'trialStay.permitted', { stayId: 'none' }))).toEqual(['item.unknown']);
  });

  it('takes ready back from a track when a fact is lost', () => {
    const child = aCase().goesTo('preparing').plays(preparation);
    expect(child.position().tracks).toEqual({
      community: 'ready',
      training: 'ready',
      equipment: 'ready',
      entitlements: 'ready',
    });
    child
      .sends('hvn', 'candidate.answered', { candidateId: 't-station', answer: 'ended' })
      .sends('ward', 'skill.assessed', { procedure: 'resuscitation', caregiver: 'mother', level: 3 })
      .sends('dsn', 'home.checked', { home: true, power: false, powerPlan: true })
      .sends('dsn', 'entitlement.updated', { kind: 'dailyEquipment', state: 'needed' });
    expect(new Set(Object.values(child.position().tracks))).toEqual(new Set(['working']));
  });

  it('takes ready back on the day after a skill has lapsed, and the clock records it once', () => {
    const child = aCase().goesTo('preparing').plays(preparation);
    const ref = 'resuscitation.mother';
    expect(codesOf(child.tries('clock', 'fact.lapsed', { kind: 'skill', ref }))).toEqual(['lapse.none']);
    child.waits(86).sends('clock', 'fact.lapsed', { kind: 'skill', ref });
    expect(child.position().tracks.training).toBe('working');
    expect(codesOf(child.tries('clock', 'fact.lapsed', { kind: 'skill', ref }))).toEqual(['lapse.none']);
  });
});
