import type { BoardDifference, Card, Change } from '@kaerimichi/contracts';

/**
 * The cards a board holds, and at which version a card was taken away. One map by case id; whatever order messages,
 * answers and synchronisations come in, the newest version wins.
 */
export type HeldCards = {
  readonly cards: ReadonlyMap<string, Card>;
  readonly gone: ReadonlyMap<string, number>;
};

export const noCards: HeldCards = { cards: new Map(), gone: new Map() };

type News = { readonly caseId: string; readonly version: number; readonly card: Card | null };

const knownVersion = (held: HeldCards, caseId: string) =>
  held.cards.get(caseId)?.version ?? held.gone.get(caseId) ?? -1;

/** Puts in what is newer and leaves the rest; the same object when nothing was. */
export function applyNews(held: HeldCards, news: readonly News[]): HeldCards {
  const cards = new Map(held.cards);
  const gone = new Map(held.gone);
  let isChanged = false;
  for (const { caseId, version, card } of news) {
    const known = knownVersion({ cards, gone }, caseId);
    // A card taken away at the version shown is gone: the server said so after it sent the card.
    const isNews = card ? version > known : version >= known && cards.has(caseId);
    const isWarning = !card && version > known; // A removal that overtook the card it removes.
    if (!isNews && !isWarning) continue;
    isChanged = true;
    if (card) {
      cards.set(caseId, card);
      gone.delete(caseId);
    } else {
      cards.delete(caseId);
      gone.set(caseId, version);
    }
  }
  return isChanged ? { cards, gone } : held;
}

export const applyChanges = (held: HeldCards, changes: readonly Change[]): HeldCards => applyNews(held, changes);

const asNews = (card: Card): News => ({ caseId: card.id, version: card.version, card });

/** A whole board as answered: cards it lacks go, unless a message brought a newer one meanwhile (`since` the request). */
export function applyBoard(held: HeldCards, board: readonly Card[], since: HeldCards): HeldCards {
  const listed = new Set(board.map(card => card.id));
  const dropped = [...held.cards.values()].filter(
    card => !listed.has(card.id) && since.cards.get(card.id)?.version === card.version,
  );
  const away = dropped.map(card => ({ caseId: card.id, version: card.version, card: null }));
  return applyNews(held, [...board.map(asNews), ...away]);
}

/** The answer to `board.sync {have}`: a removal counts only for the version that was asked about. */
export function applyDifference(
  held: HeldCards,
  difference: BoardDifference,
  have: Readonly<Record<string, number>>,
): HeldCards {
  const away = difference.removed.flatMap(caseId => {
    const version = held.cards.get(caseId)?.version;
    return version !== undefined && version === have[caseId] ? [{ caseId, version, card: null }] : [];
  });
  return applyNews(held, [...difference.changed.map(asNews), ...away]);
}

/** What is compared with the pulse: active cases only, as the server counts them. */
export function activeVersions(held: HeldCards): [string, number][] {
  return [...held.cards.values()].filter(card => card.column !== 'closed').map(card => [card.id, card.version]);
}
