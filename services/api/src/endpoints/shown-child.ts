import { cardAccess, projectCard, type Viewer } from '@kaerimichi/access';
import type { BoardEntry } from '@kaerimichi/casework';
import type { ShownChild } from '@kaerimichi/contracts';
import type { Day } from '@kaerimichi/discharge';

/** Which case, and whose as far as its card shows it to a viewer. */
export function shownChildOf(
  { card, access }: Pick<BoardEntry, 'card' | 'access'>,
  viewer: Viewer,
  on: Day,
): ShownChild {
  const own = cardAccess(access, viewer);
  const seen = own && projectCard(card, own, { on, org: viewer.org });
  return {
    caseId: card.id,
    no: card.no,
    ...(seen?.name ? { name: seen.name } : {}),
    ...(seen?.unnamed ? { unnamed: true } : {}),
    ...(seen?.initial ? { initial: seen.initial } : {}),
  };
}
