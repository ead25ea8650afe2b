import { holdsOn, organisationViewers, type Viewer } from '@kaerimichi/access';
import { type Day, type NoticeKind, type OrganisationKind, tokyoDay } from '@kaerimichi/discharge';
import type { ChangedCase, Colleague, InboxPorts } from './inbox-ports.ts';
import { type FoundTask, foundIn, openCases } from './open-tasks.ts';
import { toldChanges } from './told-changes.ts';

type Member = Colleague & { readonly fromOn: Day; readonly untilOn: Day | null };

export type OrganisationPorts = {
  readonly clock: InboxPorts['clock'];
  readonly store: Pick<InboxPorts['store'], 'board' | 'ruleSets'> & {
    readonly memberships: { list(of: { org: string }): Promise<readonly Member[]> };
  };
};

/** A notice as an organisation is told of it: its name among all of that organisation, and no word of it. */
export type OrganisationNotice = {
  readonly key: string;
  readonly caseId: string;
  readonly kind: NoticeKind;
};

type Wish = {
  readonly org: { readonly id: string; readonly kind: OrganisationKind };
  /** Cases in which something happened, with what is new there. */
  readonly changed: readonly ChangedCase[];
  /** Of what there is to do, no other cases than these. */
  readonly among?: readonly string[];
};

/**
 * What waits for an organisation, whoever there it is, and what others did in the cases that it sees: as far as each of its
 * roles that see cases is told of it at this moment (docs/decisions/036).
 */
export async function organisationNotices(ports: OrganisationPorts, wish: Wish): Promise<OrganisationNotice[]> {
  const viewers = organisationViewers(wish.org.id, wish.org.kind);
  const [first] = viewers;
  if (!first) return [];
  return [...(await waiting(ports, { ...wish, viewers, first })), ...changes(wish.changed, viewers)];
}

type Reading = Wish & { readonly viewers: readonly Viewer[]; readonly first: Viewer };

async function waiting(ports: OrganisationPorts, { org, among, viewers, first }: Reading) {
  const at = ports.clock.now();
  const on = tokyoDay(at);
  const members = await ports.store.memberships.list({ org: org.id });
  const here = members.filter(member => holdsOn(member, on)).map(({ id }) => id);
  const whose = { memberships: here, people: viewers };
  const { opened } = await openCases(ports, { viewer: first, whose, on, among });
  const found = viewers.map(viewer => foundIn(opened, { viewer, whose, at }));
  const [own = [], ...others] = found;
  const names = others.map(list => new Set(list.map(nameOf)));
  return own
    .filter(({ task }) => task.kind !== 'mention')
    .filter(one => names.every(known => known.has(nameOf(one))))
    .map(({ task, entry }) => ({
      ...{ key: `${entry.card.id} ${task.mark}`, caseId: entry.card.id, kind: task.kind },
    }));
}

/** The same task to each role; of a turn some are told what comes next and others are not. */
const nameOf = ({ entry, task: { kind, ref, mark } }: FoundTask): string =>
  `${entry.card.id} ${kind === 'turn' ? kind : mark} ${ref}`;

function changes(changed: readonly ChangedCase[], viewers: readonly Viewer[]): OrganisationNotice[] {
  return changed.flatMap(one => {
    const [own = [], ...others] = viewers.map(viewer => toldChanges(one, viewer));
    const known = others.map(list => new Set(list.map(({ seq }) => seq)));
    return own
      .filter(({ seq }) => known.every(seqs => seqs.has(seq)))
      .map(({ seq, kind }) => ({ key: `${one.caseId} #${seq}`, caseId: one.caseId, kind }));
  });
}
