import type { CaseView } from '@kaerimichi/contracts';
import { type TeamFunction, teamFunctions } from '@kaerimichi/discharge';
import { itemsOf } from '../form/items-of.ts';

/** Somebody who can be asked to a conference: a part of the team, and the organisation that has it. */
export type SeatChoice = {
  readonly key: string;
  readonly function: TeamFunction;
  /** null: the family. */
  readonly org: string | null;
};

const ownParts = ['attendingDoctor', 'dischargeNurse', 'wardNurse'] as const;
/** Without them there is no joint guidance, or nothing is decided. */
const requiredParts: readonly TeamFunction[] = ['attendingDoctor', 'dischargeNurse', 'visitingNurse', 'family'];

const keyOf = (part: TeamFunction, org: string | null) => `${part}@${org ?? ''}`;

const isPart = (value: unknown): value is TeamFunction => teamFunctions.some(part => part === value);

/** The house that leads, everybody of the team who accepted, and the family. */
export function seatChoices(view: Pick<CaseView, 'facts' | 'card'>): SeatChoice[] {
  const choice = (part: TeamFunction, org: string | null): SeatChoice => ({
    key: keyOf(part, org),
    function: part,
    org,
  });
  const own = ownParts.map(part => choice(part, view.card.lead));
  const team = itemsOf(view, 'team').flatMap(entry =>
    entry.state === 'accepted' && typeof entry.org === 'string' && isPart(entry.function)
      ? [choice(entry.function, entry.org)]
      : [],
  );
  const all = [...own, ...team, choice('family', null)];
  return all.filter(({ key }, at) => all.findIndex(other => other.key === key) === at);
}

export const isUsuallyRequired = ({ function: part }: SeatChoice): boolean => requiredParts.includes(part);

/** Parts that come from outside the network, by a link without an account. */
export const guestParts: readonly TeamFunction[] = teamFunctions.filter(
  part => part !== 'family' && part !== 'child' && !ownParts.some(own => own === part),
);
