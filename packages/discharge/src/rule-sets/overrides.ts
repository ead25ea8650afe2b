import { z } from 'zod';
import type { CaseEvent } from '../event.ts';
import { waiverRole } from '../everywhere/may-waive.ts';
import { areEnough, requirements } from '../requirements.ts';
import type { CaseRules, WaiverRole } from './case-rules.ts';
import { ENOUGH_TO_PROPOSE, type RuleChange, ruleChanges } from './rule-changes.ts';

/** An exception as one person made it: behind which move it stands, and the rules that the case then had. */
export type WaiverMade = {
  readonly caseId: string;
  readonly stage: string;
  /** Seq of the last move before it: what it was made for. */
  readonly entry: number;
  readonly event: CaseEvent;
  readonly rules: CaseRules | null;
};

type Grant = {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly person: string;
  readonly as: WaiverRole;
};

/** A condition that was passed over for one child: one exception, also where two people had to make it. */
export type Override = {
  readonly caseId: string;
  readonly stage: string;
  readonly requirement: string;
  readonly ground: 'individual' | 'disaster';
  /** Instant of the last word that was given. */
  readonly at: string;
  /** Version of the rule set that was in force for the case; null: the program's own values. */
  readonly version: number | null;
  /** Nobody else has to agree. */
  readonly isWhole: boolean;
  /** One of each role. */
  readonly grants: readonly Grant[];
};

const waiverBody = z.object({ requirementId: z.string(), ground: z.enum(['individual', 'disaster']).optional() });

/** The exceptions that were made, the newest first. What a correction took back is not handed in. */
export function overridesOf(made: readonly WaiverMade[]): Override[] {
  const inOrder = [...made].sort((a, b) => a.event.at.localeCompare(b.event.at) || a.event.seq - b.event.seq);
  const together = inGroups(
    inOrder,
    ({ caseId, entry, event }) => `${caseId} ${entry} ${waiverBody.safeParse(event.body).data?.requirementId}`,
  );
  return [...together.values()].flatMap(toOverride).sort((a, b) => b.at.localeCompare(a.at));
}

function inGroups<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function toOverride(made: readonly WaiverMade[]): Override[] {
  const last = made.at(-1);
  const body = waiverBody.safeParse(last?.event.body).data;
  if (!last || !body) return [];
  const { caseId, stage, rules, event } = last;
  const grants = grantsOf(made);
  const isOfDisaster = made.some(one => waiverBody.safeParse(one.event.body).data?.ground === 'disaster');
  return [
    {
      ...{ caseId, stage, grants },
      requirement: body.requirementId,
      ground: isOfDisaster ? 'disaster' : 'individual',
      at: event.at,
      version: rules?.version ?? null,
      // A condition that the pathway no longer knows was asked of one person, as far as anybody can say.
      isWhole: areEnough(grants, requirements.get(body.requirementId) ?? { waivable: 'yes' }, rules),
    },
  ];
}

/** Of each role the last, as the facts of a case keep it: saying it again adds no exception. */
function grantsOf(made: readonly WaiverMade[]): Grant[] {
  const given = new Map<WaiverRole, Grant>();
  for (const { event } of made) {
    const { seq, at, by } = event;
    const as = waiverRole(by) ?? 'headNurse';
    given.set(as, { seq, at, by: by.membership, person: by.person, as });
  }
  return [...given.values()];
}

/** Since when exceptions of a condition say something about the rules: they are in force since then, or it was decided to leave them. */
export type Since = (requirement: string) => string;

/**
 * Conditions that were passed over so often under the rules as they are that the rules are looked at, the most frequent
 * first. What a disaster asked for says nothing about the rules of every day.
 */
export function toReconsider(
  overrides: readonly Override[],
  since: Since,
): { readonly requirement: string; readonly overrides: readonly Override[] }[] {
  const counted = overrides.filter(
    ({ requirement, ground, isWhole, at }) =>
      isWhole && ground === 'individual' && requirements.has(requirement) && at > since(requirement),
  );
  return [...inGroups(counted, ({ requirement }) => requirement)]
    .map(([requirement, those]) => ({ requirement, overrides: those }))
    .filter(({ overrides: those }) => those.length >= ENOUGH_TO_PROPOSE)
    .sort((a, b) => b.overrides.length - a.overrides.length);
}

/** By which numbers of a rule set a condition is judged. */
const judgedByNumbers: readonly string[] = ['trainingReady'];

export function changesFor(id: string): RuleChange[] {
  const requirement = requirements.get(id);
  if (!requirement) return [];
  return ruleChanges.filter(change => {
    if (change === 'off') return requirement.isChoice === true;
    return change === 'approvers' ? requirement.waivable === 'yes' : judgedByNumbers.includes(id);
  });
}
