import type { SeenCard } from './project-card.ts';

/** Bytes of a card as JSON (interface.md). Larger, and a board of 500 and its deltas grow by what the case shows anyway. */
export const CARD_BYTES = 600;

type Spare = 'tracks' | 'owners' | 'flags';
const trim = <Part extends Spare>(part: Part, less: (card: SeenCard) => SeenCard[Part]) => ({ part, less });

/**
 * What a heavy card leaves to the case, one after the other until it fits: tracks that are ready, all tracks, flags, the
 * lead among those who carry it (it stands in `lead`), all but the first of them, all. What a board filters by stays:
 * name, needs, holds, due date, turn and next step; who carries a case goes last of all.
 */
const trims = [
  trim('tracks', ({ tracks }) => Object.fromEntries(Object.entries(tracks).filter(([, state]) => state !== 'ready'))),
  trim('tracks', () => ({})),
  trim('flags', () => []),
  trim('owners', ({ owners, lead }) => owners.filter(org => org !== lead)),
  trim('owners', ({ owners }) => owners.slice(0, 1)),
  trim('owners', () => []),
];

export function fitCard(card: SeenCard): SeenCard {
  let fitted = card;
  let bytes = bytesOf(card);
  for (const { part, less } of trims) {
    if (bytes <= CARD_BYTES) break;
    const smaller = less(fitted);
    // Only the part is measured again: ids and codes are ASCII.
    bytes -= JSON.stringify(fitted[part]).length - JSON.stringify(smaller).length;
    fitted = { ...fitted, [part]: smaller };
  }
  return fitted;
}

/** UTF-8 bytes: a Japanese character takes three and stands as one in the text; only the name has any. */
function bytesOf(card: SeenCard): number {
  const wide = [...(card.name ?? '')].filter(letter => letter > '\u007f').length;
  return JSON.stringify(card).length + 2 * wide;
}
