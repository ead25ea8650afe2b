import type { CaseFacts, Day, Words } from '@kaerimichi/discharge';
import {
  type Amount,
  type FactName,
  type FeeAnswer,
  type FeeCondition,
  type FeeFacts,
  type FeeRule,
  type FeeStatus,
  feeFactTypes,
  feeRules,
  type Mark,
  type RuleSetId,
  ruleSetIds,
  ruleSets,
} from '@kaerimichi/rules';
import { bothLanguages } from '../to-issues.ts';
import { accountFacts, type HouseStandards } from './account-facts.ts';
import { type Basis, type Claim, claimOf, claimWith } from './claim-facts.ts';
import { eventSupplying, isSaidBySilence } from './fact-supply.ts';

/** Who would claim a fee. */
type FeeSide = 'hospital' | 'homeCare' | 'station';

export type FeeConditionSeen = Pick<FeeCondition, 'code' | 'ok' | 'text'> & {
  readonly on: Day | null;
  /** What a person has to judge. */
  readonly review: Words | null;
  /** Facts that are missing; `event`: whose form supplies it, null: it is looked up outside the program. */
  readonly needs: readonly {
    readonly fact: FactName;
    readonly title: Words;
    readonly isFlag: boolean;
    readonly event: string | null;
  }[];
  /** How the facts it looked at are known, where it is not that the case says just this. */
  readonly basis: readonly { readonly title: Words; readonly how: Exclude<Basis, 'recorded'> }[];
};
export type FeeSeen = {
  readonly id: string;
  readonly title: Words;
  readonly side: FeeSide;
  readonly status: FeeStatus;
  readonly lostOn: Day | null;
  readonly amount: Amount | null;
  readonly conditions: readonly FeeConditionSeen[];
  readonly note: Words;
  readonly revision: { readonly name: string; readonly label: Words; readonly from: Day; readonly to: Day | null };
  /** The fact whose day picked the revision; null: the day of asking did. */
  readonly revisionBy: Words | null;
  readonly source: string;
  /** Of its sources the least sure. */
  readonly mark: Mark;
};

const sideOf = (id: string): FeeSide =>
  id.startsWith('station.') ? 'station' : id.startsWith('b004') ? 'homeCare' : 'hospital';

type Beside = {
  /** What somebody assumes, of no record. */
  readonly assumed?: FeeFacts | undefined;
  /** What the house that leads the case has notified, by day. */
  readonly house?: readonly HouseStandards[] | undefined;
};

/** Every fee that is in force, as the facts of a case and the accounts stand on a day. */
export function feesOf(facts: CaseFacts, on: Day, { assumed, house = [] }: Beside = {}): FeeSeen[] {
  const claim = claimOf(facts, assumed);
  return feeRules.flatMap(rule => {
    const day = claim.facts[rule.revisionBy as FactName];
    const known = { rule, on: typeof day === 'string' ? day : on, house };
    // Wards, claims and notifications are those of the leading hospital, and no other's.
    const whole = sideOf(rule.id) === 'hospital' ? claimWith(claim, accountFacts(facts, known)) : claim;
    return feeOf(rule, whole, on) ?? [];
  });
}

/** Fees of a hospital that ask for a notified standard: what a house says of itself. */
export const notifiableFees: readonly { readonly id: string; readonly title: Words }[] = feeRules
  .filter(({ id, factNames }) => sideOf(id) === 'hospital' && factNames.includes('notified'))
  .map(({ id, title }) => ({ id, title }));

function feeOf(rule: FeeRule, claim: Claim, on: Day): FeeSeen | null {
  const outcome = rule.ask({ ...claim.facts, on });
  if (!outcome.ok) return null;
  const { answer } = outcome;
  const set = setOf(answer.ruleSet);
  const conditions = answer.conditions.map(condition => conditionOf(condition, claim));
  const status = statusOf(answer, claim);
  const revised = claim.facts[rule.revisionBy as FactName] !== undefined;
  return {
    id: rule.id,
    title: rule.title,
    side: sideOf(rule.id),
    status,
    lostOn: status === 'lost' ? (answer.lostOn ?? null) : null,
    amount: answer.amount ?? null,
    conditions,
    note: answer.note,
    revision: { name: answer.ruleSet, ...ruleSets[set] },
    revisionBy: revised ? titleOf(rule.revisionBy as FactName) : null,
    source: answer.source,
    mark: leastSure(rule, set),
  };
}

const setOf = (name: string): RuleSetId => ruleSetIds.find(id => name.startsWith(id)) ?? 'R8';

const marksBySureness: readonly Mark[] = ['C', 'I', 'G'];
function leastSure({ sources }: FeeRule, set: RuleSetId): Mark {
  const marks = (sources[set] ?? []).map(({ mark }) => marksBySureness.indexOf(mark));
  return marksBySureness[Math.max(0, ...marks)] ?? 'G';
}

/** What would be lost because the case is silent about an act that no form of it records: that it was not done it does not say. */
const silent = (condition: FeeCondition, { facts }: Claim): readonly FactName[] =>
  isLosing(condition)
    ? condition.evidence.facts.filter(fact => facts[fact] === undefined && !isSaidBySilence(fact))
    : [];

const isLosing = ({ ok, evidence }: FeeCondition): boolean => ok === false && evidence.on !== undefined;

/**
 * What rests on something that the case only nearly says is for a person to judge: a fee is not called met by it, nor lost
 * by that alone. A day by which something was done at the latest cannot lose a fee either, nor can silence.
 */
function statusOf({ status, conditions }: FeeAnswer, claim: Claim): FeeStatus {
  const restsOn = ({ evidence }: FeeCondition, ...doubtful: readonly Basis[]) =>
    evidence.facts.some(fact => doubtful.includes(claim.basis[fact] ?? 'recorded'));
  if (status === 'met') return conditions.some(one => restsOn(one, 'read')) ? 'needsReview' : 'met';
  if (status !== 'lost') return status;
  const isDoubtful = (one: FeeCondition) => restsOn(one, 'read', 'atLatest') || silent(one, claim).length > 0;
  return conditions.filter(isLosing).every(isDoubtful) ? 'needsReview' : 'lost';
}

const wasItDone: Words = {
  ja: 'この日より前に行ったかを、記録から確かめてください',
  en: 'Check in the records whether it was done before this day',
};

function conditionOf(condition: FeeCondition, claim: Claim): FeeConditionSeen {
  const { code, ok, text, evidence, needs, review } = condition;
  const untold = silent(condition, claim);
  return {
    code,
    ok: untold.length > 0 ? 'unknown' : ok,
    text,
    on: evidence.on ?? null,
    review: review ?? (untold.length > 0 ? wasItDone : null),
    needs: [...needs, ...untold].map(fact => ({
      fact,
      title: titleOf(fact),
      isFlag: isFlag(fact),
      event: eventSupplying(fact),
    })),
    basis: evidence.facts.flatMap(fact => {
      const how = claim.basis[fact];
      return how && how !== 'recorded' ? [{ title: titleOf(fact), how }] : [];
    }),
  };
}

const typeOf = (fact: FactName) => feeFactTypes[fact].unwrap();
const isFlag = (fact: FactName): boolean => typeOf(fact).type === 'boolean';

const titles = new Map<FactName, Words>();
function titleOf(fact: FactName): Words {
  const known = titles.get(fact);
  if (known) return known;
  const words = bothLanguages(typeOf(fact).meta()?.title ?? fact);
  titles.set(fact, words);
  return words;
}
