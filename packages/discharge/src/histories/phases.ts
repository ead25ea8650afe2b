import { criticalSections } from '../handoff/section-list.ts';
import type { ScriptEvent } from './script.ts';

/** What is recorded in a stage and the move that leads on, in the order in which a usual case goes home. */
export type Phase = { readonly stage: string; readonly facts: readonly ScriptEvent[]; readonly forward: ScriptEvent };

const at =
  (day: number) =>
  (by: string, type: string, body: ScriptEvent['body'] = {}): ScriptEvent => ({ day, by, type, body });

export const consent = (consentId: string, body: ScriptEvent['body']) => ({
  consentId,
  categories: ['contacts', 'clinical', 'skills', 'plan'],
  purpose: 'care',
  givers: [{ relation: 'mother', authority: 'parental' }],
  method: 'paper',
  ...body,
});

export const planBody = {
  destination: 'home',
  homeNursing: true,
  school: true,
  needs: ['tracheostomy', 'suction', 'ventilator'],
  procedures: [
    { procedure: 'suctionTracheal', caregivers: 2 },
    { procedure: 'resuscitation', caregivers: 1 },
  ],
  roles: ['visitingNurse', 'homePhysician'],
  devices: [{ kind: 'ventilator', electric: true }],
  entitlements: ['chronicChildhoodDisease', 'dailyEquipment'],
};

export const registered = at(0)('dsn', 'case.registered', {
  lead: 'org-kodomo',
  bornOn: '@-120',
  gestationWeeks: 38,
  needs: ['tracheostomy'],
  origin: 'ward',
  reason: '退院に向けて',
});

const screening: Phase = {
  stage: 'screening',
  facts: [at(1)('dsn', 'factors.recorded', { factors: ['medicalProcedures'] })],
  forward: at(1)('dsn', 'screening.completed'),
};

const familyInterview: Phase = {
  stage: 'familyInterview',
  facts: [
    at(4)('dsn', 'interview.held', { outcome: 'held', childPresent: true }),
    at(4)('dsn', 'wish.recorded', { wish: 'home' }),
    at(4)('dsn', 'consent.recorded', consent('c-hospital', { scope: 'hospital', from: '@4' })),
  ],
  forward: at(5)('dsn', 'interview.completed'),
};

const planning: Phase = {
  stage: 'planning',
  facts: [
    at(6)('dsn', 'inHouseConference.held', { attended: ['attendingDoctor', 'dischargeNurse', 'wardNurse'] }),
    at(6)('dsn', 'plan.written', planBody),
    at(7)('dsn', 'plan.explained'),
    at(7)('dsn', 'plan.handedOver'),
  ],
  forward: at(8)('dsn', 'preparation.begun'),
};

export const stayAtHome = (stayId: string, day: number, result: string): ScriptEvent[] => [
  at(day)('dsn', 'trialStay.planned', {
    stayId,
    stayKind: 'home',
    from: `@${day + 2}`,
    to: `@${day + 3}`,
    stationVisits: false,
  }),
  at(day)('doctor', 'trialStay.permitted', { stayId }),
  at(day + 2)('dsn', 'trialStay.begun', { stayId }),
  at(day + 3)('dsn', 'trialStay.returned', { result }),
];

/** Alone, as two nurses saw it on one day. */
const seenAlone = (day: number, procedure: string, caregiver: string): ScriptEvent[] =>
  ['ward', 'dsn'].map(by => at(day)(by, 'skill.assessed', { procedure, caregiver, level: 4 }));

/** Everything that the four tracks and the contacts ask for. */
export const preparation: readonly ScriptEvent[] = [
  at(10)('dsn', 'candidate.asked', { candidateId: 't-station', function: 'visitingNurse', organisation: 'org-nozomi' }),
  at(10)('dsn', 'candidate.asked', {
    candidateId: 't-clinic',
    function: 'homePhysician',
    organisation: 'org-hidamari',
  }),
  at(11)('dsn', 'consent.recorded', consent('c-station', { scope: 'recipient', recipient: 'org-nozomi', from: '@11' })),
  at(11)(
    'dsn',
    'consent.recorded',
    consent('c-clinic', { scope: 'recipient', recipient: 'org-hidamari', from: '@11' }),
  ),
  at(12)('hvn', 'candidate.answered', { candidateId: 't-station', answer: 'accepted' }),
  at(13)('dsn', 'candidate.answered', { candidateId: 't-clinic', answer: 'accepted' }),
  ...seenAlone(20, 'suctionTracheal', 'mother'),
  ...seenAlone(20, 'suctionTracheal', 'father'),
  ...seenAlone(20, 'resuscitation', 'mother'),
  at(22)('dsn', 'device.chosen', {
    deviceId: 'd-vent',
    kind: 'ventilator',
    electric: true,
    atHome: true,
    consumables: true,
    vendorPhone24h: true,
  }),
  at(23)('dsn', 'home.checked', { home: true, power: true, powerPlan: true }),
  at(24)('dsn', 'entitlement.updated', { kind: 'chronicChildhoodDisease', state: 'applied', owner: 'm-dsn' }),
  at(24)('dsn', 'entitlement.updated', { kind: 'dailyEquipment', state: 'notNeeded' }),
  at(25)('dsn', 'contacts.recorded', { when: 'emergencyRoute', contact: '救急' }),
  at(25)('dsn', 'contacts.recorded', { when: 'day', contact: '支援室' }),
  at(25)('dsn', 'contacts.recorded', { when: 'night', contact: '当直' }),
];

