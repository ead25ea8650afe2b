import { type CaseAccess, categoryRights, mayImport, mayReadSource } from '@kaerimichi/access';
import type { CaseworkPorts, SourceSeen } from './casework.ts';
import { accepted, type Outcome, type RequestMeta, refused } from './outcome.ts';
import type { CaseSource, LoadedCase, SignedIn, SourceVersion } from './ports.ts';
import { toldParts } from './told-parts.ts';
import { findSeen, readEntry } from './view-case.ts';

type Question = { readonly who: SignedIn; readonly caseId: string; readonly meta: RequestMeta };

/**
 * What the hospital's file told of the child whose draft became this case, by category; null where the case came from no
 * file and where this person sees no category that a file speaks of, so that the one is not told from the other. A look
 * is in the log where something is told, or where somebody asked for a case that is not theirs.
 */
export async function readSource(ports: CaseworkPorts, question: Question): Promise<Outcome<SourceSeen | null>> {
  const entry = { ...question, what: 'source' };
  const seen = await findSeen(ports, question);
  if (!seen) {
    ports.log.write(readEntry(entry, 'not-found'));
    return refused({ code: 'not-found' });
  }
  const told = await sourceFor(ports, question, seen);
  if (told) ports.log.write(readEntry(entry, 'ok'));
  return accepted(told);
}

type Seen = { readonly loaded: LoadedCase; readonly access: CaseAccess };

async function sourceFor({ store }: CaseworkPorts, question: Question, { loaded, access }: Seen) {
  const { viewer } = question.who;
  const rights = categoryRights(viewer, access);
  const source = loaded.hasSource && mayReadSource(rights) ? await store.findSource(question.caseId) : null;
  if (!source) return null;
  const versions = versionsFor(source, loaded);
  const parts = toldParts(versions, rights);
  const [first, newest] = [versions[0], versions.at(-1)];
  if (parts.length === 0 || !first || !newest) return null;
  return {
    org: source.org,
    madeFrom: markOf(first),
    newest: markOf(newest),
    draft: mayImport(viewer) && viewer.org === source.org ? source.draft : null,
    parts,
  };
}

const markOf = ({ version, importedAt }: SourceVersion) => ({ version, importedAt });

/** What a hospital reads in after it has left the case is its own: the case keeps what it was made from. */
const versionsFor = ({ org, versions }: CaseSource, { access }: LoadedCase) =>
  access.some(row => row.org === org) ? versions : versions.slice(0, 1);
