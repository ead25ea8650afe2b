import { type CaseAccess, type SeenCard, showCard, type Viewer } from '@kaerimichi/access';
import type { FullCard } from '@kaerimichi/discharge';

export type BoardCard = { readonly card: FullCard; readonly access: CaseAccess };
type Digest = (versions: Iterable<readonly [string, number]>) => number;

export type BoardPulse = { at: string; count: number; digest: number };

/** Count and digest of everything an organisation has on its board. */
export function pulseOf(versions: readonly (readonly [string, number])[], at: string, digest: Digest): BoardPulse {
  return { at, count: versions.length, digest: digest(versions) };
}

/** Cards that are newer than what a client has, and cases it has that are no longer on its board. */
export function boardDifference(
  entries: readonly BoardCard[],
  client: { readonly have: Readonly<Record<string, number>>; readonly viewer: Viewer },
  now: { at: string; on: string; digest: Digest },
): { changed: SeenCard[]; removed: string[]; pulse: BoardPulse } {
  const known = new Map(Object.entries(client.have));
  const newer = entries.filter(({ card }) => (known.get(card.id) ?? 0) < card.version);
  const here = new Set(entries.map(({ card }) => card.id));
  return {
    changed: newer.flatMap(({ card, access }) => showCard(card, access, client.viewer, now.on) ?? []),
    removed: [...known.keys()].filter(id => !here.has(id)),
    pulse: pulseOf(
      entries.map(({ card }) => [card.id, card.version] as const),
      now.at,
      now.digest,
    ),
  };
}
