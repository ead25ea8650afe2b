import { accessOf, knowsEntry, logSightOf, namedInLog } from '@kaerimichi/access';
import { eventsByType } from '@kaerimichi/discharge/chart';
import type { AccessTold, CaseworkPorts } from './casework.ts';
import { HIDDEN, isOwnEntry, type Reader, readerOf } from './entry-kind.ts';
import { accepted, type Outcome, type RequestMeta, refused } from './outcome.ts';
import type { LoggedAccess, LogPlace, SignedIn } from './ports.ts';
import { readEntry } from './view-case.ts';

type LogQuestion = {
  readonly who: SignedIn;
  readonly caseId: string;
  readonly before: LogPlace | null;
  readonly limit: number;
  readonly meta: RequestMeta;
};

/** Who looked at a case and who was refused, newest first. That somebody reads it is an entry itself. */
export async function readAccessLog(
  ports: CaseworkPorts,
  question: LogQuestion,
): Promise<Outcome<{ entries: readonly AccessTold[]; next: LogPlace | null }>> {
  const { who, caseId, before, limit } = question;
  const loaded = await ports.store.loadFresh(caseId);
  const access = loaded && accessOf(loaded, who.viewer);
  const sight = logSightOf(who.viewer, access);
  const outcome = sight ? 'ok' : access ? 'not-permitted' : 'not-found';
  ports.log.write(readEntry({ ...question, what: 'access-log' }, outcome));
  if (!loaded || !access) return refused({ code: 'not-found' });
  if (!sight) return refused({ code: 'not-permitted' });
  const org = sight === 'ownPeople' ? who.viewer.org : null;
  const { entries, next } = await ports.log.pageOfCase(caseId, { before, limit, org });
  const reader = readerOf(who.viewer, loaded);
  const named = namedInLog(loaded);
  return accepted({ entries: entries.map(entry => toTold(entry, reader, named)), next });
}

/** An event that was refused is told as the history would tell it; of a stranger the organisation and role, no name. */
function toTold(entry: LoggedAccess, reader: Reader, named: ReadonlySet<string>): AccessTold {
  const { at, action, person, org, role, outcome } = entry;
  // Which of its kind stands behind a space, for those who search the log as a whole.
  const [what = ''] = entry.what.split(' ');
  if (action === 'refused' && !isKnown(entry, reader)) return { at, action, what: HIDDEN, outcome, by: null };
  // Guardians were invited by the lead, and are told to no other: their looks are in nobody else's part of the log.
  const isNamed = named.has(org ?? '') || role === 'family';
  return { at, action, what, outcome, by: { person: isNamed ? person : null, org, role } };
}

function isKnown({ what, org, role }: LoggedAccess, reader: Reader): boolean {
  const category = eventsByType.get(what)?.category;
  // What is no event at all tells nothing of the child.
  if (!category) return true;
  const isOwn = isOwnEntry({ org: org ?? '', role: role ?? '' }, reader);
  return knowsEntry(reader.rights, { category, isOwn, isBetweenOthers: false });
}
