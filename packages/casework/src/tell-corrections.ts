import type { CaseEvent, Words } from '@kaerimichi/discharge';
import { correctionsIn, eventsByType, type OutlinedEvent } from '@kaerimichi/discharge/chart';
import type { HistoryEntry } from './casework.ts';
import { HIDDEN, type Reader, typeFor } from './entry-kind.ts';

const proposedLabel: Words = { ja: '記録の訂正を提案した', en: 'Correction of an entry proposed' };

type Told = Pick<HistoryEntry, 'label' | 'corrected' | 'proposed'>;

/** What a history says of an entry and its correction; `outline`: of the whole history. */
export function tellCorrections(outline: readonly OutlinedEvent[], reader: Reader): (event: CaseEvent) => Told {
  const { taken, proposals } = correctionsIn(outline);
  const proposers = new Map([...proposals.values()].map(({ seq, by }) => [seq, by]));
  const proposerOf = (event: CaseEvent) => {
    const by = proposers.get(event.seq);
    // A correction that a reader is not told of names nobody either.
    if (!by || taken.has(event.seq) || typeFor({ ...event, type: 'entry.corrected', by }, reader) === HIDDEN)
      return null;
    const { membership, person, org, role } = by;
    return { membership, person, org, role };
  };
  return event => ({
    label: labelOf(event, proposals.has(event.seq)),
    corrected: taken.has(event.seq),
    proposed: proposerOf(event),
  });
}

/** A correction that waits for a second person has corrected nothing. */
const labelOf = ({ type }: CaseEvent, isProposal: boolean): Words =>
  isProposal ? proposedLabel : (eventsByType.get(type)?.told ?? { ja: type, en: type });
