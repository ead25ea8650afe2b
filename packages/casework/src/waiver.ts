import { eventDefinitions, outsideChart } from '@kaerimichi/discharge/chart';
import { accepted, type Outcome, refused } from './outcome.ts';
import type { AccessLog, LoadedCase, SignedIn } from './ports.ts';

/** What would have moved the case; an undo is no way on. */
const moves = eventDefinitions
  .filter(({ kind, type }) => kind === 'move' && !(outsideChart as readonly string[]).includes(type))
  .map(({ type }) => type);

/** A waiver comes from a membership with `mayWaive` of the lead, never from whoever sent the move that was refused. */
export async function mayWaiveThis(log: AccessLog, who: SignedIn, loaded: LoadedCase): Promise<Outcome<LoadedCase>> {
  const { viewer } = who;
  if (viewer.org !== loaded.facts.lead || !viewer.flags.includes('mayWaive')) return refused({ code: 'not-permitted' });
  const before = { caseId: loaded.id, person: viewer.person, sinceSeq: loaded.facts.entry.seq, types: moves };
  if (!(await log.wasRefused(before))) return accepted(loaded);
  const text = {
    ja: '自分が進めようとして止まったものを、自分で例外にはできません。別の人に頼んでください。',
    en: 'Whoever sent the move that was refused cannot waive it. Ask someone else.',
  };
  return refused({ code: 'not-permitted', reasons: [{ code: 'waiver.ownMove', params: {}, text, waivable: 'no' }] });
}
