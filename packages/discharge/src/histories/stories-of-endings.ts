import { aCase, type Story } from './a-case.ts';
import { consent, preparation } from './phases.ts';

const handoffId = 'h1';
const confirming = (...sections: readonly string[]) =>
  sections.map(section => ({ day: 0, by: 'hvn', type: 'handoff.sectionConfirmed', body: { handoffId, section } }));

/** Ends, returns, corrections and the transition to adult care, each told of one invented child. */
export const storiesOfEndings: Readonly<Record<string, () => Story>> = {
  'to-a-facility': () =>
    aCase()
      .goesTo('readyForDischarge')
      .prepares('discharge.ordered')
      .sends('dsn', 'case.closed', { how: 'facility', reason: '乳児院へ' }, { refused: 'doctorOrderedDischarge' })
      .sends('doctor', 'discharge.ordered')
      .sends('dsn', 'case.closed', { how: 'facility', reason: '乳児院へ' }),

  'no-support-needed': () =>
    aCase()
      .sends('dsn', 'factors.recorded', { factors: [], rescreenOn: '@14' })
      .sends('dsn', 'case.closed', { how: 'noSupportNeeded', reason: '要因なし' }),

  'moved-out-and-come-back': () =>
    aCase()
      .goesTo('followUp')
      .sends('dsn', 'followUp.evaluated', { point: 'early' })
      .sends('dsn', 'case.closed', { how: 'movedOut', reason: '県外へ転居' })
      .sends('dsn', 'note.added', { note: '-' }, { refused: 'stage.event' })
      .waits(60)
      .sends('dsn', 'case.reopened', { to: 'followUp', reason: '戻ってきた' }),

  'withdrawn-and-asked-again': () =>
    aCase()
      .sends('dsn', 'case.closed', { how: 'withdrawn', reason: '取り下げ' })
      .sends('dsn', 'case.reopened', { to: 'planning', reason: '再依頼' }, { refused: 'hospitalConsentRecorded' })
      .sends('dsn', 'case.reopened', { to: 'screening', reason: '再依頼' })
      .goesTo('planning'),

  'death-after-another-closing': () =>
    aCase()
      .goesTo('planning')
      .sends('dsn', 'case.closed', { how: 'transferredToHospital', reason: '圏外の病院へ' })
      .waits(20)
      .sends('doctor', 'child.died', { place: 'hospital' })
      .sends('doctor', 'child.died', {}, { refused: 'stage.event' })
      .sends('dsn', 'case.reopened', { to: 'screening', reason: '-' }, { refused: 'stage.event' })
      .waits(30)
      .sends('dsn', 'grief.contacted', { note: '四十九日' })
      .waits(300)
      .sends('dsn', 'grief.closed'),

  'death-reported-by-mistake': () => {
    const child = aCase().goesTo('followUp').sends('doctor', 'child.died', { place: 'hospital' }).waits(1);
    const of = { seq: child.seq(), reason: '別の子の報告' };
    return child
      .sends('doctor', 'entry.corrected', of)
      .sends('doctor', 'entry.corrected', of, { refused: 'correction.secondPerson' })
      .sends('head', 'entry.corrected', of)
      .sends('head', 'entry.corrected', of, { refused: 'correction.target' })
      .prepares();
  },

  'a-fact-corrected': () => {
    const child = aCase()
      .goesTo('jointConference')
      .sends('ward', 'skill.assessed', { procedure: 'suctionTracheal', caregiver: 'mother', level: 1 });
    return child
      .sends('dsn', 'entry.corrected', { seq: child.seq(), reason: '別の子の記録' })
      .prepares()
      .sends('dsn', 'preparation.closed');
  },

  'a-move-corrected-by-two': () => {
    const child = aCase().goesTo('preparing');
    const of = { seq: child.seq(), reason: '計画の説明がまだだった' };
    return child
      .plays(preparation.slice(0, 4))
      .sends('dsn', 'entry.corrected', of)
      .sends('doctor', 'entry.corrected', of)
      .sends('dsn', 'preparation.begun')
      .sends('dsn', 'conference.convened');
  },

  'a-move-undone': () => {
    const child = aCase().goesTo('planning').prepares().sends('dsn', 'preparation.begun');
    child
      .sends('head', 'move.undone', { seq: child.seq() }, { refused: 'undo.notYours', seconds: 2 })
      .sends('dsn', 'move.undone', { seq: child.seq() }, { seconds: 8 })
      .sends('dsn', 'preparation.begun');
    return child.sends('dsn', 'move.undone', { seq: child.seq() }, { refused: 'undo.late', seconds: 11 });
  },

  'handed-over-after-a-refusal': () =>
    aCase()
      .goesTo('readyForDischarge')
      .sends('dsn', 'candidate.asked', { candidateId: 't2', function: 'visitingNurse', organisation: 'org-aozora' })
      .sends('hvn2', 'candidate.answered', { candidateId: 't2', answer: 'declined' }, { refused: 'candidate.reason' })
      .sends('hvn2', 'candidate.answered', { candidateId: 't2', answer: 'declined', declineReason: 'noCapacity' })
      .sends('dsn', 'handoff.composed', { handoffId: 'h0', recipient: 'org-aozora', content: '九つの節' })
      .sends('dsn', 'handoff.sent', { handoffId: 'h0' }, { refused: 'handoff.consent' })
      .sends('dsn', 'handoff.withdrawn', { handoffId: 'h0' })
      .sends('dsn', 'handoff.composed', { handoffId, recipient: 'org-nozomi', content: '九つの節' })
      .sends('dsn', 'handoff.sent', { handoffId })
      .sends('dsn', 'handoff.sent', { handoffId }, { refused: 'handoff.sentAlready' })
      .sends('hvn', 'handoff.opened', { handoffId })
      .plays(confirming('condition', 'breathing', 'medicines'))
      .sends('hvn', 'handoff.asked', { handoffId, questionId: 'q1', section: 'nutrition', question: '固定水は' })
      .sends('dsn', 'handoff.answered', { handoffId, questionId: 'q1', answer: '5 mL' })
      .sends('dsn', 'handoff.composed', { handoffId, content: '第2版', changedSections: ['medicines'] })
      .sends('dsn', 'handoff.sent', { handoffId })
      .sends(
        'hvn',
        'handoff.accepted',
        { handoffId, withConditions: true, conditions: '週3日' },
        { refused: 'handoff.unconfirmed' },
      )
      .plays(confirming('medicines', 'emergencies'))
      .sends(
        'hvn',
        'handoff.accepted',
        { handoffId, withConditions: true, conditions: '週3日' },
        { refused: 'handoff.firstVisit' },
      )
      .sends('hvn', 'handoff.accepted', { handoffId, withConditions: true, conditions: '週3日', firstVisitOn: '@43' })
      .prepares('handoff.composed', 'handoff.sent', 'handoff.opened', 'handoff.sectionConfirmed', 'handoff.accepted')
      .sends('dsn', 'discharge.done', { destination: 'home' }),

  'handoff-declined': () =>
    aCase()
      .goesTo('readyForDischarge')
      .sends('dsn', 'handoff.composed', { handoffId, recipient: 'org-nozomi', content: '九つの節' })
      .sends('dsn', 'handoff.sent', { handoffId })
      .sends('hvn', 'handoff.declined', { handoffId, declineReason: 'experience' })
      .sends('hvn', 'handoff.opened', { handoffId }, { refused: 'handoff.state' })
      .sends('hvn', 'candidate.answered', { candidateId: 't-station', answer: 'ended' })
      .sends('dsn', 'handoff.composed', { handoffId: 'h2', outside: '隣県の訪問看護', content: '九つの節' })
      .sends('dsn', 'handoff.sent', { handoffId: 'h2' })
      .sends('dsn', 'handoff.accepted', { handoffId: 'h2', withConditions: false, firstVisitOn: '@43' }),

  'lead-moved-to-a-regional-hospital': () =>
    aCase()
      .goesTo('preparing')
      .sends('regional', 'lead.accepted', {}, { refused: 'lead.notOffered' })
      .sends('dsn', 'lead.offered', { organisation: 'org-chiiki' })
      .sends('regional', 'lead.accepted', {}, { refused: 'lead.consent' })
      .sends('dsn', 'consent.recorded', consent('c-lead', { scope: 'recipient', recipient: 'org-chiiki', from: '@8' }))
      .sends('regional', 'lead.accepted')
      .sends('regional', 'hold.added', { holdId: 'w1', code: 'noHomeDoctor', recheckOn: '@20' })
      .sends('regional', 'hold.removed', { holdId: 'w1' }),

  'what-lapsed-was-renewed': () =>
    aCase()
      .goesTo('followUp')
      .waits(67)
      .sends('clock', 'fact.lapsed', { kind: 'skill', ref: 'suctionTracheal.mother' })
      .sends('ward', 'skill.assessed', { procedure: 'suctionTracheal', caregiver: 'mother', level: 4 })
      .sends('clock', 'fact.lapsed', { kind: 'skill', ref: 'suctionTracheal.mother' }, { refused: 'lapse.none' })
      .waits(91)
      .sends('clock', 'fact.lapsed', { kind: 'order', ref: 'order' })
      .sends('doctor', 'order.issued', { from: '@203', until: '@380' }),

  'over-to-adult-care': () =>
    aCase({ bornOn: '2010-06-01' })
      .sends('clock', 'adult.prompted')
      .goesTo('followUp')
      .sends('dsn', 'adult.opened')
      .sends('dsn', 'readiness.answered', { by: 'young' })
      .sends('dsn', 'readiness.answered', { by: 'family' })
      .sends('coord', 'adult.serviceMapped', { service: 'neurology', state: 'candidate' })
      .sends('dsn', 'adult.transferred', {}, { refused: 'everyServiceMapped' })
      .sends('coord', 'adult.serviceMapped', { service: 'neurology', state: 'seen' })
      .sends('doctor', 'adult.visitHeld', { service: 'neurology' })
      .sends('dsn', 'adult.transferred')
      .goesTo('stableAtHome')
      .prepares()
      .sends('dsn', 'case.completed'),

  'stays-in-paediatrics': () =>
    aCase({ bornOn: '2008-02-01' })
      .goesTo('stableAtHome')
      .prepares()
      .sends('clock', 'adult.prompted')
      .sends('dsn', 'case.completed', {}, { refused: 'adultClosedOrReason' })
      .sends('dsn', 'adult.opened')
      .sends('dsn', 'adult.stayed', { reason: '成人側の受け手がない' })
      .sends('dsn', 'case.completed'),
};
