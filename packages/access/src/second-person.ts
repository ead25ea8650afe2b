import { addDays, type OrganisationKind, tokyoDay } from '@kaerimichi/discharge';
import { mayFound } from './commands.ts';
import { holdsOn, isOver, type MembershipPeriod } from './membership-period.ts';
import type { Viewer } from './viewer.ts';

/** Organisations of these kinds see across the network: the number of every case, or counts of all. */
const acrossTheNetwork: readonly OrganisationKind[] = ['hub', 'prefecture'];

/** Whether founding such an organisation takes two people. */
export const foundingTakesTwo = (kind: OrganisationKind): boolean => acrossTheNetwork.includes(kind);

type Given = Pick<Viewer, 'role' | 'flags'>;

/** Whether giving a membership takes two people: one that sees across the network, or that may found and confirm itself. */
export const givingTakesTwo = (given: Given): boolean =>
  given.role === 'coordinator' || given.role === 'prefecture' || mayFound(given);

/** Whether a change of a membership gives it what takes two people and what it had not, or had no more on this day. */
export const changeTakesTwo = (before: Given & MembershipPeriod, after: Given, on: string): boolean =>
  givingTakesTwo(after) && (!givingTakesTwo(before) || before.role !== after.role || isOver(before, on));

/** Whether somebody may confirm, or turn down, what another person proposed. */
export const mayConfirm = (viewer: Pick<Viewer, 'person' | 'role' | 'flags'>, proposer: string): boolean =>
  mayFound(viewer) && viewer.person !== proposer;

/**
 * One founder can shut the others out, or sign in as one of them with a slip, in a minute. Nothing comes of it for so
 * many days, in which whoever cannot sign in any more finds out and asks.
 */
export const WATCHED_DAYS = 7;
const WATCHED_MS = WATCHED_DAYS * 86_400_000;

const watchedUntil = (at: string): string => new Date(Date.parse(at) + WATCHED_MS).toISOString();
const isWatched = (at: string | null, now: string): boolean => at !== null && watchedUntil(at) > now;

/** Whether a membership is one that may found on a day, or ended so late that it is watched. */
const foundsUntilLately = (held: Given & MembershipPeriod, on: string): boolean =>
  mayFound(held) && holdsOn({ ...held, untilOn: held.untilOn && addDays(held.untilOn, WATCHED_DAYS) }, on);

/** Whether a change takes the right to found away from a membership that has it, or has had it lately. */
export const standsDown = (before: Given & MembershipPeriod, after: Given & MembershipPeriod, on: string): boolean =>
  foundsUntilLately(before, on) && !(mayFound(after) && holdsOn(after, on));

/** Another person who founds or has founded: `stoodDownAt` and `disabledAt` are when that was taken away. */
export type OtherFounder = Given &
  MembershipPeriod & {
    readonly person: string;
    readonly stoodDownAt: string | null;
    readonly disabledAt: string | null;
  };

/** Whether somebody may not act alone because of this other person, who may confirm, or might have lately. */
export function keepsFromActingAlone(other: OtherFounder, proposer: string, now: string): boolean {
  if (other.person === proposer) return false;
  if (other.disabledAt !== null && !isWatched(other.disabledAt, now)) return false;
  return isWatched(other.stoodDownAt, now) || foundsUntilLately(other, tokyoDay(now));
}

/**
 * Through whose hands a password went: whoever gave the slip with which it was chosen, whoever gave that person theirs
 * shortly before, and so on. `givenAt`: when the first of these slips was given; null: there was none.
 */
export type PasswordHands = {
  readonly person: string;
  readonly givers: readonly string[];
  readonly givenAt: string | null;
};

/** `ofConfirmer`: the proposer gave the slip; `ofProposer`: the confirmer did; `ofBoth`: a third person gave both. */
export type ConfirmingLock = { readonly why: 'ofConfirmer' | 'ofProposer' | 'ofBoth'; readonly until: string };

/** Until when proposer and confirmer may be one who used a slip of the other, or of both; null: nothing says so. */
export function confirmingLock(proposer: PasswordHands, confirmer: PasswordHands, now: string): ConfirmingLock | null {
  const isShared = proposer.givers.some(giver => confirmer.givers.includes(giver));
  const earlier = [proposer.givenAt, confirmer.givenAt].flatMap(at => at ?? []).sort()[0] ?? null;
  const found = [
    { why: 'ofConfirmer' as const, at: confirmer.givers.includes(proposer.person) ? confirmer.givenAt : null },
    { why: 'ofProposer' as const, at: proposer.givers.includes(confirmer.person) ? proposer.givenAt : null },
    { why: 'ofBoth' as const, at: isShared ? earlier : null },
  ];
  const locks = found.flatMap(({ why, at }) => (at && isWatched(at, now) ? [{ why, until: watchedUntil(at) }] : []));
  return locks.sort((one, other) => other.until.localeCompare(one.until))[0] ?? null;
}
