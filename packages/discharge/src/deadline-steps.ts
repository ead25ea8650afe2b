import type { Deadline, DeadlineKind } from './deadline-kinds.ts';
import type { EventType } from './events.ts';
import type { CaseFacts } from './facts.ts';
import type { Words } from './words.ts';

/** An event that makes something true, what its form may fill in, and the same in words as something to do. */
type Step = {
  readonly event: EventType;
  readonly fill?: Readonly<Record<string, string>>;
  readonly todo: Words;
};

type StepOf = (ref: string, facts: CaseFacts) => Step | null;

const w = (ja: string, en: string): Words => ({ ja, en });
const always =
  (todo: Words, event: EventType, field?: string): StepOf =>
  ref =>
    field ? { event, fill: { [field]: ref }, todo } : { event, todo };
const nothing: StepOf = () => null;

const goOut = w('試験外泊に出る', 'Leave for the trial stay');
const comeBack = w('試験外泊から戻ったことを記録する', 'Record the return from the trial stay');
function ofStay(id: string, { stays }: CaseFacts): Step {
  const isOut = stays.some(stay => stay.id === id && stay.status === 'begun');
  return isOut
    ? { event: 'trialStay.returned', todo: comeBack }
    : { event: 'trialStay.begun', fill: { stayId: id }, todo: goOut };
}

const admit = w('評価入院をはじめる', 'Admit the child for evaluation');
const evaluate = w('評価入院の結果を記録する', 'Record the result of the evaluation');
function ofEvaluation(id: string, { evaluations }: CaseFacts): Step {
  const isIn = evaluations.some(evaluation => evaluation.id === id && evaluation.status === 'admitted');
  return isIn
    ? { event: 'evaluation.recorded', todo: evaluate }
    : { event: 'evaluation.admitted', fill: { evaluationId: id }, todo: admit };
}

function ofSkill(ref: string): Step {
  const [procedure = '', caregiver = '', deviceModel] = ref.split('.');
  return {
    event: 'skill.assessed',
    fill: { procedure, caregiver, ...(deviceModel ? { deviceModel } : {}) },
    todo: w('手技を確かめなおす', 'Check the care skill again'),
  };
}

const service = w('機器の点検をして次の日を決める', 'Service the device and date the next time');
function ofService(deviceId: string, { devices }: CaseFacts): Step {
  const device = devices.find(({ id }) => id === deviceId);
  return { event: 'device.chosen', fill: { deviceId, ...(device ? { kind: device.kind } : {}) }, todo: service };
}

const points: Readonly<Record<string, Words>> = {
  month1: w('1か月の評価をする', 'Make the evaluation of month 1'),
  month3: w('3か月の評価をする', 'Make the evaluation of month 3'),
  month6: w('6か月の評価をする', 'Make the evaluation of month 6'),
};
const followUp = w('退院後の評価をする', 'Make the follow-up evaluation');
const openAdult = w('成人移行をはじめる', 'Open the transition to adult care');

/** The forward move of each stage, as `meta.forward` of the chart has it; the chart itself asks for deadlines. */
export const forwardOf: Readonly<Record<string, EventType>> = {
  screening: 'screening.completed',
  familyInterview: 'interview.completed',
  planning: 'preparation.begun',
  preparing: 'conference.convened',
  trialStay: 'trialStay.returned',
  jointConference: 'preparation.closed',
  readyForDischarge: 'discharge.done',
  discharged: 'firstVisit.begun',
  firstVisit: 'firstVisit.closed',
  followUp: 'followUp.closed',
  stableAtHome: 'case.completed',
  evaluationAdmission: 'evaluation.closed',
  readmission: 'readmission.ended',
};
const goOn = w('次の段階へ進める', 'Move on to the next stage');
function ofStage(_ref: string, { entry }: CaseFacts): Step | null {
  const event = forwardOf[entry.stage];
  return event ? { event, todo: goOn } : null;
}

/** What somebody records so that a deadline is kept; a kind that is missing here does not compile. */
const steps: Readonly<Record<DeadlineKind, StepOf>> = {
  'lapse.consent': always(w('切れる同意をとりなおす', 'Renew the consent that ends'), 'consent.recorded'),
  'lapse.skill': ofSkill,
  'lapse.entitlement': always(w('制度の更新を手続きする', 'Renew the entitlement'), 'entitlement.updated', 'kind'),
  'lapse.order': always(w('次の訪問看護指示書を交付する', 'Issue the next home nursing order'), 'order.issued'),
  deviceService: ofService,
  'begin.consent': nothing,
  holdRecheck: always(w('止まっている理由を確かめる', 'Recheck the hold'), 'hold.removed', 'holdId'),
  actionItem: always(w('宿題を終える', 'Close the action item'), 'actionItem.closed', 'actionItemId'),
  conference: always(w('会議を開く', 'Hold the conference'), 'conference.held', 'conferenceId'),
  trialStay: ofStay,
  visit: always(w('訪問して記録する', 'Make the visit and record it'), 'visit.recorded', 'visitId'),
  evaluation: ofEvaluation,
  rescreen: always(w('退院困難な要因を見直す', 'Screen the discharge barriers again'), 'factors.recorded'),
  discharge: always(w('退院の手続きをする', 'Discharge the child'), 'discharge.done'),
  outpatient: always(w('初回外来のあとの評価をする', 'Make the evaluation of the first visit'), 'followUp.evaluated'),
  followUp: point => ({ event: 'followUp.evaluated', fill: { point }, todo: points[point] ?? followUp }),
  stage: ofStage,
  adult12: always(w('成人移行の準備を考える', 'Think about the transition to adult care'), 'adult.opened'),
  adult15: always(openAdult, 'adult.opened'),
  dueAhead: nothing,
  remind: nothing,
  escalate: nothing,
  answerRemind: nothing,
  answerEscalate: nothing,
  bedDay: nothing,
  bedWait: nothing,
};

/** The event with which an open deadline of a case is kept; null: it asks for nothing. */
export const stepOfDeadline = ({ kind, ref }: Deadline, facts: CaseFacts): Step | null => steps[kind](ref, facts);
