import { aCase, type Story } from './a-case.ts';
import { askedHeldAndConfirmed } from './asked-held-and-confirmed.ts';
import { checkedWithTheTeam } from './checked-with-the-team.ts';
import { papersKept } from './papers-kept.ts';
import { planBody, preparation, stayAtHome } from './phases.ts';
import { recordedByTwo } from './recorded-by-two.ts';
import { trainedForHome } from './trained-for-home.ts';

const handedOver = [
  'handoff.composed',
  'handoff.sent',
  'handoff.opened',
  'handoff.sectionConfirmed',
  'handoff.accepted',
];

/** For the station, from the thirtieth day on. */
const consentAhead = (consentId: string) => ({
  consentId,
  scope: 'recipient',
  recipient: 'org-nozomi',
  categories: ['contacts', 'clinical', 'plan'],
  purpose: 'care',
  from: '@30',
  givers: [{ relation: 'grandparent', authority: 'guardian' }],
  method: 'paper',
});

/** Invented children, each for one way through the pathway. Golden histories are written from these on request only. */
export const stories: Readonly<Record<string, () => Story>> = {
  'usual-way-home': () => aCase().goesTo('stableAtHome').prepares().sends('dsn', 'case.completed'),

  'adopted-on-a-trial-stay': () =>
    aCase()
      .sends('dsn', 'case.adopted', {
        stage: 'trialStay',
        since: '@-1',
        source: 'paper',
        stay: { id: 's1', from: '@-1', to: '@1' },
      })
      .waits(1)
      .sends('dsn', 'trialStay.returned', { result: 'succeeded' })
      .sends('dsn', 'conference.convened', {}, { refused: 'communityCandidatesAsked' })
      .sends('dsn', 'plan.written', planBody)
      .plays(preparation)
      .sends('dsn', 'conference.convened')
      .goesTo('discharged'),

  'adopted-at-home': () =>
    aCase()
      .sends('dsn', 'case.adopted', { stage: 'followUp', since: '@-40', source: 'otherSystem' })
      .sends('dsn', 'followUp.evaluated', { point: 'early' }, { occurred: -30 })
      .sends('dsn', 'followUp.evaluated', { point: 'month1' }, { occurred: -5 })
      .sends('dsn', 'readmission.begun', { planned: false, cause: '肺炎' })
      .sends('dsn', 'readmission.reviewed')
      .waits(5)
      .sends('dsn', 'readmission.ended', { returnTo: 'planning' })
      .sends('dsn', 'preparation.begun', {}, { refused: 'inHouseConferenceHeld' }),

  'family-out-of-reach': () =>
    aCase()
      .goesTo('familyInterview')
      .prepares('interview.held')
      .sends('dsn', 'interview.held', { outcome: 'attempted' })
      .waits(3)
      .sends('dsn', 'interview.held', { outcome: 'attempted' })
      .sends('dsn', 'interview.completed', {}, { refused: 'interviewHeld' })
      .sends(
        'dsn',
        'requirement.waived',
        { requirementId: 'interviewHeld', reason: '会えない' },
        { refused: 'waiver.notYours' },
      )
      .sends(
        'head',
        'requirement.waived',
        { requirementId: 'wishRecorded', reason: '会えない' },
        { refused: 'waiver.never' },
      )
      .sends('head', 'requirement.waived', { requirementId: 'interviewHeld', reason: '三度の電話でも会えない' })
      .sends('dsn', 'interview.completed'),

  'safety-waived-by-two': () =>
    aCase()
      .goesTo('readyForDischarge')
      .prepares()
      .sends('ward', 'skill.assessed', { procedure: 'suctionTracheal', caregiver: 'father', level: 3 })
      .sends('dsn', 'discharge.done', { destination: 'home' }, { refused: 'trainingReady' })
      .sends('head', 'requirement.waived', { requirementId: 'trainingReady', reason: '祖母が毎日来る' })
      .sends('dsn', 'discharge.done', { destination: 'home' }, { refused: 'trainingReady' })
      .sends('doctor', 'requirement.waived', { requirementId: 'trainingReady', reason: '訪問を増やして補う' })
      .sends('dsn', 'discharge.done', { destination: 'home' }),

  'asked-for-an-exception': () =>
    aCase()
      .goesTo('familyInterview')
      .prepares('interview.held')
      .sends('dsn', 'requirement.waiverAsked', { requirementId: 'interviewHeld', reason: '三度の電話でも会えない' })
      .sends(
        'dsn',
        'requirement.waiverAsked',
        { requirementId: 'interviewHeld', reason: '会えない' },
        { refused: 'waiver.asked' },
      )
      .sends(
        'dsn',
        'requirement.waiverAsked',
        { requirementId: 'wishRecorded', reason: '会えない' },
        { refused: 'waiver.never' },
      )
      .sends('head', 'requirement.waiverRefused', { requirementId: 'interviewHeld', reason: '訪ねてみてから' })
      .sends('dsn', 'interview.completed', {}, { refused: 'interviewHeld' })
      .waits(2)
      .sends('dsn', 'requirement.waiverAsked', { requirementId: 'interviewHeld', reason: '訪ねても会えない' })
      .sends('head', 'requirement.waived', { requirementId: 'interviewHeld', reason: '手紙で伝えた' })
      .sends(
        'head',
        'requirement.waiverRefused',
        { requirementId: 'interviewHeld', reason: '-' },
        { refused: 'waiver.notAsked' },
      )
      .sends('dsn', 'interview.completed'),

  'waived-in-a-disaster': () =>
    aCase()
      .goesTo('readyForDischarge')
      .prepares('medication.transcribed')
      .sends('head', 'requirement.waived', {
        requirementId: 'medicationTranscribed',
        reason: '地震',
        ground: 'disaster',
      })
      .sends('doctor', 'requirement.waived', {
        requirementId: 'medicationTranscribed',
        reason: '地震',
        ground: 'disaster',
      })
      .sends('dsn', 'discharge.done', { destination: 'home' }),

  'stay-with-problems-then-a-good-one': () =>
    aCase()
      .goesTo('preparing')
      .plays(preparation)
      .plays(stayAtHome('s1', 26, 'problems'))
      .sends('dsn', 'conference.convened')
      .prepares()
      .sends('dsn', 'preparation.closed', {}, { refused: 'trialStaySucceeded' })
      .sends('dsn', 'preparation.resumed', { reason: '夜間の吸引をもう一度' })
      .plays(stayAtHome('s2', 40, 'succeeded'))
      .sends('dsn', 'conference.convened')
      .sends('dsn', 'preparation.closed', {}, { refused: 'lastConferenceAfterLastStay' })
      .sends('head', 'requirement.waived', { requirementId: 'lastConferenceAfterLastStay', reason: '論点はすべて解決' })
      .sends('dsn', 'preparation.closed'),

  'no-home-nursing': () =>
    aCase()
      .goesTo('jointConference')
      .sends('dsn', 'plan.written', { ...planBody, homeNursing: false, roles: ['homePhysician'] })
      .prepares()
      .sends('dsn', 'preparation.closed')
      .prepares(...handedOver, 'order.issued')
      .sends('dsn', 'discharge.done', { destination: 'home' }, { refused: 'handoffAccepted' })
      .sends('head', 'requirement.waived', { requirementId: 'handoffAccepted', reason: '訪問看護を使わない' })
      .sends('head', 'requirement.waived', { requirementId: 'firstVisitDated', reason: '訪問看護を使わない' })
      .sends('dsn', 'discharge.done', { destination: 'home' })
      .sends('dsn', 'firstVisit.notPlanned', { reason: '外来で診る' }),

  'consent-given-ahead': () =>
    aCase()
      .goesTo('preparing')
      .plays(preparation.filter(({ body }) => body.consentId !== 'c-station'))
      .sends('dsn', 'consent.recorded', consentAhead('c-1'))
      .sends('dsn', 'consent.recorded', consentAhead('c-2'))
      .sends('dsn', 'consent.withdrawn', { consentId: 'c-1' })
      .sends('dsn', 'handoff.composed', { handoffId: 'h1', recipient: 'org-nozomi', content: '九つの節' })
      .sends('dsn', 'handoff.sent', { handoffId: 'h1' }, { refused: 'handoff.consent' })
      .sends('clock', 'fact.begun', { kind: 'consent', ref: 'c-2' }, { refused: 'begin.none' })
      .waits(5)
      .sends('clock', 'fact.begun', { kind: 'consent', ref: 'c-1' }, { refused: 'begin.none' })
      .sends('clock', 'fact.begun', { kind: 'consent', ref: 'c-2' })
      .sends('dsn', 'handoff.sent', { handoffId: 'h1' }),

  'unnamed-baby-with-a-rehearsal': () =>
    aCase({ bornOn: undefined, gestationWeeks: undefined, expectedOn: '@20', origin: 'prenatal' })
      .sends('dsn', 'referral.received', { source: 'prenatalClinic' })
      .goesTo('familyInterview')
      .waits(18)
      .sends('dsn', 'birth.recorded', { bornOn: '@18', gestationWeeks: 36 })
      .goesTo('preparing')
      .plays(preparation)
      .sends('dsn', 'trialStay.planned', {
        stayId: 'r1',
        stayKind: 'rehearsal',
        from: '@40',
        to: '@41',
        stationVisits: false,
      })
      .sends('doctor', 'trialStay.permitted', { stayId: 'r1' })
      .waits(15)
      .sends('ward', 'trialStay.begun', { stayId: 'r1' })
      .waits(1)
      .sends('ward', 'trialStay.returned', { result: 'succeeded' })
      .sends('dsn', 'conference.convened')
      .goesTo('firstVisit'),

  'evaluation-from-home': () =>
    aCase()
      .goesTo('followUp')
      .sends('coord', 'evaluation.requested', {
        evaluationId: 'e1',
        purposes: ['careReview', 'familyRest'],
        from: '@80',
        to: '@84',
      })
      .sends('dsn', 'evaluation.bedHeld', { evaluationId: 'e1', from: '@81', to: '@85' })
      .waits(37)
      .sends('dsn', 'evaluation.admitted', { evaluationId: 'e1', origin: 'home' })
      .sends('dsn', 'evaluation.closed', { returnTo: 'followUp' }, { refused: 'resultRecorded' })
      .waits(4)
      .sends('doctor', 'evaluation.recorded', { changesCare: true, result: '呼吸器の設定を変更' })
      .sends('dsn', 'plan.written', planBody)
      .sends('dsn', 'handoff.composed', {
        handoffId: 'h1',
        content: '第2版',
        changedSections: ['breathing', 'deviceSettings'],
      })
      .sends('dsn', 'handoff.sent', { handoffId: 'h1' })
      .sends('dsn', 'evaluation.closed', { returnTo: 'stableAtHome' }, { refused: 'stage.event' })
      .sends('dsn', 'evaluation.closed', { returnTo: 'followUp' }),

  'evaluation-from-the-ward': () =>
    aCase()
      .goesTo('jointConference')
      .sends('doctor', 'evaluation.requested', { evaluationId: 'e1', purposes: ['deviceReview'] })
      .sends('dsn', 'evaluation.admitted', { evaluationId: 'e1', origin: 'home' }, { refused: 'stage.event' })
      .sends('dsn', 'evaluation.admitted', { evaluationId: 'e1', origin: 'ward' })
      .waits(5)
      .sends('doctor', 'evaluation.recorded', { changesCare: false, result: '変更なし' })
      .sends('dsn', 'evaluation.closed', { returnTo: 'planning' }, { refused: 'stage.event' })
      .sends('dsn', 'evaluation.closed', { returnTo: 'preparing' }),

  'evaluation-that-became-a-long-stay': () =>
    aCase()
      .goesTo('stableAtHome')
      .sends('dsn', 'evaluation.requested', { evaluationId: 'e0', purposes: ['growth'] })
      .sends('dsn', 'evaluation.withdrawn', { evaluationId: 'e0' })
      .sends('dsn', 'evaluation.requested', { evaluationId: 'e1', purposes: ['growth'] })
      .sends('dsn', 'evaluation.admitted', { evaluationId: 'e1', origin: 'home' })
      .sends('doctor', 'evaluation.recorded', { changesCare: false, result: '長期の入院' })
      .sends('dsn', 'evaluation.closed', { returnTo: 'planning' })
      .goesTo('preparing'),

  'readmitted-before-the-first-visit': () =>
    aCase()
      .goesTo('discharged')
      .sends('dsn', 'readmission.begun', { planned: false, cause: '発熱' })
      .sends('dsn', 'readmission.ended', { returnTo: 'discharged' }, { refused: 'readmissionReviewed' })
      .waits(4)
      .sends('dsn', 'readmission.reviewed')
      .sends('dsn', 'readmission.ended', { returnTo: 'discharged' })
      .sends('dsn', 'visit.planned', { visitId: 'first-h1', visitKind: 'first', plannedOn: '@48', accompanied: true })
      .goesTo('followUp'),

  'readmitted-into-a-second-round': () =>
    aCase()
      .goesTo('followUp')
      .sends('dsn', 'readmission.begun', { planned: false, cause: '気管切開' })
      .sends('dsn', 'readmission.reviewed')
      .sends('dsn', 'readmission.ended', { returnTo: 'planning' })
      .goesTo('preparing')
      .sends('dsn', 'home.checked', { home: true, power: true, powerPlan: true })
      .sends('dsn', 'conference.convened')
      .sends('dsn', 'trialStay.notPlanned', { reason: '前の外泊で足りる' })
      .sends('dsn', 'conference.planned', { conferenceId: 'k2', conferenceKind: 'joint', plannedOn: '@60' })
      .waits(16)
      .sends('dsn', 'conference.held', {
        conferenceId: 'k2',
        attended: ['visitingNurse'],
        actionItems: [],
        dischargeOn: '@64',
      })
      .sends('dsn', 'minutes.drafted', { conferenceId: 'k2', minutes: '記録' })
      .sends('doctor', 'minutes.approved', { conferenceId: 'k2' })
      .sends('dsn', 'preparation.closed')
      .sends('dsn', 'discharge.done', { destination: 'home' }, { refused: 'doctorOrderedDischarge' }),

  'discharge-postponed': () =>
    aCase()
      .goesTo('readyForDischarge')
      .prepares()
      .sends('dsn', 'discharge.postponed', { reason: '発熱' })
      .sends('dsn', 'conference.convened')
      .sends('dsn', 'preparation.closed', {}, { refused: 'dischargeDayPlanned' })
      .sends('dsn', 'dischargeDay.planned', { dischargeOn: '@50' })
      .sends('dsn', 'preparation.closed')
      .sends('dsn', 'discharge.done', { destination: 'home' }, { refused: 'doctorOrderedDischarge' })
      .waits(7)
      .sends('doctor', 'condition.assessed', { stable: true })
      .sends('doctor', 'discharge.ordered', { dischargeOn: '@50' })
      .waits(2)
      .sends('dsn', 'discharge.done', { destination: 'home' }),

  'first-visit-declined': () =>
    aCase()
      .goesTo('discharged')
      .sends('dsn', 'firstVisit.refused', { reason: '家族が断った' })
      .prepares()
      .sends('dsn', 'followUp.closed'),

  'asked-held-and-confirmed': askedHeldAndConfirmed,

  'checked-with-the-team': checkedWithTheTeam,
  'papers-kept': papersKept,
  'recorded-by-two': recordedByTwo,

  'trained-for-home': trainedForHome,

  'no-first-visit': () =>
    aCase().goesTo('discharged').sends('dsn', 'firstVisit.notPlanned', { reason: '外来だけで見る' }),
};
