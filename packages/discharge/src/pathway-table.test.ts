import { describe, expect, it } from 'vitest';
import { allMoves, describePathway, requirements, stageMetas } from './chart.ts';
import { forwardMove } from './moves.ts';

/**
 * The normative table (pathway.md): forward move with its requirements in order — `w` waivable, `s` safety, none: never —
 * and every other move of the stage. What is accepted in every open stage is listed once, below.
 */
const table = {
  screening: {
    column: 'intake',
    forward: 'screening.completed → familyInterview: factorsRecorded',
    others: [
      ...['screening', 'familyInterview', 'planning', 'preparing', 'trialStay', 'jointConference', 'readyForDischarge'],
      ...['discharged', 'firstVisit', 'followUp', 'stableAtHome'],
    ].map(stage => `case.adopted → ${stage}:`),
  },
  familyInterview: {
    column: 'assessment',
    forward: 'interview.completed → planning: interviewHeld w, wishRecorded, hospitalConsentRecorded',
    others: [],
  },
  planning: {
    column: 'assessment',
    forward: 'preparation.begun → preparing: inHouseConferenceHeld w, planWritten, planExplained, planHandedOver',
    others: ['planning.returned → familyInterview:'],
  },
  preparing: {
    column: 'preparation',
    forward: 'conference.convened → jointConference: communityCandidatesAsked',
    others: [
      'trialStay.begun → trialStay: trainingReady s, doctorPermittedStay, equipmentReady s, emergencyRouteAgreed, nursingOrderForStay',
      'trialStay.begun → trialStay: trainingReady s, doctorPermittedStay',
    ],
  },
  trialStay: { column: 'preparation', forward: 'trialStay.returned → preparing:', others: [] },
  jointConference: {
    column: 'conference',
    forward:
      'preparation.closed → readyForDischarge: conferenceHeld, minutesApproved, actionItemsOwned, lastConferenceAfterLastStay w, communityReady w, trainingReady s, equipmentReady s, entitlementsReady w, trialStaySucceeded w, dischargeDayPlanned',
    others: ['preparation.resumed → preparing:', 'evaluation.admitted → evaluationAdmission:'],
  },
  readyForDischarge: {
    column: 'handoff',
    forward:
      'discharge.done → discharged: doctorOrderedDischarge, trainingReady s, equipmentReady s, handoffAccepted w, firstVisitDated w, nursingOrderCoversFirstVisit, contactsDayAndNight, consentEveryRecipient, medicationTranscribed s, powerPlanned s, conditionStable w, firstOutpatientDated w, municipalityInformed w, schoolInformed w',
    others: [
      'discharge.postponed → preparing:',
      'case.closed → closed.facility: doctorOrderedDischarge, consentEveryRecipient, medicationTranscribed s',
      'case.closed → closed.transferredToHospital: doctorOrderedDischarge, consentEveryRecipient, medicationTranscribed s',
    ],
  },
  discharged: {
    column: 'discharge',
    forward: 'firstVisit.begun → firstVisit: visitPlanned',
    others: ['firstVisit.notPlanned → followUp:', 'firstVisit.refused → followUp:', 'readmission.begun → readmission:'],
  },
  firstVisit: {
    column: 'discharge',
    forward: 'firstVisit.closed → followUp: visitSignedByBoth w, differencesResolved',
    others: ['firstVisit.refused → followUp:', 'readmission.begun → readmission:'],
  },
  followUp: {
    column: 'home',
    forward: 'followUp.closed → stableAtHome: earlyContact w, month1 w, month3 w, month6 w',
    others: ['evaluation.admitted → evaluationAdmission:', 'readmission.begun → readmission:'],
  },
  stableAtHome: {
    column: 'home',
    forward: 'case.completed → closed.completed: adultClosedOrReason, nothingOpen',
    others: ['evaluation.admitted → evaluationAdmission:', 'readmission.begun → readmission:'],
  },
  evaluationAdmission: {
    column: 'evaluation',
    forward: 'evaluation.closed → followUp: resultRecorded, planUpdated, affectedHandoffsReissued',
    others: [
      ...['stableAtHome', 'jointConference', 'preparing', 'planning'].map(
        to => `evaluation.closed → ${to}: resultRecorded, planUpdated, affectedHandoffsReissued`,
      ),
      'readmission.begun → readmission:',
    ],
  },
  readmission: {
    column: 'home',
    forward: 'readmission.ended → discharged: readmissionReviewed',
    others: ['followUp', 'stableAtHome', 'planning'].map(to => `readmission.ended → ${to}: readmissionReviewed`),
  },
} as const;

const everywhere = [
  'child.died → closed.deceased:',
  ...['withdrawn', 'noSupportNeeded', 'transferredToHospital', 'facility', 'movedOut'].map(
    how => `case.closed → closed.${how}:`,
  ),
];

const marks = { no: '', yes: ' w', safety: ' s' };
const line = ({ event, to, how, params }: ReturnType<typeof allMoves>[number]) => {
  const needs = params.needs.map(id => `${id}${marks[requirements.get(id)?.waivable ?? 'no']}`);
  return `${event} → ${how ? `closed.${how}` : to}: ${needs.join(', ')}`.trim();
};
const isAdult = (event: string) => event.startsWith('adult.');

describe('the chart is the table', () => {
  it('has its rows, in its order', () => {
    expect([...stageMetas.keys()]).toEqual([...Object.keys(table), 'closed']);
  });

  it.each(Object.entries(table))('%s', (stage, row) => {
    const moves = allMoves().filter(({ from, event }) => from === stage && !isAdult(event));
    const own = moves.map(line).filter(text => !everywhere.includes(text));
    expect(stageMetas.get(stage)?.column).toBe(row.column);
    const forward = forwardMove(stage);
    expect(forward && line(forward)).toBe(row.forward);
    expect(own.sort()).toEqual([row.forward, ...row.others].sort());
    expect(
      moves
        .map(line)
        .filter(text => everywhere.includes(text))
        .sort(),
    ).toEqual([...everywhere].sort());
  });

  it('lets a closed case be reopened, unless the child died, and takes death after every other closing', () => {
    const closed = allMoves().filter(({ from }) => from === 'closed');
    const reopening = [
      'case.reopened → followUp: hospitalConsentRecorded, dischargedBefore',
      'case.reopened → planning: hospitalConsentRecorded',
      'case.reopened → screening:',
    ];
    const lines = closed.map(line);
    for (const text of [...reopening, 'child.died → closed.deceased:'])
      expect(lines.filter(other => other === text)).toHaveLength(7);
    expect(new Set(lines).size).toBe(4);
  });

  it('ends the adult region as transferred with two requirements, or as stayed', () => {
    const lines = new Set(
      allMoves()
        .filter(({ event }) => isAdult(event))
        .map(line),
    );
    expect([...lines].sort()).toEqual([
      'adult.stayed → followUp:',
      'adult.transferred → followUp: everyServiceMapped, firstAdultVisitDone',
    ]);
  });

  it('is what machines are told', () => {
    const { stages, moves, version } = describePathway();
    expect(version).toBe(1);
    expect(stages.map(({ id }) => id)).toEqual([...stageMetas.keys()]);
    expect(moves).toHaveLength(allMoves().length);
  });
});
