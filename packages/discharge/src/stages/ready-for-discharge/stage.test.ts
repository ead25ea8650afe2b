import { addDays } from '@kaerimichi/rules/calendar';
import { describe, expect, it } from 'vitest';
import { cardOf, transitionsOf } from '../../chart.ts';
import { aCase, type Story } from '../../histories/a-case.ts';
import { phases } from '../../histories/phases.ts';
import { codesOf } from '../../histories/walk.ts';

const leave = (child: Story) => child.tries('dsn', 'discharge.done', { destination: 'home' });
const ready = () => aCase().goesTo('readyForDischarge').prepares();

describe('ready for discharge', () => {
  it('asks for fourteen things, in the order of the table', () => {
    const child = aCase().sends('dsn', 'case.adopted', { stage: 'readyForDischarge', since: '@0', source: 'paper' });
    child
      .sends('dsn', 'device.chosen', {
        deviceId: 'd',
        kind: 'suction',
        electric: true,
        atHome: false,
        consumables: false,
        vendorPhone24h: false,
      })
      .sends('dsn', 'candidate.asked', { candidateId: 't', function: 'visitingNurse', organisation: 'org-nozomi' })
      .sends('hvn', 'candidate.answered', { candidateId: 't', answer: 'accepted' });
    const refused = leave(child);
    expect(refused.ok ? [] : refused.reasons.map(({ code, waivable }) => `${code} ${waivable}`)).toEqual([
      'doctorOrderedDischarge no',
      'trainingReady safety',
      'equipmentReady safety',
      'handoffAccepted yes',
      'firstVisitDated yes',
      'nursingOrderCoversFirstVisit no',
      'contactsDayAndNight no',
      'consentEveryRecipient no',
      'medicationTranscribed safety',
      'powerPlanned safety',
      'conditionStable yes',
      'firstOutpatientDated yes',
      'municipalityInformed yes',
      'schoolInformed yes',
    ]);
  });

  it.each([
    ['discharge.ordered', 'doctorOrderedDischarge'],
    ['medication.transcribed', 'medicationTranscribed'],
    ['condition.assessed', 'conditionStable'],
    ['outpatient.dated', 'firstOutpatientDated'],
    ['municipality.informed', 'municipalityInformed'],
    ['school.informed', 'schoolInformed'],
    ['order.issued', 'nursingOrderCoversFirstVisit'],
  ])('does not discharge without %s', (type, code) => {
    expect(codesOf(leave(aCase().goesTo('readyForDischarge').prepares(type)))).toEqual([code]);
  });

  it.each([
    ['2026-06-10', '2026-12-09', []],
    ['2026-06-10', '2026-12-10', ['order.tooLong']],
    ['2026-08-31', '2027-02-27', []],
    ['2026-06-10', '2046-01-05', ['order.tooLong']],
  ])('takes an order for home nursing of six months at most: %s to %s', (from, until, refused) => {
    const child = aCase().goesTo('readyForDischarge');
    expect(codesOf(child.tries('doctor', 'order.issued', { from, until }))).toEqual(refused);
  });

  it('sets the child home and the months of follow-up due', () => {
    const done = leave(ready());
    expect(done).toMatchObject({ position: { stage: 'discharged' }, state: { facts: { whereabouts: 'home' } } });
    expect(done.ok ? done.deadlines : []).toEqual(
      expect.arrayContaining([
        { kind: 'followUp', ref: 'month1', dueOn: '2026-03-15', fires: null },
        { kind: 'discharge', ref: 'day', dueOn: null, fires: null },
      ]),
    );
  });

  it('asks for no nursing order and no school where the plan has none', () => {
    const child = aCase().goesTo('planning');
    const plan = phases[2]?.facts.find(({ type }) => type === 'plan.written')?.body;
    child.prepares('plan.written', 'plan.explained', 'plan.handedOver');
    child
      .sends('dsn', 'plan.written', { ...plan, homeNursing: false, school: false })
      .sends('dsn', 'plan.explained')
      .sends('dsn', 'plan.handedOver')
      .sends('dsn', 'preparation.begun')
      .goesTo('readyForDischarge')
      .prepares(
        'order.issued',
        'school.informed',
        'handoff.composed',
        'handoff.sent',
        'handoff.opened',
        'handoff.sectionConfirmed',
        'handoff.accepted',
      );
    child.sends('dsn', 'visit.planned', { visitId: 'v1', visitKind: 'first', plannedOn: '@43', accompanied: false });
    expect(codesOf(leave(child))).toEqual(['handoffAccepted']);
    child.sends('head', 'requirement.waived', { requirementId: 'handoffAccepted', reason: '訪問看護を使わない' });
    expect(codesOf(leave(child))).toEqual([]);
  });

  it('voids the order, the day and the judgement when the discharge is postponed, and nothing else', () => {
    const child = ready().sends('dsn', 'discharge.postponed', { reason: '発熱' });
    const { dischargeOrder, dischargeDay, conditionStable, medicationTranscribed } = child.facts();
    expect([dischargeOrder, dischargeDay, conditionStable]).toEqual([undefined, undefined, undefined]);
    expect(medicationTranscribed).toBeDefined();
    expect(child.position().stage).toBe('preparing');
    child.sends('dsn', 'conference.convened');
    expect(codesOf(child.tries('dsn', 'preparation.closed'))).toEqual(['dischargeDayPlanned']);
    child.sends('dsn', 'dischargeDay.planned', { dischargeOn: '@50' }).sends('dsn', 'preparation.closed');
    expect(codesOf(leave(child))).toEqual(['doctorOrderedDischarge', 'conditionStable']);
  });

  it('takes the judgement back when the condition is no longer stable', () => {
    const child = ready().sends('doctor', 'condition.assessed', { stable: false });
    expect(codesOf(leave(child))).toEqual(['conditionStable']);
    child.sends('head', 'requirement.waived', { requirementId: 'conditionStable', reason: '自宅での看取り' });
    expect(codesOf(leave(child))).toEqual([]);
  });

  it('says of an exception that two must make who made it and who is wanted, whose turn it then is', () => {
    const skill = { procedure: 'suctionTracheal', caregiver: 'father', level: 3 };
    const child = ready().sends('ward', 'skill.assessed', skill);
    const wait = () => {
      const refused = leave(child);
      return refused.ok ? undefined : refused.reasons.find(({ code }) => code === 'trainingReady');
    };
    const before = wait();
    expect(before?.params).not.toHaveProperty('waiverWanted');
    child.sends('head', 'requirement.waived', { requirementId: 'trainingReady', reason: '祖母が毎日来る' });
    expect(wait()).toMatchObject({
      text: { ja: `${before?.text.ja}(看護師長が例外と認めました。主治医も認めると進められます)` },
      params: { ...before?.params, waiverWanted: 'doctor' },
      fix: before?.fix,
      turn: { org: child.facts().lead, role: 'doctor', since: child.on() },
    });
    child.sends('doctor', 'requirement.waived', { requirementId: 'trainingReady', reason: '訪問を増やして補う' });
    expect(wait()).toBeUndefined();
  });

  it('wants the head nurse, by her role, where the doctor made the exception first', () => {
    const child = ready()
      .sends('ward', 'skill.assessed', { procedure: 'suctionTracheal', caregiver: 'father', level: 3 })
      .sends('doctor', 'requirement.waived', { requirementId: 'trainingReady', reason: '訪問を増やして補う' });
    expect(leave(child)).toMatchObject({
      reasons: [{ params: { waiverWanted: 'headNurse' }, turn: { role: 'dischargeNurse' } }],
    });
  });

  it('asks for the consent of every recipient, and again when one is withdrawn', () => {
    const child = ready().sends('dsn', 'consent.withdrawn', { consentId: 'c-clinic' });
    expect(leave(child)).toMatchObject({
      reasons: [
        {
          code: 'consentEveryRecipient',
          params: { left: 1 },
          fix: { event: 'consent.recorded', fill: { scope: 'recipient', recipient: 'org-hidamari' } },
        },
      ],
    });
  });

  it('counts the handoff to every station that accepted a part', () => {
    const child = ready();
    child
      .sends('dsn', 'candidate.asked', { candidateId: 't3', function: 'visitingNurse', organisation: 'org-aozora' })
      .sends('hvn2', 'candidate.answered', { candidateId: 't3', answer: 'accepted' })
      .sends('dsn', 'consent.recorded', {
        consentId: 'c3',
        scope: 'recipient',
        recipient: 'org-aozora',
        categories: ['clinical', 'plan'],
        purpose: 'care',
        from: '@30',
        givers: [{ relation: 'father', authority: 'parental' }],
        method: 'paper',
      })
      .sends('dsn', 'handoff.composed', { handoffId: 'h2', recipient: 'org-aozora', content: '九つの項目' })
      .sends('dsn', 'handoff.sent', { handoffId: 'h2' });
    expect(leave(child)).toMatchObject({
      reasons: [{ code: 'handoffAccepted', fix: { fill: { handoffId: 'h2' } }, turn: { org: 'org-aozora' } }],
    });
    child.sends('hvn2', 'handoff.declined', { handoffId: 'h2', declineReason: 'noCapacity' });
    expect(codesOf(leave(child))).toEqual([]);
  });

  it('shows a discharge at fifteen or later on the card, apart from the transition', () => {
    const card = (bornOn: string) => {
      const child = aCase({ bornOn }).goesTo('discharged');
      const identity = { id: 'c', no: 'K-00001', name: null, kana: null };
      return cardOf(identity, child.state(), { version: 1, on: child.on() });
    };
    // Day 42 is 2026-02-16: the legal age is reached on the day before the birthday.
    expect(card('2011-02-17')).toMatchObject({ flags: ['discharged15'], adult: 'none', column: 'discharge' });
    expect(card('2011-02-18').flags).toEqual([]);
  });

  it.each(['facility', 'transferredToHospital'])('leaves for %s only with order, consents and medication', how => {
    const child = aCase().goesTo('readyForDischarge').sends('dsn', 'consent.withdrawn', { consentId: 'c-clinic' });
    expect(codesOf(child.tries('dsn', 'case.closed', { how, reason: '転院' }))).toEqual([
      'doctorOrderedDischarge',
      'consentEveryRecipient',
      'medicationTranscribed',
    ]);
    child
      .sends('doctor', 'discharge.ordered')
      .sends('ward', 'medication.transcribed')
      .sends('hvn', 'note.added', { note: '書き込み' })
      .sends('dsn', 'candidate.answered', { candidateId: 't-clinic', answer: 'ended' })
      .sends('dsn', 'case.closed', { how, reason: '転院' });
    expect(child.position()).toMatchObject({ stage: 'closed', step: how });
  });

  it.each(['withdrawn', 'noSupportNeeded', 'movedOut'])('asks nothing before the case is closed as %s', how => {
    const child = aCase().goesTo('readyForDischarge').sends('dsn', 'case.closed', { how, reason: '家族の意向' });
    expect(child.position().step).toBe(how);
  });

  it.each([
    ['2026-11-25', null],
    ['2026-11-27', '金曜日の退院です(11/27(金))。'],
    ['2026-11-28', '週末の退院です(11/28(土))。'],
    ['2026-11-23', '祝日の退院です(11/23(月))。'],
    ['2026-12-30', '年末年始(12/29〜1/3)の退院です(12/30(水))。'],
  ])('warns of a discharge on %s where few can be reached, and does not block it', (dischargeOn, warning) => {
    const child = aCase({}, addDays(dischargeOn, -42)).goesTo('jointConference').prepares();
    const warned = (event: string) => {
      const view = transitionsOf(child.state(), child.on()).find(other => other.event === event);
      expect(view).toMatchObject({ enabled: true });
      return view?.warnings.map(({ ja }) => ja.slice(0, warning?.length)) ?? [];
    };
    expect(warned('preparation.closed')).toEqual(warning ? [warning] : []);
    child.sends('dsn', 'preparation.closed').prepares();
    expect(warned('discharge.done')).toEqual(warning ? [warning] : []);
    expect(warned('discharge.postponed')).toEqual([]);
    child.waits(1);
    expect(leave(child).ok).toBe(true);
  });

  it('says with the warning when offices open and the first visit falls', () => {
    const child = aCase({}, addDays('2026-12-30', -42)).goesTo('jointConference').prepares();
    const said = () =>
      transitionsOf(child.state(), child.on())
        .find(({ isForward }) => isForward)
        ?.warnings.map(({ en }) => en)[0];
    expect(said()).toContain('Offices open next on Mon 1/4; the first visit is not dated yet.');
    child.sends('dsn', 'preparation.closed').prepares();
    expect(said()).toContain('the first visit is on Thu 12/31.');
  });

  it('warns of today once the planned day is past', () => {
    const child = aCase({}, addDays('2026-11-25', -42)).goesTo('readyForDischarge').prepares().waits(3);
    const [view] = transitionsOf(child.state(), '2026-11-27').filter(({ isForward }) => isForward);
    expect(view?.warnings[0]?.ja).toMatch(/^金曜日の退院です\(11\/27/);
  });
});
