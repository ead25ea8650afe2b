import type { Deadline, DeadlineKind } from './deadline-kinds.ts';
import type { EventType } from './events.ts';
import type { CaseFacts } from './facts.ts';

/** An event that makes something true, and what its form may fill in. */
type Step = { readonly event: EventType; readonly fill?: Readonly<Record<string, string>> };

type StepOf = (ref: string, facts: CaseFacts) => Step | null;

const always =
  (event: EventType, field?: string): StepOf =>
  ref =>
    field ? { event, fill: { [field]: ref } } : { event };
const nothing: StepOf = () => null;

function ofStay(id: string, { stays }: CaseFacts): Step {
  const isOut = stays.some(stay => stay.id === id && stay.status === 'begun');
  return isOut ? { event: 'trialStay.returned' } : { event: 'trialStay.begun', fill: { stayId: id } };
}

function ofEvaluation(id: string, { evaluations }: CaseFacts): Step {
  const isIn = evaluations.some(evaluation => evaluation.id === id && evaluation.status === 'admitted');
  return isIn ? { event: 'evaluation.recorded' } : { event: 'evaluation.admitted', fill: { evaluationId: id } };
}

function ofSkill(ref: string): Step {
  const [procedure = '', caregiver = ''] = ref.split('.');
  return { event: 'skill.assessed', fill: { procedure, caregiver } };
}

/** What somebody records so that a deadline is kept; a kind that is missing here does not compile. */
const steps: Readonly<Record<DeadlineKind, StepOf>> = {
  'lapse.consent': always('consent.recorded'),
  'lapse.skill': ofSkill,
  'lapse.entitlement': always('entitlement.updated', 'kind'),
  'lapse.order': always('order.issued'),
  'begin.consent': nothing,
  holdRecheck: always('hold.removed', 'holdId'),
  actionItem: always('actionItem.closed', 'actionItemId'),
  conference: always('conference.held', 'conferenceId'),
  trialStay: ofStay,
  visit: always('visit.recorded', 'visitId'),
  evaluation: ofEvaluation,
  rescreen: always('factors.recorded'),
  discharge: always('discharge.done'),
  outpatient: always('followUp.evaluated'),
  followUp: always('followUp.evaluated', 'point'),
  adult12: always('adult.opened'),
  adult15: always('adult.opened'),
  dueAhead: nothing,
};

/** The event with which an open deadline of a case is kept; null: it asks for nothing. */
export const stepOfDeadline = ({ kind, ref }: Deadline, facts: CaseFacts): Step | null => steps[kind](ref, facts);
