import type { CaseEvent, Words } from '@kaerimichi/discharge';
import { correctionsIn, eventsByType, type OutlinedEvent } from '@kaerimichi/discharge/chart';
import type { HistoryEntry } from './casework.ts';
import { HIDDEN, type Reader, typeFor } from './entry-kind.ts';

/** A correction that waits for a second person has corrected nothing. */
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
    label: proposals.has(event.seq) ? proposedLabel : labelOf(event, reader),
    corrected: taken.has(event.seq),
    proposed: proposerOf(event),
  });
}

/** What happened, in words; the lead is told some of it in its own. */
export function labelOf({ type }: CaseEvent, { viewer, facts }: Reader): Words {
  const { told = { ja: type, en: type }, toldLead } = eventsByType.get(type) ?? {};
  return (viewer.org === facts.lead && toldLead) || told;
}
