import { eventDefinitions, outsideChart } from '@kaerimichi/discharge/chart';
import { accepted, type Outcome, refused } from './outcome.ts';
import type { AccessLog, LoadedCase, SignedIn } from './ports.ts';

/** What would have moved the case; an undo is no way on. */
const moves = eventDefinitions
  .filter(({ kind, type }) => kind === 'move' && !(outsideChart as readonly string[]).includes(type))
  .map(({ type }) => type);

/** Of those who may send a waiver (`maySend`) it comes from nobody who sent the move that was refused. */
export async function mayWaiveThis(
  log: AccessLog,
  { viewer }: SignedIn,
  loaded: LoadedCase,
): Promise<Outcome<LoadedCase>> {
  const before = { caseId: loaded.id, person: viewer.person, sinceSeq: loaded.facts.entry.seq, types: moves };
  if (!(await log.wasRefused(before))) return accepted(loaded);
  const text = {
    ja: '自分が進めようとして止まったものを、自分で例外にはできません。別の人に頼んでください。',
    en: 'Whoever sent the move that was refused cannot waive it. Ask someone else.',
  };
  return refused({ code: 'not-permitted', reasons: [{ code: 'waiver.ownMove', params: {}, text, waivable: 'no' }] });
}
