import type { CaseFacts } from './facts.ts';
import { type Check, latestDay, type Requirement } from './requirement.ts';
import type { CaseRules } from './rule-sets/case-rules.ts';
import { isEarlierStage } from './stage-order.ts';
import { closedRequirements } from './stages/closed/requirements.ts';
import { dischargedRequirements } from './stages/discharged/requirements.ts';
import { evaluationRequirements } from './stages/evaluation-admission/requirements.ts';
import { familyInterviewRequirements } from './stages/family-interview/requirements.ts';
import { firstVisitRequirements } from './stages/first-visit/requirements.ts';
import { followUpRequirements } from './stages/follow-up/requirements.ts';
import { jointConferenceRequirements } from './stages/joint-conference/requirements.ts';
import { planningRequirements } from './stages/planning/requirements.ts';
import { preparingRequirements } from './stages/preparing/requirements.ts';
import { readmissionRequirements } from './stages/readmission/requirements.ts';
import { readyForDischargeRequirements } from './stages/ready-for-discharge/requirements.ts';
import { screeningRequirements } from './stages/screening/requirements.ts';
import { stableAtHomeRequirements } from './stages/stable-at-home/requirements.ts';
import { adultRequirements } from './tracks/adult/requirements.ts';
import { communityRequirements } from './tracks/community/requirements.ts';
import { entitlementRequirements } from './tracks/entitlements/requirements.ts';
import { equipmentRequirements } from './tracks/equipment/requirements.ts';
import { trainingRequirements } from './tracks/training/requirements.ts';
import type { Day } from './vocabulary.ts';

/** Recorded in the interview, and asked where a case is closed. */
const { hospitalConsentRecorded, ...familyInterview } = familyInterviewRequirements;

/**
 * Rows of the pathway's table in order; a requirement belongs to the last row that lists it, so that adoption into a
 * stage never takes for granted what a later move of the case still asks (a stay needs training, and so does discharge).
 */
const table = {
  screening: screeningRequirements,
  familyInterview,
  planning: planningRequirements,
  preparing: {
    communityCandidatesAsked: communityRequirements.communityCandidatesAsked,
    ...preparingRequirements,
  },
  jointConference: {
    ...jointConferenceRequirements,
    communityReady: communityRequirements.communityReady,
    ...entitlementRequirements,
  },
  readyForDischarge: { ...readyForDischargeRequirements, ...trainingRequirements, ...equipmentRequirements },
  discharged: dischargedRequirements,
  firstVisit: firstVisitRequirements,
  followUp: followUpRequirements,
  stableAtHome: { ...stableAtHomeRequirements, ...adultRequirements },
  evaluationAdmission: evaluationRequirements,
  readmission: readmissionRequirements,
  closed: { hospitalConsentRecorded, ...closedRequirements },
} as const;

type Table = typeof table;
export type RequirementId = { [Row in keyof Table]: keyof Table[Row] & string }[keyof Table];

type Entry = Requirement & { readonly id: RequirementId; readonly stage: keyof Table };

export const requirements: ReadonlyMap<string, Entry> = new Map(
  Object.entries(table).flatMap(([stage, rows]) =>
    // Object.entries widens the keys of a literal table.
    Object.entries(rows as Record<string, Requirement>).map(([id, row]): [string, Entry] => [
      id,
      { ...row, id: id as RequirementId, stage: stage as keyof Table },
    ]),
  ),
);

export type Standing = {
  readonly how: 'met' | 'waived' | 'beforeAdoption' | 'notAsked' | 'unmet';
  readonly check: Check;
};

// Facts never change, and a guard, its tracks, the card and the sentences all ask the same of them on the same day.
const known = new WeakMap<CaseFacts, { readonly on: Day; readonly standings: Map<string, Standing> }>();

