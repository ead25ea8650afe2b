import type { Card } from '@kaerimichi/contracts';

/** Versions that this person's own events made. */
export type OwnWrites = {
  readonly note: (caseId: string, version: number) => void;
  readonly made: (card: Card) => boolean;
  /** The version that somebody who had seen one knows of by now, having made the next ones themselves. */
  readonly seenUpTo: (caseId: string, version: number) => number;
};

export function createOwnWrites(): OwnWrites {
  const versions = new Map<string, Set<number>>();
  return {
    note: (caseId, version) => void versions.set(caseId, (versions.get(caseId) ?? new Set()).add(version)),
    seenUpTo(caseId, version) {
      const own = versions.get(caseId);
      let seen = version;
      while (own?.has(seen + 1)) seen++;
      return seen;
    },
    made: card => versions.get(card.id)?.has(card.version) ?? false,
  };
}
