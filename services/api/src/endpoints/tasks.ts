import { byUrgency, seesBoard, TASK_DAYS_AHEAD, type Viewer } from '@kaerimichi/access';
import { type SaidTask, type SignedIn, tasksOf } from '@kaerimichi/casework';
import { type Task, taskEndpoints } from '@kaerimichi/contracts';
import { addDays, type Day, isTurnOf, tokyoDay } from '@kaerimichi/discharge';
import type { BoardEntry } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';
import { shownChildOf } from './shown-child.ts';

/** A list that nobody could read to its end helps nobody. */
const MOST_TASKS = 200;
/** Cases that are looked into; those of a large hospital with something open. */
const MOST_CASES = 1_000;

/** マイタスク: what one membership has to do, over the cases that its organisation sees. */
export function taskImplementations(ports: ApiPorts) {
  const { clock } = ports;
  return [
    implement(ports, taskEndpoints.list, async ({ who }) => {
      const { viewer } = who;
      if (!seesBoard(viewer)) return { ok: false, refusal: { code: 'not-permitted' } };
      const on = tokyoDay(clock.now());
      const { found: tasks, isCut } = await openTasks(ports, viewer, on);
      const sorted = tasks.sort(byUrgencyOf(on)).slice(0, MOST_TASKS);
      const [names, texts] = [await namesOf(ports, sorted, who, on), await textsOf(ports, sorted)];
      const more = tasks.length > MOST_TASKS || isCut;
      return { ok: true, answer: { tasks: sorted.map(found => toTask(found, { who, names, texts, on })), more } };
    }),
  ];
}

export type FoundTask = { readonly task: SaidTask; readonly entry: BoardEntry };
type Found = FoundTask;

/** What a viewer has to do over the cases that its organisation sees, or some of them; `isCut`: there are more cases. */
export async function openTasks(
  { store }: ApiPorts,
  viewer: Viewer,
  on: Day,
  among?: readonly string[],
): Promise<{ readonly found: Found[]; readonly isCut: boolean }> {
  const board = await (among ? store.board.cardsOf(viewer.org, among) : store.board.of(viewer.org));
  const caseIds = board.filter(entry => pointsTo(entry, viewer, on)).map(({ card }) => card.id);
  const open = await store.board.openFacts({
    ...{ org: viewer.org, membership: viewer.membership, caseIds, on, limit: MOST_CASES },
    isAsked: viewer.orgKind !== 'hub',
    ...(among && { among }),
  });
  // Asked after the facts: nothing of them is told by a sight that ended meanwhile.
  const now = await store.board.cardsOf(
    viewer.org,
    open.map(({ caseId }) => caseId),
  );
  const entries = new Map(now.filter(({ active }) => active).map(entry => [entry.card.id, entry]));
  const found = open.flatMap(({ caseId, facts, gone }) => {
    const entry = entries.get(caseId);
    return entry ? tasksOf({ ...entry, facts, gone }, viewer, on).map(task => ({ task, entry })) : [];
  });
  return { found, isCut: open.length === MOST_CASES };
}

const byUrgencyOf = (on: Day) => {
  const compare = byUrgency(on);
  return (a: Found, b: Found) => compare(a.task, b.task) || a.entry.card.no.localeCompare(b.entry.card.no);
};

/** Names of colleagues to whom tasks were given. */
async function namesOf({ store }: ApiPorts, found: readonly Found[], { viewer }: SignedIn, on: Day) {
  const known = found.flatMap(({ task: { owner } }) => (owner && owner !== viewer.membership ? [owner] : []));
  return known.length > 0 ? store.memberships.named({ orgs: [viewer.org], roles: [], known, on }) : {};
}

/** Whether a card alone says that there may be something to do: what the facts say besides, the database finds. */
function pointsTo({ card, access }: BoardEntry, viewer: Viewer, on: Day): boolean {
  if (access.class === 'numberOnly') return card.turn?.org === viewer.org;
  const isDue = card.due !== null && card.due.on <= addDays(on, TASK_DAYS_AHEAD);
  return isDue || card.holds.length > 0 || isTurnOf(card.turn ?? undefined, card.lead, viewer);
}

/** What somebody wrote of the tasks that say so, by case and name. */
async function textsOf({ store }: ApiPorts, found: readonly Found[]) {
  const wanted = found.flatMap(({ task, entry }) =>
    task.written ? [{ caseId: entry.card.id, seq: task.written.seq }] : [],
  );
  const rows = wanted.length > 0 ? await store.board.textsOf(wanted) : [];
  return new Map(
    rows.flatMap(({ caseId, body }) => Object.entries(body ?? {}).map(([name, text]) => [`${caseId} ${name}`, text])),
  );
}

type Telling = {
  readonly texts: ReadonlyMap<string, string>;
  readonly who: SignedIn;
  readonly names: Readonly<Record<string, { readonly name: string } | undefined>>;
  readonly on: Day;
};

/** A task with the child as its card shows it. */
function toTask({ task, entry: { card, access } }: Found, { who, names, texts, on }: Telling): Task {
  const { kind, ref, key, what, route, dueOn, since, owner } = task;
  const { viewer, displayName } = who;
  const text = task.written && texts.get(`${card.id} ${task.written.name}`);
  const isOther = owner !== null && owner !== viewer.membership;
  const person = isOther ? names[owner]?.name : owner && displayName;
  return {
    ...shownChildOf({ card, access }, viewer, on),
    kind,
    ref,
    ...(key ? { key } : {}),
    what: text ? { ja: `${what.ja}:${text}`, en: `${what.en}: ${text}` } : what,
    owner: {
      org: viewer.org,
      role: viewer.role,
      ...(person ? { person } : {}),
      ...(isOther ? { isOther } : {}),
    },
    ...(dueOn ? { dueOn } : {}),
    ...(since ? { since } : {}),
    fix: { route },
  };
}
