import { accessOf, isNoteFor, readsEntry, readsWhole, seesBoard } from '@kaerimichi/access';
import { type CaseFacts, type NoteVisibility, noteVisibilities, tokyoDay } from '@kaerimichi/discharge';
import type { CaseworkPorts, NoteReader } from './casework.ts';
import { categoryOf, readerOf } from './entry-kind.ts';
import { accepted, type Outcome, type RequestMeta } from './outcome.ts';
import { owningOrgs } from './owning-orgs.ts';
import type { CaseMember, LoadedCase, SignedIn } from './ports.ts';
import { caseWithWay } from './view-case.ts';

type Question = { readonly who: SignedIn; readonly caseId: string; readonly meta: RequestMeta };

/**
 * Who could read a note that this person writes, and which: whom it may call. Told to whoever reads the plan whole, of
 * organisations that it is told take part.
 */
export async function listReaders(ports: CaseworkPorts, question: Question): Promise<Outcome<readonly NoteReader[]>> {
  const seen = await caseWithWay(ports, { ...question, what: 'readers' });
  if (!seen.ok) return seen;
  const { viewer } = question.who;
  const { loaded } = seen.answer;
  if (!readsWhole(readerOf(viewer, loaded).rights, 'plan')) return accepted([]);
  const orgs = owningOrgs(toldTeam(loaded.facts, viewer.org), await ports.store.listHubs());
  const members = await ports.store.listMembers({ ids: null, orgs, on: tokyoDay(ports.clock.now()) });
  const readers = members.flatMap(member => {
    const { membership, name, role, org, orgName, orgKana } = member;
    const reads = membership === viewer.membership ? [] : visibilitiesFor(member, loaded, viewer.org);
    return reads.length > 0
      ? [{ id: membership, name, role, org: orgName, orgKana, isOwn: org === viewer.org, reads }]
      : [];
  });
  return accepted(readers);
}

/** Which notes of an organisation a member reads. */
function visibilitiesFor(member: CaseMember, loaded: LoadedCase, writtenBy: string): NoteVisibility[] {
  if (!seesBoard(member) || !accessOf(loaded, member)) return [];
  const { rights } = readerOf(member, loaded);
  const entry = { category: categoryOf('note.added'), isOwn: false, isBetweenOthers: false };
  return readsEntry(rights, entry) ? noteVisibilities.filter(one => isNoteFor(one, writtenBy, member)) : [];
}

/** Another organisation is told neither who else was asked nor who said no. */
const toldTeam = ({ lead, team }: CaseFacts, org: string) => ({
  lead,
  team: team.filter(entry => org === lead || entry.org === org || entry.state === 'accepted'),
});
