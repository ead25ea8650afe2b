import type { Step } from './story.ts';
import { electricOf, proceduresFor, type Walk } from './walk.ts';

const station = 'org-nozomi';

export const screening = ({ step }: Walk): Step[] => [
  step(0, 'dsn', 'referral.received', { source: 'ward' }),
  step(1, 'dsn', 'factors.recorded', { factors: ['medicalProcedures', 'caregivingInsufficient'] }),
  step(1, 'dsn', 'screening.completed'),
];
export const interview = ({ at, step }: Walk): Step[] => [
  step(4, 'dsn', 'interview.held', { outcome: 'held', childPresent: true, note: '家での暮らしの希望を聞いた。' }),
  step(4, 'dsn', 'wish.recorded', { wish: 'home' }),
  step(4, 'dsn', 'consent.recorded', {
    consentId: 'c-hospital',
    scope: 'hospital',
    categories: ['contacts', 'clinical', 'plan'],
    purpose: 'care',
    from: at(4),
    givers: [{ relation: 'mother', authority: 'parental' }],
    method: 'paper',
  }),
  step(5, 'dsn', 'interview.completed'),
];
export const planning = ({ needs, school, step }: Walk): Step[] => [
  step(6, 'dsn', 'inHouseConference.held', { attended: ['attendingDoctor', 'dischargeNurse', 'wardNurse'] }),
  step(6, 'dsn', 'plan.written', {
    destination: 'home',
    homeNursing: true,
    school,
    needs,
    procedures: proceduresFor(needs),
    roles: ['visitingNurse', 'homePhysician'],
    devices: electricOf(needs).map(kind => ({ kind, electric: true })),
    entitlements: ['chronicChildhoodDisease', 'dailyEquipment'],
    goal: '家族と家で過ごせるようにする。',
  }),
  step(7, 'dsn', 'plan.explained'),
  step(7, 'dsn', 'plan.handedOver'),
  step(8, 'dsn', 'preparation.begun'),
];
export const community = ({ step }: Walk): Step[] => [
  step(10, 'dsn', 'candidate.asked', { candidateId: 't-station', function: 'visitingNurse', organisation: station }),
  step(10, 'dsn', 'candidate.asked', {
    candidateId: 't-clinic',
    function: 'homePhysician',
    organisation: 'org-hidamari',
  }),
];
export const answers = ({ at, step }: Walk): Step[] => [
  sharing({ step, at }, 11, { consentId: 'c-station', recipient: station }),
  sharing({ step, at }, 11, { consentId: 'c-clinic', recipient: 'org-hidamari' }),
  sharing({ step, at }, 11, { consentId: 'c-hub', recipient: 'org-kyoten' }),
  step(12, 'hvn', 'candidate.answered', { candidateId: 't-station', answer: 'accepted' }),
  step(13, 'dsn', 'candidate.answered', { candidateId: 't-clinic', answer: 'accepted', note: '電話で返事があった。' }),
];
export const training = ({ needs, step }: Walk): Step[] =>
  proceduresFor(needs).flatMap(({ procedure, caregivers }) =>
    ['mother', 'father']
      .slice(0, caregivers)
      .map(caregiver => step(20, 'ward', 'skill.assessed', { procedure, caregiver, level: 4 })),
  );
