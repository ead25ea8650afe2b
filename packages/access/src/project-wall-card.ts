import type { Category, Day, FullCard, WallLevel } from '@kaerimichi/discharge';
import { agesOf, dueFor, numberOnly, type SeenCard } from './project-card.ts';
import { romanInitials } from './roman-initials.ts';
import type { CaseAccess } from './viewer.ts';

/** What falls on a day and is no secret of a child: a visit, a meeting, the day of going home. */
const namedOnWalls: readonly string[] = ['visit', 'conference', 'discharge'];

/**
 * A card for a wall that everybody walks past (people.md: case number, stage, due), fitted to the level of the display.
 * Never whose turn it is, what comes next or what care is needed; of a child whose contacts the organisation is not
 * shared never a name, on whatever level. Written by hand, so that nothing new leaks by itself.
 */
export function projectWallCard(
  card: FullCard,
  row: CaseAccess,
  { level, on }: { readonly level: WallLevel; readonly on: Day },
): SeenCard {
  const shares = (category: Category) =>
    row.class === 'full' || (row.class === 'partner' && row.categories.includes(category));
  const isNamed = namedOnWalls.includes(card.due?.kind ?? '');
  return {
    ...numberOnly(card),
    ...(isNamed ? dueFor(card.due, shares) : {}),
    ...(shares('contacts') ? whoAt(level, card, on) : {}),
  };
}

function whoAt(
  level: WallLevel,
  card: FullCard,
  on: Day,
): Pick<SeenCard, 'name' | 'unnamed' | 'initial' | 'age' | 'corrAge'> {
  if (level === 'name') return { ...(card.name && { name: card.name }), ...(card.unnamed && { unnamed: true }) };
  if (level === 'number') return {};
  const initial = romanInitials(card.kana);
  return { ...(initial && { initial }), ...agesOf(card, on) };
}
