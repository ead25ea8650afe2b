import type { CaseFacts } from './facts.ts';
import type { Stamp } from './stamp.ts';
import type { Day, RoleId } from './vocabulary.ts';
import type { Words } from './words.ts';

/** What shows it: an entry, and the day of it; `until` where it lasted some days. */
export type Evidence = { seq?: number; recordId?: string; on?: Day; until?: Day };

/** Answer of a requirement: met or not, with what shows it and what its sentence needs. */
export type Check = {
  readonly ok: boolean;
  readonly evidence?: Evidence;
  readonly params?: Record<string, unknown>;
  /** Day on which it was made true, where the evidence shows other days; of what is open: the day on which it came up. */
  readonly since?: Day | undefined;
  /** A sentence that fits better than the requirement's own. */
  readonly text?: Words;
  /** Where another event than the requirement's own fixes it now, and what its form may fill in. */
  readonly fix?: { readonly event: string; readonly fill?: Readonly<Record<string, string>> };
};

/** Whose turn it is; `org` null when no organisation of the network is meant yet. */
export type Turn = { readonly org: string | null; readonly role: RoleId; readonly since: Day };

/**
 * A condition of a move: the predicate that enforces it, the sentence that explains it, the event that fixes it and
 * whose turn it is, in one place, so that button text and machine cannot disagree.
 */
export type Requirement = {
  /** Reads as something done: 「議事録を承認した」. */
  readonly text: Words;
  /** The same as something to do, for whoever's turn it is: 「議事録を承認する」. */
  readonly todo: Words;
  /** `safety` needs two waivers: a head nurse and the attending doctor. */
  readonly waivable: 'no' | 'yes' | 'safety';
  /** Whether an organisation may do without it by its rule set: not what law, safety or a fee asks. */
  readonly isChoice?: true;
  /** Type of the event whose form fixes it. */
  readonly fix: string;
  readonly turn: RoleId;
  /** Whose turn it is when it is not the lead's. */
  readonly turnOf?: (facts: CaseFacts) => Turn | null;
  readonly isMet: (facts: CaseFacts, on: Day) => Check;
};

export type RequirementTable = Readonly<Record<string, Requirement>>;

type Shown = { readonly seq?: number | undefined; readonly on?: Day | undefined };

export const met = (stamp?: Shown, params?: Record<string, unknown>): Check => ({
  ok: true,
  ...(stamp?.seq === undefined ? {} : { evidence: { seq: stamp.seq, ...(stamp.on ? { on: stamp.on } : {}) } }),
  ...(params ? { params } : {}),
});

export const unmet = (params?: Record<string, unknown>): Check => (params ? { ok: false, params } : { ok: false });

/** The latest of some days, as far as there are any. */
export const latestDay = (days: readonly (Day | undefined)[]): Day | undefined =>
  days
    .flatMap(day => day ?? [])
    .sort()
    .at(-1);

/** The stamp recorded last: by day, on one day by number. */
export const latestOf = <Item extends Stamp>(items: readonly Item[]): Item | undefined =>
  [...items].sort((a, b) => a.on.localeCompare(b.on) || a.seq - b.seq).at(-1);

/** Met when the fact was recorded in the current round. */
export function recordedThisRound(facts: CaseFacts, fact: Stamp | undefined): Check {
  return fact && fact.round === facts.round ? met(fact) : unmet();
}

/** Items of the current round. */
export function ofThisRound<Item extends { round: number }>(facts: CaseFacts, items: readonly Item[]): Item[] {
  return items.filter(item => item.round === facts.round);
}

/** The plan of the current round; one from before a readmission or a reopening says nothing about this discharge. */
export function planOf(facts: CaseFacts): CaseFacts['plan'] {
  return facts.plan?.round === facts.round ? facts.plan : undefined;
}

/** Tracks are measured against the plan: without one, nothing can be said about them. */
export const withoutPlan: Check = {
  ok: false,
  params: {},
  text: { ja: '退院支援計画書がまだありません', en: 'There is no discharge plan yet' },
  fix: { event: 'plan.written' },
};

/** The plan is there and says nothing of what this child needs at home: an empty list is not a finished one. */
export const notInPlan = (ja: string, en: string): Check => ({
  ok: false,
  params: {},
  text: { ja: `退院支援計画書に${ja}がまだありません`, en: `The discharge plan names no ${en} yet` },
  fix: { event: 'plan.written' },
});
