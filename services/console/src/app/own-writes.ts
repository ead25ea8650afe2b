import type { Card } from '@kaerimichi/contracts';

/** Versions that this person's own events made. */
export type OwnWrites = {
  readonly note: (caseId: string, version: number) => void;
  readonly made: (card: Card) => boolean;
};

export function createOwnWrites(): OwnWrites {
  const versions = new Map<string, Set<number>>();
  return {
    note: (caseId, version) => void versions.set(caseId, (versions.get(caseId) ?? new Set()).add(version)),
    made: card => versions.get(card.id)?.has(card.version) ?? false,
  };
}
