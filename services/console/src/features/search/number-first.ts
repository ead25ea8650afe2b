import type { Card } from '@kaerimichi/contracts';

/** A number is said without what it begins with: whose number is meant stands first, then those that end in it; else as they came. */
export function numberFirst<Found extends Pick<Card, 'no'>>(cards: readonly Found[], text: string): readonly Found[] {
  if (!/^\d+$/.test(text)) return cards;
  const rank = ({ no }: Found) => (Number(no.replace(/\D/g, '')) === Number(text) ? 2 : no.endsWith(text) ? 1 : 0);
  return [...cards].sort((a, b) => rank(b) - rank(a));
}
