import type { CaseFee } from '@kaerimichi/contracts';

type Side = CaseFee['side'];
type Status = CaseFee['status'];

const sides: readonly Side[] = ['hospital', 'homeCare', 'station'];
const statuses: readonly Status[] = ['met', 'needsReview', 'missing', 'lost', 'bundled'];

/** Fees by who would claim them, within each first what is nearest to being claimed: of two alike what lacks less. */
export function feesBySide<Fee extends Pick<CaseFee, 'side' | 'status' | 'conditions'>>(
  fees: readonly Fee[],
): { readonly side: Side; readonly fees: readonly Fee[] }[] {
  return sides
    .map(side => ({
      side,
      fees: fees
        .filter(fee => fee.side === side)
        .sort((a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status) || lackOf(a) - lackOf(b)),
    }))
    .filter(group => group.fees.length > 0);
}

/** How many of the conditions stand. */
export const metOf = ({ conditions }: Pick<CaseFee, 'conditions'>): number =>
  conditions.filter(({ ok }) => ok === true).length;

const lackOf = (fee: Pick<CaseFee, 'conditions'>): number => fee.conditions.length - metOf(fee);
