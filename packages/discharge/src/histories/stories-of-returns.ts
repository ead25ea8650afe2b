import { aCase, type Story } from './a-case.ts';

const readmitted = (child: Story, cause: string, returnTo: string): Story =>
  child
    .sends('dsn', 'readmission.begun', { planned: false, cause })
    .waits(3)
    .sends('dsn', 'readmission.reviewed')
    .sends('dsn', 'readmission.ended', { returnTo });

/** Children who go back where they were: a talk once more, a stay in hospital, a closing that was none; and two who are one. */
export const storiesOfReturns: Readonly<Record<string, () => Story>> = {
  'named-and-talked-with-once-more': () =>
    aCase({ origin: 'nicu' })
      .sends('dsn', 'child.named', { givenName: 'つぐみ', givenKana: 'つぐみ', birthOrder: 2 })
      .sends('ward', 'weight.recorded', { grams: 2140 })
      .sends('dsn', 'account.recorded', { admittedOn: '@-3', wards: [{ wardFee: 'A302', from: '@-3' }], dpc: false })
      .goesTo('planning')
      .sends('dsn', 'planning.returned', { reason: '父の同席を待つ' })
      .sends('dsn', 'interview.completed')
      .goesTo('preparing'),

  'turned-away-at-the-first-visit': () =>
    aCase()
      .goesTo('firstVisit')
      .sends('hvn', 'firstVisit.refused', { reason: '発熱で会えない。家族が後日を望む' })
      .prepares()
      .sends('dsn', 'followUp.closed'),

  'readmitted-during-the-first-visit': () =>
    readmitted(aCase().goesTo('firstVisit'), '訪問中の呼吸困難', 'discharged')
      .sends('dsn', 'visit.planned', { visitId: 'first-h1', visitKind: 'first', plannedOn: '@48', accompanied: true })
      .goesTo('followUp'),

  'readmitted-twice-and-home-again': () =>
    readmitted(
      readmitted(aCase().goesTo('followUp'), '肺炎', 'followUp')
        .goesTo('stableAtHome')
        .sends('dsn', 'whereabouts.recorded', { place: 'away' }),
      '停電の間の避難入院',
      'stableAtHome',
    )
      .prepares()
      .sends('dsn', 'case.completed'),

  'evaluated-and-back-to-the-conference': () =>
    aCase()
      .goesTo('jointConference')
      .sends('doctor', 'evaluation.requested', { evaluationId: 'e1', purposes: ['deviceReview'] })
      .sends('dsn', 'evaluation.admitted', { evaluationId: 'e1', origin: 'ward' })
      .waits(4)
      .sends('doctor', 'evaluation.recorded', { changesCare: false, result: '変更なし' })
      .sends('dsn', 'evaluation.closed', { returnTo: 'jointConference' })
      .prepares()
      .sends('dsn', 'preparation.closed'),

  'evaluated-at-rest-and-then-readmitted': () =>
    readmitted(
      aCase()
        .goesTo('stableAtHome')
        .sends('dsn', 'evaluation.requested', { evaluationId: 'e1', purposes: ['familyRest'] })
        .sends('dsn', 'evaluation.admitted', { evaluationId: 'e1', origin: 'home' })
        .waits(2)
        .sends('doctor', 'evaluation.recorded', { changesCare: false, result: '変更なし' })
        .sends('dsn', 'evaluation.closed', { returnTo: 'stableAtHome' })
        .waits(60)
        .sends('dsn', 'evaluation.requested', { evaluationId: 'e2', purposes: ['growth'] })
        .sends('dsn', 'evaluation.admitted', { evaluationId: 'e2', origin: 'home' }),
      '評価のあいだの感染',
      'stableAtHome',
    ),

  'withdrawn-and-planned-anew': () =>
    aCase()
      .goesTo('planning')
      .sends('dsn', 'case.closed', { how: 'withdrawn', reason: '取り下げ' })
      .waits(20)
      .sends('dsn', 'case.reopened', { to: 'planning', reason: '再依頼' })
      .goesTo('preparing'),

  'merged-into-another-case': () =>
    aCase()
      .goesTo('planning')
      .sends('dsn', 'consent.recorded', {
        ...{ consentId: 'c-1', scope: 'recipient', recipient: 'org-nozomi', categories: ['contacts', 'plan'] },
        ...{ purpose: 'care', from: '@0', method: 'paper', givers: [{ relation: 'mother', authority: 'parental' }] },
      })
      .sends('dsn', 'case.merged', { into: 'case-other', no: 'K-00001', reason: '同じお子さん' })
      .sends('dsn', 'note.added', { note: '-' }, { refused: 'stage.event' })
      .waits(2)
      .sends('dsn', 'case.reopened', { to: 'screening', reason: '別のお子さんだった' }),

  'took-another-case-over': () =>
    aCase()
      .goesTo('preparing')
      .sends('dsn', 'case.absorbed', {
        ...{ absorbed: 'case-other', no: 'K-00001', reason: '同じお子さん' },
        team: [{ id: 'm9-t1', function: 'visitingNurse', org: 'org-nozomi', state: 'accepted', askedOn: '@2' }],
        consents: [
          {
            ...{ id: 'm9-c1', scope: 'recipient', recipient: 'org-nozomi', categories: ['contacts', 'plan'] },
            ...{ purpose: 'care', from: '@0', givers: [{ relation: 'mother', authority: 'parental' }] },
          },
        ],
      })
      .sends('dsn', 'consent.withdrawn', { consentId: 'm9-c1' }),
};
