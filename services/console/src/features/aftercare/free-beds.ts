import type { BedStrip } from '@kaerimichi/contracts';

type Wish = { readonly from: string; readonly to: string };

/** Beds that nobody else has on any day of a wish, as far as the strip shows it; what it does not show the server says. */
export const freeBeds = ({ beds }: BedStrip, { from, to }: Wish): number[] =>
  beds.filter(({ days }) => days.every(({ on, is }) => on < from || on > to || is !== 'taken')).map(({ no }) => no);
