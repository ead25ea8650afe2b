import type { OrganisationKind } from '@kaerimichi/discharge';
import { mayFound } from './commands.ts';
import { isOver, type MembershipPeriod } from './membership-period.ts';
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
