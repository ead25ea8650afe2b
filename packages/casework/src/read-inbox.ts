import { cardAccess, type Viewer } from '@kaerimichi/access';
import { type NoticeKind, noticeKinds } from '@kaerimichi/discharge';
import type { BoardEntry, ChangedCase, InboxPorts, ReadMark } from './inbox-ports.ts';
import { type TaskToTell, tasksToTell } from './open-tasks.ts';
import { type ToldChange, toldChanges } from './told-changes.ts';

/** あなたの番 of one case. */
export type TurnToTell = { readonly entry: BoardEntry; readonly items: readonly TaskToTell[] };
/** 変更のお知らせ of one case, up to a version. */
export type ChangesToTell = {
  readonly entry: BoardEntry;
  readonly version: number;
  readonly items: readonly ToldChange[];
};
export type InboxRead = {
  /** By case, what came last first. */
  readonly turn: readonly TurnToTell[];
  /** By case, the latest first. */
  readonly changes: readonly ChangesToTell[];
  /** Cases of which some kinds are not told. */
  readonly muted: readonly { readonly entry: BoardEntry; readonly kinds: readonly NoticeKind[] }[];
  /** There are more cases than were looked into. */
  readonly isCut: boolean;
};

type Wish = {
  readonly viewer: Viewer;
  /** Kinds that are told of no case. */
  readonly muted: readonly string[];
  /** Changed cases that are looked into. */
  readonly limit: number;
};

/**
 * What a membership has not been told of yet, read from the cases as it may see them at this moment: on the screen, and
 * in a mail (docs/decisions/024, 031).
 */
export async function readInbox(ports: InboxPorts, { viewer, muted, limit }: Wish): Promise<InboxRead> {
  const { store } = ports;
  const { org, membership } = viewer;
  const [{ found, isCut }, marks, changed] = await Promise.all([
    tasksToTell(ports, viewer),
    store.inbox.marksOf(membership),
    store.inbox.changedSince({ membership, org, limit }),
  ]);
  const mutedIds = marks.filter(mark => mark.muted.length > 0).map(({ caseId }) => caseId);
  // Asked last: nothing is told by a sight that ended meanwhile.
  const ids = [...new Set([...changed.map(({ caseId }) => caseId), ...mutedIds])];
  const seen = (await store.board.cardsOf(org, ids)).filter(({ access }) => cardAccess(access, viewer));
  const entries = new Map(seen.map(entry => [entry.card.id, entry]));
  const told = { marks: new Map(marks.map(mark => [mark.caseId, mark])), muted };
  return {
    turn: turnGroups(found, told),
    changes: changeGroups(changed, entries, { viewer, told }),
    muted: mutedIds.flatMap(id => {
      const entry = entries.get(id);
      return entry ? [{ entry, kinds: told.marks.get(id)?.muted.filter(isKind) ?? [] }] : [];
    }),
    isCut: isCut || changed.length >= limit,
  };
}

type Told = { readonly marks: ReadonlyMap<string, ReadMark>; readonly muted: readonly string[] };

const isKind = (kind: string): kind is NoticeKind => noticeKinds.some(known => known === kind);

const isMuted = ({ marks, muted }: Told, caseId: string, kind: string): boolean =>
  muted.includes(kind) || (marks.get(caseId)?.muted.includes(kind) ?? false);

/** Names one notice of one case among all that somebody is ever told. */
export const noticeKeyOf = (caseId: string, notice: TaskToTell | ToldChange): string =>
  'task' in notice ? `${caseId} ${notice.task.mark}` : `${caseId} #${notice.seq}`;

function turnGroups(found: readonly TaskToTell[], told: Told): TurnToTell[] {
  const byCase = new Map<string, TaskToTell[]>();
  for (const one of found) byCase.set(one.entry.card.id, [...(byCase.get(one.entry.card.id) ?? []), one]);
  const groups = [...byCase].flatMap(([caseId, own]) => {
    const before = told.marks.get(caseId)?.told ?? [];
    const items = own.filter(one => !before.includes(one.task.mark) && !isMuted(told, caseId, one.task.kind));
    const [first] = items;
    return first ? [{ entry: first.entry, items }] : [];
  });
  const newest = ({ items }: TurnToTell) =>
    items
      .map(({ task: { since } }) => since ?? '')
      .sort()
      .at(-1) ?? '';
  return groups.sort((a, b) => newest(b).localeCompare(newest(a)) || a.entry.card.no.localeCompare(b.entry.card.no));
}

function changeGroups(
  changed: readonly ChangedCase[],
  entries: ReadonlyMap<string, BoardEntry>,
  { viewer, told }: { readonly viewer: Viewer; readonly told: Told },
): ChangesToTell[] {
  return changed.flatMap(one => {
    const entry = entries.get(one.caseId);
    if (!entry) return [];
    const items = toldChanges({ ...one, access: entry.access }, viewer).filter(
      ({ kind }) => !isMuted(told, one.caseId, kind),
    );
    return items.length > 0 ? [{ entry, version: one.version, items }] : [];
  });
}
