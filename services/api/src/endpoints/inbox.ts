import { cardAccess, seesBoard, type Viewer } from '@kaerimichi/access';
import { toldChanges } from '@kaerimichi/casework';
import { type Inbox, inboxEndpoints, readSettings, type TurnItem } from '@kaerimichi/contracts';
import { type Day, type NoticeKind, noticeKinds, tokyoDay } from '@kaerimichi/discharge';
import type { BoardEntry, ChangedCase, ReadMark } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';
import { openTasks } from '../tasks/open-cases.ts';
import type { Found } from '../tasks/to-task.ts';
import { shownChildOf } from './shown-child.ts';

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;

/** Groups of one tab: nobody reads further at once, and reading one makes room for the next. */
const MOST_GROUPS = 100;

/** 通知センター: read from the cases when it is shown, never written when something happens (docs/decisions/024). */
export const inboxImplementations = (ports: ApiPorts) => [listing(ports), reading(ports), muting(ports)];

const listing = (ports: ApiPorts) =>
  implement(ports, inboxEndpoints.list, async ({ who: { viewer } }) => {
    if (!seesBoard(viewer)) return forbidden;
    const { store, clock } = ports;
    const { org, membership } = viewer;
    const on = tokyoDay(clock.now());
    const [{ found, isCut }, marks, changed, kept] = await Promise.all([
      openTasks(ports, viewer),
      store.inbox.marksOf(membership),
      store.inbox.changedSince({ membership, org, limit: MOST_GROUPS + 1 }),
      store.settings.of(viewer.person),
    ]);
    const mutedIds = marks.filter(({ muted }) => muted.length > 0).map(({ caseId }) => caseId);
    // Asked last: nothing is told by a sight that ended meanwhile.
    const ids = [...new Set([...changed.map(({ caseId }) => caseId), ...mutedIds])];
    const seen = (await store.board.cardsOf(org, ids)).filter(({ access }) => cardAccess(access, viewer));
    const sight = { viewer, on, entries: new Map(seen.map(entry => [entry.card.id, entry])) };
    const told = { marks: new Map(marks.map(mark => [mark.caseId, mark])), muted: readSettings(kept).muted ?? [] };
    const [turn, changes] = [turnGroups(found, sight, told), changeGroups(changed, sight, told)];
    const answer = {
      turn: turn.slice(0, MOST_GROUPS),
      changes: changes.slice(0, MOST_GROUPS),
      more: isCut || turn.length > MOST_GROUPS || changed.length > MOST_GROUPS,
      muted: mutedIds.slice(0, MOST_GROUPS).flatMap(id => {
        const entry = sight.entries.get(id);
        const kinds = told.marks.get(id)?.muted.filter(isKind) ?? [];
        return entry ? [{ ...groupOf(entry, sight), kinds }] : [];
      }),
    };
    return { ok: true, answer };
  });

type Sight = {
  readonly viewer: Viewer;
  readonly on: Day;
  readonly entries: ReadonlyMap<string, BoardEntry>;
};

type Told = {
  readonly marks: ReadonlyMap<string, ReadMark>;
  /** Kinds that are told of no case. */
  readonly muted: readonly string[];
};

const isKind = (kind: string): kind is NoticeKind => noticeKinds.some(known => known === kind);

const isMuted = ({ marks, muted }: Told, caseId: string, kind: string): boolean =>
  muted.includes(kind) || (marks.get(caseId)?.muted.includes(kind) ?? false);

const groupOf = (entry: BoardEntry, { viewer, on }: Sight) => ({
  ...shownChildOf(entry, viewer, on),
  version: entry.card.version,
});

function turnGroups(found: readonly Found[], sight: Sight, told: Told): Inbox['turn'] {
  const byCase = new Map<string, Found[]>();
  for (const one of found) byCase.set(one.entry.card.id, [...(byCase.get(one.entry.card.id) ?? []), one]);
  const groups = [...byCase].flatMap(([caseId, own]) => {
    const before = told.marks.get(caseId)?.told ?? [];
    const news = own.filter(({ task }) => !before.includes(task.mark) && !isMuted(told, caseId, task.kind));
    const [first] = news;
    return first ? [{ ...groupOf(first.entry, sight), items: news.map(({ task }) => toItem(task)) }] : [];
  });
  const newest = ({ items }: Inbox['turn'][number]) =>
    items
      .map(({ since = '' }) => since)
      .sort()
      .at(-1) ?? '';
  return groups.sort((a, b) => newest(b).localeCompare(newest(a)) || a.no.localeCompare(b.no));
}

const toItem = ({ kind, ref, what, since, dueOn, route }: Found['task']): TurnItem => ({
  ...{ kind, ref, what },
  ...(since ? { since } : {}),
  ...(dueOn ? { dueOn } : {}),
  fix: { route },
});

function changeGroups(changed: readonly ChangedCase[], sight: Sight, told: Told): Inbox['changes'] {
  return changed.flatMap(one => {
    const entry = sight.entries.get(one.caseId);
    if (!entry) return [];
    const items = toldChanges({ ...one, access: entry.access }, sight.viewer)
      .filter(({ kind }) => !isMuted(told, one.caseId, kind))
      .map(({ label, ...change }) => ({ ...change, label: { ...label } }));
    return items.length > 0 ? [{ ...groupOf(entry, sight), version: one.version, items }] : [];
  });
}

const reading = (ports: ApiPorts) =>
  implement(ports, inboxEndpoints.read, async ({ who: { viewer }, body }) => {
    if (!seesBoard(viewer)) return forbidden;
    const { store } = ports;
    const asked = new Map(body.cases.map(({ caseId, version }) => [caseId, version]));
    const entries = await store.board.cardsOf(viewer.org, [...asked.keys()]);
    const seen = entries.filter(({ access }) => cardAccess(access, viewer)).map(({ card }) => card);
    const ids = seen.map(({ id }) => id);
    const { found } = ids.length > 0 ? await openTasks(ports, viewer, ids) : { found: [] };
    const toldOf = (id: string) => found.filter(({ entry }) => entry.card.id === id).map(({ task }) => task.mark);
    const readings = seen.map(({ id, version }) => ({
      caseId: id,
      seq: Math.min(version, asked.get(id) ?? 0),
      told: toldOf(id),
    }));
    await store.inbox.markRead(viewer.membership, readings);
    return { ok: true, answer: { read: readings.length } };
  });

const muting = (ports: ApiPorts) =>
  implement(ports, inboxEndpoints.mute, async ({ who: { viewer }, body: { caseId, kinds } }) => {
    if (!seesBoard(viewer)) return forbidden;
    const [entry] = await ports.store.board.cardsOf(viewer.org, [caseId]);
    if (!entry || !cardAccess(entry.access, viewer)) return { ok: false, refusal: { code: 'not-found' } };
    await ports.store.inbox.mute(viewer.membership, caseId, kinds);
    return { ok: true, answer: { kinds } };
  });
