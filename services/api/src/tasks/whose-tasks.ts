import { holdsOn, ownTasks, standsInFor, type Viewer, type Whose } from '@kaerimichi/access';
import { asViewer, owningRoles } from '@kaerimichi/casework';
import type { Day } from '@kaerimichi/discharge';
import type { StoredSubstitution } from '@kaerimichi/store';
import type { ApiPorts } from '../ports.ts';

type Asked = {
  readonly viewer: Viewer;
  /** `own`, `team`, or the membership of somebody for whom the viewer stands in. */
  readonly of: string;
  readonly standing: readonly StoredSubstitution[];
  readonly on: Day;
};

/** Whose tasks a list is about; null: of nobody for whom the viewer stands in. */
export async function whoseTasks({ store }: ApiPorts, { viewer, of, standing, on }: Asked): Promise<Whose | null> {
  if (of === 'own') return ownTasks(viewer);
  if (of === 'team') {
    const all = await store.memberships.list({ org: viewer.org });
    const here = all.filter(member => holdsOn(member, on) && owningRoles.includes(member.role));
    // What a role has is asked once for each, however many hold it.
    const people = new Map(here.map(member => [member.role, asViewer(member, viewer)]));
    return { memberships: here.map(({ id }) => id), people: [...people.values()] };
  }
  if (!standing.some(other => other.membership === of && standsInFor(other, viewer, on))) return null;
  const absent = await store.memberships.find(of);
  return absent && { memberships: [absent.id], people: [asViewer(absent, viewer)] };
}