export const equipment = ({ needs, step }: Walk): Step[] => [
  ...electricOf(needs).map(kind =>
    step(22, 'dsn', 'device.chosen', {
      deviceId: `d-${kind}`,
      kind,
      electric: true,
      atHome: true,
      consumables: true,
      vendorPhone24h: true,
    }),
  ),
  step(23, 'dsn', 'home.checked', { home: true, power: true, powerPlan: true }),
  step(24, 'dsn', 'entitlement.updated', { kind: 'chronicChildhoodDisease', state: 'applied', owner: 'dsn' }),
  step(24, 'dsn', 'entitlement.updated', { kind: 'dailyEquipment', state: 'notNeeded' }),
  step(25, 'dsn', 'contacts.recorded', { when: 'emergencyRoute', contact: '119のあと、こども医療センター救急へ' }),
  step(25, 'dsn', 'contacts.recorded', { when: 'day', contact: '退院支援室 内線(デモ)' }),
  step(25, 'dsn', 'contacts.recorded', { when: 'night', contact: '当直 内線(デモ)' }),
];
export const stay = ({ at, step }: Walk): Step[] => [
  step(26, 'dsn', 'trialStay.planned', {
    stayId: 's1',
    stayKind: 'home',
    from: at(28),
    to: at(29),
    stationVisits: false,
  }),
  step(26, 'doctor', 'trialStay.permitted', { stayId: 's1' }),
  step(28, 'dsn', 'trialStay.begun', { stayId: 's1' }),
  step(29, 'dsn', 'trialStay.returned', { result: 'succeeded' }),
];
export const convene = ({ step }: Walk): Step[] => [step(30, 'dsn', 'conference.convened')];
export const conference = ({ at, step }: Walk): Step[] => [
  step(30, 'dsn', 'conference.planned', { conferenceId: 'k1', conferenceKind: 'joint', plannedOn: at(33) }),
  step(33, 'dsn', 'conference.held', {
    conferenceId: 'k1',
    attended: ['attendingDoctor', 'dischargeNurse', 'visitingNurse', 'homePhysician', 'family'],
    actionItems: [{ id: 'a1', owner: 'dsn', dueOn: at(40) }],
    dischargeOn: at(42),
  }),
  step(34, 'dsn', 'minutes.drafted', { conferenceId: 'k1', minutes: '役割と緊急時の連絡順を確認した。' }),
];
export const close = ({ step }: Walk): Step[] => [
  step(35, 'doctor', 'minutes.approved', { conferenceId: 'k1' }),
  step(36, 'dsn', 'preparation.closed'),
];
export const handoff = ({ step }: Walk): Step[] => [
  step(37, 'dsn', 'handoff.composed', {
    handoffId: 'h1',
    recipient: station,
    content: '連絡先・いまの状態・呼吸・機器・栄養・薬・家族・緊急時・制度。',
  }),
  step(37, 'dsn', 'handoff.sent', { handoffId: 'h1' }),
  step(37, 'hvn', 'handoff.opened', { handoffId: 'h1' }),
];
export const acceptance = ({ at, step }: Walk): Step[] => [
  ...[2, 3, 6, 8].map(section => step(38, 'hvn', 'handoff.sectionConfirmed', { handoffId: 'h1', section })),
  step(39, 'hvn', 'handoff.accepted', { handoffId: 'h1', withConditions: false, firstVisitOn: at(43) }),
];
export const ready = ({ at, step }: Walk): Step[] => [
  step(39, 'doctor', 'order.issued', { from: at(40), until: at(200) }),
  step(39, 'doctor', 'condition.assessed', { stable: true }),
  step(40, 'ward', 'medication.transcribed'),
  step(40, 'dsn', 'outpatient.dated', { visitOn: at(56) }),
  step(40, 'dsn', 'municipality.informed'),
  step(40, 'dsn', 'school.informed'),
  step(40, 'dsn', 'actionItem.closed', { actionItemId: 'a1' }),
  step(41, 'doctor', 'discharge.ordered', {}),
];
export const discharge = ({ step }: Walk): Step[] => [step(42, 'dsn', 'discharge.done', { destination: 'home' })];
export const visit = ({ step }: Walk): Step[] => [
  step(43, 'hvn', 'firstVisit.begun'),
  step(43, 'hvn', 'visit.recorded', {
    visitId: 'first-h1',
    side: 'station',
    differences: 0,
    findings: '状態は落ち着いている。',
  }),
  step(43, 'dsn', 'visit.recorded', {
    visitId: 'first-h1',
    side: 'hospital',
    differences: 0,
    findings: '機器の設定は退院時のとおり。',
  }),
  step(43, 'hvn', 'visit.signed', { visitId: 'first-h1', side: 'station' }),
  step(44, 'dsn', 'visit.signed', { visitId: 'first-h1', side: 'hospital' }),
  step(44, 'dsn', 'firstVisit.closed'),
];
export const followUp = ({ step }: Walk): Step[] => [
  step(49, 'dsn', 'followUp.evaluated', { point: 'early' }),
  step(72, 'hvn', 'followUp.evaluated', { point: 'month1' }),
  step(133, 'dsn', 'followUp.evaluated', { point: 'month3' }),
  step(222, 'dsn', 'followUp.evaluated', { point: 'month6' }),
  step(223, 'dsn', 'followUp.closed'),
];

/** Consent to share with one organisation, given by the mother on paper. */
const sharing = (
  { at, step }: Pick<Walk, 'at' | 'step'>,
  days: number,
  to: { consentId: string; recipient: string },
): Step =>
  step(days, 'dsn', 'consent.recorded', {
    ...to,
    scope: 'recipient',
    categories: ['contacts', 'clinical', 'skills', 'plan', 'family', 'disaster'],
    purpose: 'care',
    from: at(days),
    givers: [{ relation: 'mother', authority: 'parental' }],
    method: 'paper',
  });
