import type { CaseFacts, Day, HandoffSection, MeasureId, ReadinessItem, ReadinessLevel } from '@kaerimichi/discharge';
import type { By } from '../preparation/preparation-seen.ts';

type Evaluation = CaseFacts['evaluations'][number];
type Text = string | null;

/** A value as it was written, when and by whom. */
export type ValueSeen = { readonly value: string; readonly on: Day; readonly by: By };

/** What the hospital's value is beside that of home; `differs`: not two numbers. */
export type Difference = { readonly is: 'same' | 'differs' } | { readonly is: 'higher' | 'lower'; readonly by: number };

export type MeasureSeen = {
  readonly measure: MeasureId;
  readonly home: ValueSeen | null;
  readonly hospital: ValueSeen | null;
  /** null: one of the two is not there. */
  readonly difference: Difference | null;
};

export type FatigueSeen = {
  readonly where: 'atHome' | 'inHospital';
  readonly level: number;
  readonly on: Day;
  readonly by: By;
  readonly note: Text;
};

export type EvaluationSeen = Pick<Evaluation, 'id' | 'ordinal' | 'status'> & {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly bed: number | null;
  readonly waitingSince: Day | null;
  readonly purposes: readonly string[];
  readonly care: Text;
  readonly wishes: Text;
  readonly note: Text;
  readonly visit: {
    readonly on: Day;
    readonly by: By;
    readonly means: string;
    readonly findings: string;
    readonly bring: Text;
  } | null;
  readonly values: readonly MeasureSeen[];
  readonly fatigue: readonly FatigueSeen[];
  readonly result: {
    readonly on: Day;
    readonly by: By;
    readonly changesCare: boolean;
    readonly result: string;
    readonly changes: Text;
    readonly touches: readonly HandoffSection[];
    readonly goesTo: Text;
  } | null;
};

/** One day of one bed: `own` is this child's; another case is named to whoever sees it as its own house. */
export type BedDaySeen = { readonly on: Day; readonly is: 'free' | 'own' | 'taken'; readonly caseNo: string | null };

export type BedsSeen = {
  readonly house: string;
  /** null: the house has not said how many it has. */
  readonly count: number | null;
  readonly beds: readonly { readonly no: number; readonly days: readonly BedDaySeen[] }[];
  /** Longest waiting first. */
  readonly waiting: readonly {
    readonly caseNo: string | null;
    readonly isOwn: boolean;
    readonly since: Day;
    readonly from: Day | null;
    readonly to: Day | null;
  }[];
  readonly mayKeep: boolean;
};

export type EvaluationsSeen = {
  readonly admissions: readonly EvaluationSeen[];
  /** Handoffs that say what the result changes, and were not sent again since. */
  readonly stale: readonly {
    readonly id: string;
    readonly org: string | null;
    readonly sections: readonly HandoffSection[];
  }[];
  readonly planIsOld: boolean;
  /** null: told to the house that leads alone. */
  readonly beds: BedsSeen | null;
};

export type Voice = 'young' | 'family' | 'team';

export type ReadinessSeen = {
  readonly item: ReadinessItem;
  readonly answers: Readonly<Record<Voice, ReadinessLevel | null>>;
  /** Who sees most and who least, where they are far apart. */
  readonly gap: { readonly most: readonly Voice[]; readonly least: readonly Voice[] } | null;
};

export type AdultServiceSeen = {
  readonly service: string;
  readonly state: string;
  readonly on: Day | null;
  readonly counterpart: Text;
  readonly note: Text;
  readonly visits: readonly Day[];
};

export type AdultSeen = {
  readonly level: string;
  readonly openedOn: Day | null;
  /** Completed years; null where the birth date is not told. */
  readonly age: number | null;
  readonly readiness: readonly ReadinessSeen[];
  readonly said: readonly { readonly voice: Voice; readonly on: Day; readonly by: By; readonly note: string }[];
  readonly services: readonly AdultServiceSeen[];
  readonly clinics: readonly {
    readonly service: string;
    readonly on: Day;
    readonly isHeld: boolean;
    readonly note: Text;
    readonly by: By;
  }[];
  /** null: nothing is recorded, or not told. */
  readonly decision: { readonly way: string; readonly on: Day; readonly supporters: Text; readonly note: Text } | null;
  readonly signed: { readonly on: Day; readonly reason: Text } | null;
  readonly ended: { readonly how: string; readonly on: Day } | null;
  readonly closing: { readonly mapped: boolean; readonly visited: boolean };
};

export type FamilyAnswerSeen = {
  readonly on: Day;
  readonly by: By;
  readonly sleepHours: number;
  readonly fatigue: number;
  readonly unplannedVisits: number;
  readonly wantsCall: boolean;
  readonly going: Text;
  readonly worry: Text;
};

export type FollowUpPointSeen = {
  readonly point: string;
  readonly dueOn: Day | null;
  readonly done:
    | ({ readonly on: Day; readonly by: By | null } & {
        readonly [Name in 'condition' | 'equipment' | 'services' | 'siblings' | 'note']: Text;
      })
    | null;
  /** Newest first; null: the family's situation is not told. */
  readonly family: readonly FamilyAnswerSeen[] | null;
};

export type FollowUpSeen = {
  readonly dischargedOn: Day | null;
  /** The month that a family is asked about now, on its page. */
  readonly asked: string | null;
  readonly points: readonly FollowUpPointSeen[];
  readonly readmissions: readonly {
    readonly seq: number;
    readonly on: Day;
    readonly planned: boolean;
    readonly cause: Text;
    readonly review: {
      readonly on: Day;
      readonly by: By;
      readonly avoidable: Text;
      readonly course: Text;
      readonly nextTime: Text;
      readonly note: Text;
    } | null;
  }[];
  /** After a death alone. */
  readonly grief: {
    readonly since: Day;
    readonly contacts: readonly { readonly seq: number; readonly on: Day; readonly by: By; readonly note: Text }[];
    readonly closedOn: Day | null;
  } | null;
};

/** What comes after the way home; a part is null for whoever is not told of it. */
export type AftercareSeen = {
  readonly evaluation: EvaluationsSeen | null;
  readonly adult: AdultSeen | null;
  readonly followUp: FollowUpSeen | null;
};
