import type { CaseFacts, Day } from '@kaerimichi/discharge';
import type { FactName, FeeRule } from '@kaerimichi/rules';
import type { Known } from './claim-facts.ts';

/** What a house has notified to the regional bureau (施設基準の届出), in force from a day on. */
export type HouseStandards = {
  readonly fromOn: Day;
  /** Fees whose facility standard is notified, by id. */
  readonly notified: readonly string[];
  /** Consultation by video (情報通信機器を用いた診療). */
  readonly video: boolean;
  /** Whether stays are claimed under DPC, where the accounts of a case do not say otherwise. */
  readonly dpc: boolean;
};

/** Facts that the accounts record, of the house or of the case; what they do not say is not said to be otherwise. */
export const accountFactNames = [
  'admittedOn',
  'wardFee',
  'enteredWardOn',
  'nicuFeeThisStay',
  'dpc',
  'claimedSameStay',
  'claimedSameMonth',
  'claimedSameDay',
] as const satisfies readonly FactName[];

const nicu: readonly string[] = ['A302', 'A302-2', 'A303-2'];

/**
 * What the accounts of a case and the notifications of its house say on the day of a fee's act.
 *
 * @param on the day of the act, or of asking where none is recorded
 */
export function accountFacts(
  facts: CaseFacts,
  { rule, on, house }: { readonly rule: FeeRule; readonly on: Day; readonly house: readonly HouseStandards[] },
): Known {
  const account = facts.account?.round === facts.round ? facts.account : undefined;
  const standards = house.filter(({ fromOn }) => fromOn <= on).sort((a, b) => (a.fromOn < b.fromOn ? 1 : -1))[0];
  return {
    ...wardOf(account, on),
    ...claimsOf(account, on),
    ...(standards && notifiedOf(standards, rule)),
    ...(account?.dpc !== undefined && { dpc: [account.dpc, 'recorded'] }),
  };
}

type Account = CaseFacts['account'];

function wardOf(account: Account, on: Day): Known {
  const wards = account?.wards ?? [];
  const ward = wards.findLast(({ from }) => from <= on);
  if (!ward) return {};
  const hasNicu = wards.some(({ wardFee }) => nicu.includes(wardFee));
  // That none was claimed follows only from a list that begins with the stay.
  const isWhole = account?.admittedOn !== undefined && (wards[0]?.from ?? on) <= account.admittedOn;
  return {
    wardFee: [ward.wardFee, 'recorded'],
    enteredWardOn: [ward.from, 'recorded'],
    nicuFeeThisStay: [hasNicu || (isWhole ? false : undefined), 'recorded'],
  };
}

/** That something was not claimed follows only from a list that is whole up to that day. */
function claimsOf(account: Account, on: Day): Known {
  if (account?.claimsUntil === undefined || account.claimsUntil < on) return {};
  if (account.admittedOn !== undefined && on < account.admittedOn) return {};
  const codes = (isMeant: (day: Day) => boolean) => [
    ...new Set((account.claims ?? []).filter(({ claimedOn }) => isMeant(claimedOn)).map(({ fee }) => fee)),
  ];
  return {
    claimedSameStay: [codes(day => account.admittedOn === undefined || day >= account.admittedOn), 'recorded'],
    // What was claimed before the stay, or by a related institution, the accounts of the stay do not say.
    claimedSameMonth: [codes(day => day.slice(0, 7) === on.slice(0, 7)), 'read'],
    claimedSameDay: [codes(day => day === on), 'read'],
  };
}

const notifiedOf = ({ notified, video, dpc }: HouseStandards, { id }: FeeRule): Known => ({
  notified: [notified.includes(id), 'house'],
  notifiedVideo: [video, 'house'],
  dpc: [dpc, 'house'],
});
