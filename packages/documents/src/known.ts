import type { CaseEvent, CaseFacts, Category, Day, Words } from '@kaerimichi/discharge';

/** An entry of the history with its texts, as far as whoever prints may read them. */
export type Entry = {
  readonly event: Pick<CaseEvent, 'seq' | 'type' | 'on' | 'occurredOn' | 'by' | 'body'>;
  readonly texts: Readonly<Record<string, string>>;
  /** What its history calls it. */
  readonly told: Words;
};

export type KnownChild = {
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly familyKana: string | null;
  readonly givenKana: string | null;
  readonly sex: string;
  readonly hospitalNumber: string | null;
  readonly municipality: string | null;
};

/** Something that is to be done before the child goes home. */
export type ToDo = {
  readonly what: string;
  readonly owner: string | null;
  readonly dueOn: Day | null;
  readonly isDone: boolean;
};

type Names = Readonly<Record<string, string>>;

/** What is known of a case to whoever prints: nothing else can stand on a paper. */
export type Known = {
  readonly no: string;
  /** Number of the newest entry. */
  readonly version: number;
  readonly on: Day;
  /** Whether a category is read whole; what is of another is left out, and the paper says so. */
  readonly reads: (category: Category) => boolean;
  readonly child: KnownChild | null;
  readonly facts: Partial<CaseFacts>;
  /** Oldest first. */
  readonly entries: readonly Entry[];
  /** By id: of organisations, people and memberships that facts and entries name. */
  readonly orgs: Names;
  readonly telephones: Names;
  readonly people: Names;
  readonly members: Names;
  /** What was written of each action item, by id. */
  readonly itemTexts: Names;
  readonly conditions: readonly ToDo[];
  readonly checks: readonly ToDo[];
};

/** Entries that documents read. */
export const readTypes = [
  'adult.serviceMapped',
  'birth.recorded',
  'candidate.answered',
  'child.named',
  'condition.assessed',
  'conference.held',
  'conference.noted',
  'conference.planned',
  'contacts.recorded',
  'device.chosen',
  'discharge.done',
  'discharge.ordered',
  'drill.held',
  'entitlement.updated',
  'evaluation.recorded',
  'factors.recorded',
  'handoff.composed',
  'home.checked',
  'inHouseConference.held',
  'interview.completed',
  'interview.held',
  'medication.transcribed',
  'minutes.approved',
  'minutes.drafted',
  'minutes.supplemented',
  'order.issued',
  'plan.explained',
  'plan.handedOver',
  'plan.written',
  'readiness.answered',
  'skill.assessed',
  'trialStay.noted',
  'trialStay.permitted',
  'trialStay.planned',
  'trialStay.returned',
  'weight.recorded',
  'wish.recorded',
] as const;
export type ReadType = (typeof readTypes)[number];
