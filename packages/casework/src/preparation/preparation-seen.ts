import type { CareNeed, CaseFacts, Day } from '@kaerimichi/discharge';

/** Who wrote something; named by the edge. */
export type By = { readonly person: string; readonly role: string };

export type AssessmentSeen = {
  readonly seq: number;
  readonly on: Day;
  readonly by: By;
  /** null: a self-rating alone. */
  readonly level: number | null;
  readonly selfRating: number | null;
  readonly device: string | null;
  readonly note: string | null;
  readonly media: string | null;
};

/** `alone` counts; `awaitsSecond` was seen once; `again` has lapsed or is on another device; `learning` is below 4. */
export type SkillStanding = 'alone' | 'awaitsSecond' | 'again' | 'learning';

export type SkillCellSeen = {
  readonly procedure: CaseFacts['skills'][number]['procedure'];
  readonly learner: string;
  readonly device: string | null;
  readonly level: number;
  readonly on: Day;
  readonly standing: SkillStanding;
  readonly until: Day | null;
  readonly otherModel: boolean;
  readonly self: { readonly rating: number; readonly on: Day } | null;
  /** Newest first. */
  readonly history: readonly AssessmentSeen[];
};

export type DrillSeen = {
  readonly seq: number;
  readonly on: Day;
  readonly drill: string;
  readonly learner: string;
  readonly withoutHelp: boolean;
  readonly by: By;
  readonly note: string | null;
};

export type SkillMatrixSeen = {
  readonly procedures: readonly {
    readonly id: SkillCellSeen['procedure'];
    readonly needed: number | null;
    readonly alone: number;
  }[];
  readonly learners: readonly { readonly id: string; readonly isOfFamily: boolean }[];
  readonly cells: readonly SkillCellSeen[];
  readonly drills: readonly DrillSeen[];
};

type Device = CaseFacts['devices'][number];
type Text = string | null;

export type DeviceSeen = Pick<
  Device,
  'id' | 'kind' | 'electric' | 'atHome' | 'consumables' | 'vendorPhone24h' | 'on'
> & {
  readonly [Name in 'model' | 'lot' | 'settings' | 'vendor' | 'phone24h' | 'spares' | 'note']: Text;
} & {
  readonly installedOn: Day | null;
  readonly nextServiceOn: Day | null;
  readonly batteryMinutes: number | null;
  readonly batteryOn: Day | null;
  readonly watts: number | null;
};

export type TriedSeen = {
  readonly trialNo: number;
  readonly kind: string;
  readonly on: Day;
  readonly by: By;
  readonly model: string;
  readonly fit: Text;
  readonly noise: Text;
  readonly weight: Text;
  readonly decision: string;
  readonly familySays: Text;
  readonly reason: Text;
};

export type DeviceListSeen = {
  readonly wanted: readonly { readonly kind: string; readonly isComplete: boolean }[];
  readonly devices: readonly DeviceSeen[];
  readonly tried: readonly TriedSeen[];
};

type Entitlement = CaseFacts['entitlements'][number];

export type EntitlementSeen = {
  readonly kind: Entitlement['kind'];
  readonly isWanted: boolean;
  readonly state: Entitlement['state'] | null;
  readonly isOver: boolean;
  readonly on: Day | null;
  readonly appliedOn: Day | null;
  readonly decidedOn: Day | null;
  readonly until: Day | null;
  readonly owner: string | null;
  readonly office: Text;
  readonly papers: Text;
  readonly note: Text;
};

type Stay = CaseFacts['stays'][number];

export type StaySeen = Pick<
  Stay,
  'id' | 'ordinal' | 'kind' | 'from' | 'to' | 'stationVisits' | 'permitted' | 'status'
> & {
  readonly result: NonNullable<Stay['result']> | null;
  readonly plan: Text;
  readonly problems: Text;
  readonly diary: readonly {
    readonly seq: number;
    readonly at: string;
    readonly by: By;
    readonly isProblem: boolean;
    readonly diary: string;
  }[];
};

/** What is prepared before a child goes home; a part is null for whoever does not read its category whole. */
export type PreparationSeen = {
  readonly needs: readonly CareNeed[];
  readonly skills: SkillMatrixSeen | null;
  readonly devices: DeviceListSeen | null;
  readonly entitlements: readonly EntitlementSeen[] | null;
  readonly stays: readonly StaySeen[] | null;
  readonly can: readonly string[];
};
