import type { CaseFacts } from '@kaerimichi/discharge';
import type { Written } from '../written.ts';
import type { StaySeen } from './preparation-seen.ts';

/** Entries that trial stays are told from. */
export const stayTypes = ['trialStay.planned', 'trialStay.returned', 'trialStay.noted'] as const;

/** The trial stays of a case, the newest first: as planned, as they were, and the diary that was written meanwhile. */
export const staysOf = ({ stays }: CaseFacts, entries: readonly Written[]): StaySeen[] =>
  stays.map(stay => stayOf(stay, entries)).sort((a, b) => b.ordinal - a.ordinal);

function stayOf(stay: CaseFacts['stays'][number], entries: readonly Written[]): StaySeen {
  const { id, ordinal, kind, from, to, stationVisits, permitted, status, result = null, endedSeq } = stay;
  const own = entries.filter(({ event }) => event.body.stayId === id);
  const planned = own.findLast(({ event, texts }) => event.type === 'trialStay.planned' && texts.note);
  const returned = entries.find(({ event }) => event.type === 'trialStay.returned' && event.seq === endedSeq);
  return {
    ...{ id, ordinal, kind, from, to, stationVisits, permitted, status, result },
    plan: planned?.texts.note ?? null,
    problems: returned?.texts.problems ?? null,
    diary: own.flatMap(({ event, texts }) =>
      event.type === 'trialStay.noted'
        ? [
            {
              seq: event.seq,
              at: event.at,
              by: { person: event.by.person, role: event.by.role },
              isProblem: event.body.isProblem === true,
              diary: texts.diary ?? '',
            },
          ]
        : [],
    ),
  };
}
