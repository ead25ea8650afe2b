import { cardAccess, seesBoard, type Viewer } from '@kaerimichi/access';
import { type BoardEntry, readInbox, type TaskToTell, type ToldChange, tasksToTell } from '@kaerimichi/casework';
import { type ChangeItem, inboxEndpoints, readSettings, type TurnItem } from '@kaerimichi/contracts';
import { type Day, tokyoDay } from '@kaerimichi/discharge';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';
import { mailImplementations } from './mail.ts';
import { shownChildOf } from './shown-child.ts';

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;

/** Groups of one tab: nobody reads further at once, and reading one makes room for the next. */
const MOST_GROUPS = 100;

/** 通知センター: read from the cases when it is shown, never written when something happens (docs/decisions/024). */
export const inboxImplementations = (ports: ApiPorts) => [
  listing(ports),
  reading(ports),
  muting(ports),
  ...mailImplementations(ports),
];

const listing = (ports: ApiPorts) =>
  implement(ports, inboxEndpoints.list, async ({ who: { viewer } }) => {
    if (!seesBoard(viewer)) return forbidden;
    const { muted = [] } = readSettings(await ports.store.settings.of(viewer.person));
    const read = await readInbox(ports, { viewer, muted, limit: MOST_GROUPS + 1 });
    const { turn, changes } = read;
    const groupOf = groupFor(viewer, tokyoDay(ports.clock.now()));
    const answer = {
      turn: turn.slice(0, MOST_GROUPS).map(({ entry, items }) => ({ ...groupOf(entry), items: items.map(toItem) })),
      changes: changes
        .slice(0, MOST_GROUPS)
        .map(({ entry, version, items }) => ({ ...groupOf(entry), version, items: items.map(toChange) })),
      more: read.isCut || turn.length > MOST_GROUPS,
      muted: read.muted.slice(0, MOST_GROUPS).map(({ entry, kinds }) => ({ ...groupOf(entry), kinds: [...kinds] })),
    };
    return { ok: true, answer };
  });

const groupFor = (viewer: Viewer, on: Day) => (entry: BoardEntry) => ({
  ...shownChildOf(entry, viewer, on),
  version: entry.card.version,
});

const toItem = ({ task: { kind, ref, what, since, dueOn, route }, inPlaceOf }: TaskToTell): TurnItem => ({
  ...{ kind, ref, what },
  ...(since ? { since } : {}),
  ...(dueOn ? { dueOn } : {}),
  ...(inPlaceOf !== null ? { inPlaceOf } : {}),
  fix: { route },
});

const toChange = ({ label, ...change }: ToldChange): ChangeItem => ({ ...change, label: { ...label } });

const reading = (ports: ApiPorts) =>
  implement(ports, inboxEndpoints.read, async ({ who: { viewer }, body }) => {
    if (!seesBoard(viewer)) return forbidden;
    const { store } = ports;
    const asked = new Map(body.cases.map(({ caseId, version }) => [caseId, version]));
    const entries = await store.board.cardsOf(viewer.org, [...asked.keys()]);
    const seen = entries.filter(({ access }) => cardAccess(access, viewer)).map(({ card }) => card);
    const ids = seen.map(({ id }) => id);
    const { found } = ids.length > 0 ? await tasksToTell(ports, viewer, ids) : { found: [] };
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
