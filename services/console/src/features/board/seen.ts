import type { Card } from '@kaerimichi/contracts';

/** What a person last saw of a case: codes and days only, nothing that names a child. */
export type SeenCase = {
  readonly v: number;
  readonly stage: string;
  readonly due: string | null;
  readonly next: string | null;
  readonly turn: string | null;
  readonly holds: string;
  readonly done: number;
};
export type Seen = { readonly since: string | null; readonly cases: Readonly<Record<string, SeenCase>> };

export const nothingSeen: Seen = { since: null, cases: {} };

export type Difference = { readonly kind: 'new' | 'stage' | 'due' | 'next' | 'turn' | 'holds' | 'done' | 'other' } & {
  readonly before?: string | number | null;
  readonly after?: string | number | null;
};

export const seenOf = (card: Card): SeenCase => ({
  v: card.version,
  stage: card.stage,
  due: card.due?.on ?? null,
  next: card.next,
  turn: card.turn ? `${card.turn.org ?? ''}|${card.turn.role}` : null,
  holds: card.holds.map(({ code }) => code).join(','),
  done: card.cond.done,
});

const compared = ['stage', 'due', 'next', 'turn', 'holds', 'done'] as const;

/** What is different on a card since it was last seen; empty when nothing is. */
export function differencesOf(card: Card, seen: SeenCase | undefined): Difference[] {
  if (!seen) return [{ kind: 'new' }];
  if (card.version <= seen.v) return [];
  const now = seenOf(card);
  const found = compared.flatMap(kind =>
    now[kind] === seen[kind] ? [] : [{ kind, before: seen[kind], after: now[kind] }],
  );
  return found.length > 0 ? found : [{ kind: 'other' }];
}

/** Notes cards as seen; cases no longer on the board are forgotten, so that the note does not grow for ever. */
export function noteSeen(seen: Seen, cards: Iterable<Card>, known: ReadonlyMap<string, Card>): Seen {
  const kept = Object.entries(seen.cases).filter(([id]) => known.has(id));
  const noted = [...cards].map(card => [card.id, seenOf(card)] as const);
  return { ...seen, cases: Object.fromEntries([...kept, ...noted]) };
}

/** The first visit ever: everything counts as seen. */
export function firstVisit(cards: ReadonlyMap<string, Card>, now: string): Seen {
  return noteSeen({ since: now, cases: {} }, cards.values(), cards);
}
