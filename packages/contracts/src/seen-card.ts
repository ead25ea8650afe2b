import { z } from 'zod';
import type { Card } from './card.ts';

/** A card as somebody saw it, in codes and days: what changed since is told by these, and nothing in it names a child. */
export const seenCard = z.strictObject({
  stage: z.string(),
  due: z.string().nullable(),
  next: z.string().nullable(),
  /** Organisation (empty: none) and role, `h1|doctor`. */
  turn: z.string().nullable(),
  /** Codes, joined by commas. */
  holds: z.string(),
  done: z.int(),
});
export type SeenCard = z.infer<typeof seenCard>;

type Shown = Pick<Card, 'stage' | 'next' | 'holds' | 'cond'> & {
  readonly due?: { readonly on: string } | undefined;
  readonly turn?: { readonly org: string | null; readonly role: string } | undefined;
};

export const seenOf = ({ stage, due, next, turn, holds, cond }: Shown): SeenCard => ({
  stage,
  due: due?.on ?? null,
  next,
  turn: turn ? `${turn.org ?? ''}|${turn.role}` : null,
  holds: holds.map(({ code }) => code).join(','),
  done: cond.done,
});