/** How one requirement stands for a case on a day: met, waived for this entry of the stage, from before adoption, not asked by the rule set, or unmet. */
export function standingOf(id: string, facts: CaseFacts, on: Day): Standing {
  let today = known.get(facts);
  if (today?.on !== on) {
    today = { on, standings: new Map() };
    known.set(facts, today);
  }
  const before = today.standings.get(id);
  if (before) return before;
  const standing = workOutStanding(id, facts, on);
  today.standings.set(id, standing);
  return standing;
}

function workOutStanding(id: string, facts: CaseFacts, on: Day): Standing {
  const requirement = requirements.get(id);
  if (!requirement) throw new Error(`unknown requirement ${id}`);
  if (facts.adopted && isEarlierStage(requirement.stage, facts.adopted.stage))
    return { how: 'beforeAdoption', check: { ok: true, evidence: { seq: facts.adopted.seq, on: facts.adopted.on } } };
  const check = requirement.isMet(facts, on);
  if (check.ok) return { how: 'met', check };
  if (requirement.isChoice && facts.rules?.off?.includes(id)) return { how: 'notAsked', check };
  return { how: isWaived(requirement, facts) ? 'waived' : 'unmet', check };
}

/** Waivers of a requirement that count for this entry of the stage. */
export const waiversOf = (id: string, facts: CaseFacts) =>
  facts.waivers.filter(({ requirement, entry }) => requirement === id && entry === facts.entry.seq);

/** Whether a requirement is passed over only because this person said so: somebody else then makes the move. */
export const isWaivedOnlyBy = (person: string, { id, facts, on }: { id: string; facts: CaseFacts; on: Day }): boolean =>
  standingOf(id, facts, on).how === 'waived' && waiversOf(id, facts).every(waiver => waiver.person === person);

type Waiver = CaseFacts['waivers'][number];
type Granted = Pick<Waiver, 'as' | 'by' | 'person'>;

/** By how many it is waived: what one may waive takes two where the rule set says so. */
export const waivableIn = (
  { rules }: { readonly rules?: Pick<CaseRules, 'approvers'> | null | undefined },
  { waivable }: Pick<Requirement, 'waivable'>,
): Requirement['waivable'] => (waivable === 'yes' && rules?.approvers === 'both' ? 'safety' : waivable);

/** Whether exceptions that were made for one entry of a stage are enough, by the rules that the case then had. */
export const areEnough = (
  waivers: readonly Granted[],
  requirement: Pick<Requirement, 'waivable'>,
  rules: Pick<CaseRules, 'approvers'> | null | undefined,
): boolean => waivers.length > 0 && (waivableIn({ rules }, requirement) === 'yes' || stillWanted(waivers) === null);

/** A safety requirement needs the head nurse and the doctor, two people; others need one waiver. */
function isWaived(requirement: Entry, facts: CaseFacts): boolean {
  if (requirement.waivable === 'no') return false;
  const waivers = waiversOf(requirement.id, facts);
  if (areEnough(waivers, requirement, facts.rules)) return true;
  // What one person had granted before two were asked for stands.
  return requirement.waivable === 'yes' && waivers.some(({ seq }) => seq < (facts.rules?.seq ?? 0));
}

/** Who of the two that waive a safety requirement is still wanted; both said by one person are one of two. */
function stillWanted(waivers: readonly Granted[]): Waiver['as'] | null {
  const nurse = waivers.find(({ as }) => as === 'headNurse');
  const doctor = waivers.find(({ as }) => as === 'doctor');
  if (!nurse) return 'headNurse';
  return doctor && nurse.by !== doctor.by && nurse.person !== doctor.person ? null : 'doctor';
}

/** A safety requirement that one of two has waived for this entry of the stage: since when, and who is wanted yet. */
export function halfWaived(
  requirement: Pick<Requirement, 'waivable'> & { readonly id: string },
  facts: CaseFacts,
): { readonly on: Day; readonly wanted: Waiver['as'] } | null {
  const waivers = waivableIn(facts, requirement) === 'safety' ? waiversOf(requirement.id, facts) : [];
  const on = latestDay(waivers.map(waiver => waiver.on));
  const wanted = stillWanted(waivers);
  return on && wanted ? { on, wanted } : null;
}
