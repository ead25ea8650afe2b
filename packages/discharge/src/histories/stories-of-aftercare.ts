import { aCase, type Story } from './a-case.ts';
import { planBody } from './phases.ts';

const e1 = { evaluationId: 'e1' };

/** What comes after the way home: a bed held by its number, the way into adult care, and how a family says it goes. */
export const storiesOfAftercare: Readonly<Record<string, () => Story>> = {
  'evaluated-in-a-held-bed': () =>
    aCase()
      .goesTo('followUp')
      .sends('coord', 'evaluation.requested', {
        ...{ ...e1, purposes: ['careReview', 'familyRest'], from: '@80', to: '@84' },
        ...{ care: '夜間の吸引と体位変換', wishes: '母が続けて眠りたい' },
      })
      .sends('dsn', 'evaluation.waitlisted', e1)
      .sends('hvn', 'evaluation.measured', {
        ...e1,
        where: 'atHome',
        fatigue: 4,
        spo2Asleep: '91',
        ventilation: '12/5',
      })
      .sends('dsn', 'evaluation.bedHeld', { ...e1, from: '@80', to: '@120', bed: 2 }, { refused: 'evaluation.tooLong' })
      .sends('dsn', 'evaluation.bedHeld', { ...e1, from: '@80', to: '@84', bed: 2 })
      .sends('dsn', 'evaluation.waitlisted', e1, { refused: 'item.state' })
      .sends('dsn', 'evaluation.visited', { ...e1, means: 'inPerson', findings: '加湿器は枕元', bring: 'マスクと日誌' })
      .waits(37)
      .sends('doctor', 'evaluation.admitted', { ...e1, origin: 'home' })
      .sends('ward', 'evaluation.measured', { ...e1, where: 'inHospital', fatigue: 2, spo2Asleep: '88' })
      .sends('doctor', 'evaluation.recorded', {
        ...{ changesCare: true, touches: ['deviceSettings'], goesTo: 'followUp' },
        ...{ result: '夜間の圧を上げる', changes: 'NIV 12/5 → 14/5' },
      })
      .sends('dsn', 'plan.written', planBody)
      .sends('dsn', 'handoff.composed', { handoffId: 'h1', content: '第2版', changedSections: ['deviceSettings'] })
      .sends('dsn', 'handoff.sent', { handoffId: 'h1' })
      .sends('doctor', 'evaluation.closed', { returnTo: 'followUp' }),

  'asked-how-it-goes-at-home': () =>
    aCase()
      .goesTo('readyForDischarge')
      .sends(
        'dsn',
        'followUp.familyAnswered',
        { point: 'month1', sleepHours: 4, fatigue: 4, unplannedVisits: 1, wantsCall: true },
        { refused: 'followUp.notHome' },
      )
      .goesTo('followUp')
      .sends('hvn', 'followUp.familyAnswered', {
        ...{ point: 'month1', sleepHours: 4, fatigue: 4, unplannedVisits: 1, wantsCall: true },
        worry: '夜のアラームで起きる',
      })
      .sends('dsn', 'followUp.evaluated', { point: 'month1', condition: '安定', siblings: '姉が学校で話せた' })
      .sends('dsn', 'readmission.begun', { planned: false, cause: '肺炎' })
      .sends('doctor', 'readmission.reviewed', {
        avoidable: 'avoidable',
        course: '吸引が増えていた',
        nextTime: '早く電話する',
      })
      .sends('dsn', 'readmission.ended', { returnTo: 'followUp' })
      .sends('doctor', 'child.died', { place: 'home' })
      .sends(
        'dsn',
        'followUp.familyAnswered',
        { point: 'month3', sleepHours: 4, fatigue: 4, unplannedVisits: 1, wantsCall: true },
        { refused: 'stage.event' },
      )
      .sends('coord', 'grief.contacted', { note: '四十九日のあとに' }),

  'answered-by-the-young-person': () =>
    aCase({ bornOn: '2010-12-20' })
      .goesTo('stableAtHome')
      .sends('dsn', 'adult.opened')
      .sends('coord', 'readiness.answered', { by: 'young', namesMedicines: 'notYet', booksVisits: 'can' })
      .sends('coord', 'readiness.answered', { by: 'family', namesMedicines: 'can', note: 'まだ先のこと' })
      .sends('dsn', 'readiness.keptPrivate', { readinessItem: 'talksAboutBody', own: '相談したい' })
      .sends('coord', 'adult.serviceMapped', { service: 'neurology', state: 'asked', counterpart: '脳神経内科' })
      .sends('coord', 'adult.jointClinicDated', { service: 'neurology', clinicOn: '@90', isHeld: false })
      .sends('coord', 'adult.decisionSupported', { decisionWay: 'withHelp', supporters: '母と相談支援専門員' })
      .sends('dsn', 'adult.reasonSigned', { reason: '受け手をさがしている' })
      .sends('coord', 'adult.serviceMapped', { service: 'neurology', state: 'stays', note: '手術後の経過をみる' })
      .sends('coord', 'adult.transferred'),

  'too-young-for-answers-of-its-own': () =>
    aCase({ bornOn: '2013-02-01' })
      .goesTo('stableAtHome')
      .sends('dsn', 'adult.opened')
      .sends(
        'dsn',
        'readiness.keptPrivate',
        { readinessItem: 'talksAboutBody', own: '相談したい' },
        { refused: 'readiness.tooYoung' },
      ),
};