const preparing: Phase = {
  stage: 'preparing',
  facts: [...preparation, ...stayAtHome('s1', 26, 'succeeded')],
  forward: at(30)('dsn', 'conference.convened'),
};

const jointConference: Phase = {
  stage: 'jointConference',
  facts: [
    at(30)('dsn', 'conference.planned', { conferenceId: 'k1', conferenceKind: 'joint', plannedOn: '@33' }),
    at(33)('dsn', 'conference.held', {
      conferenceId: 'k1',
      attended: ['attendingDoctor', 'dischargeNurse', 'visitingNurse', 'homePhysician', 'family'],
      actionItems: [{ id: 'a1', owner: 'm-dsn', dueOn: '@40' }],
      dischargeOn: '@42',
    }),
    at(34)('dsn', 'minutes.drafted', { conferenceId: 'k1', minutes: '役割を確認した。' }),
    at(35)('doctor', 'minutes.approved', { conferenceId: 'k1' }),
  ],
  forward: at(36)('dsn', 'preparation.closed'),
};

const readyForDischarge: Phase = {
  stage: 'readyForDischarge',
  facts: [
    at(37)('dsn', 'handoff.composed', { handoffId: 'h1', recipient: 'org-nozomi', content: '九つの節' }),
    at(37)('dsn', 'handoff.sent', { handoffId: 'h1' }),
    at(37)('hvn', 'handoff.opened', { handoffId: 'h1' }),
    ...criticalSections.map(section => at(38)('hvn', 'handoff.sectionConfirmed', { handoffId: 'h1', section })),
    at(39)('hvn', 'handoff.accepted', { handoffId: 'h1', withConditions: false, firstVisitOn: '@43' }),
    at(39)('doctor', 'order.issued', { from: '@40', until: '@200' }),
    at(39)('doctor', 'condition.assessed', { stable: true }),
    at(40)('ward', 'medication.transcribed'),
    at(40)('dsn', 'outpatient.dated', { visitOn: '@56' }),
    at(40)('dsn', 'municipality.informed'),
    at(40)('dsn', 'school.informed'),
    at(41)('doctor', 'discharge.ordered'),
  ],
  forward: at(42)('dsn', 'discharge.done', { destination: 'home' }),
};

const discharged: Phase = { stage: 'discharged', facts: [], forward: at(43)('hvn', 'firstVisit.begun') };

const visitId = 'first-h1';
const firstVisit: Phase = {
  stage: 'firstVisit',
  facts: [
    at(43)('hvn', 'visit.recorded', { visitId, side: 'station', differences: 1, findings: '固定水の量' }),
    at(43)('dsn', 'visit.recorded', { visitId, side: 'hospital', differences: 0, findings: '変わりなし' }),
    at(43)('dsn', 'difference.resolved', { visitId, resolved: 1 }),
    at(43)('hvn', 'visit.signed', { visitId, side: 'station' }),
    at(44)('dsn', 'visit.signed', { visitId, side: 'hospital' }),
  ],
  forward: at(44)('dsn', 'firstVisit.closed'),
};

const followUp: Phase = {
  stage: 'followUp',
  facts: [
    at(49)('dsn', 'followUp.evaluated', { point: 'early' }),
    at(72)('dsn', 'followUp.evaluated', { point: 'month1' }),
    at(133)('dsn', 'followUp.evaluated', { point: 'month3' }),
    at(222)('dsn', 'followUp.evaluated', { point: 'month6' }),
  ],
  forward: at(223)('dsn', 'followUp.closed'),
};

const stableAtHome: Phase = {
  stage: 'stableAtHome',
  facts: [at(224)('dsn', 'actionItem.closed', { actionItemId: 'a1' })],
  forward: at(230)('dsn', 'case.completed'),
};

export const phases: readonly Phase[] = [
  screening,
  familyInterview,
  planning,
  preparing,
  jointConference,
  readyForDischarge,
  discharged,
  firstVisit,
  followUp,
  stableAtHome,
];
