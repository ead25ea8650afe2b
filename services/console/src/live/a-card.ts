import type { Card } from '@kaerimichi/contracts';

/** A card for tests. */
export function aCard(id: string, version: number, over: Partial<Card> = {}): Card {
  return {
    id,
    no: `K-${id}`,
    stage: 'preparing',
    column: 'preparation',
    phase: 'P1',
    tracks: {},
    needs: [],
    holds: [],
    cond: { done: 0, all: 1 },
    next: null,
    owners: [],
    flags: [],
    lead: 'h1',
    version,
    ...over,
  };
}
