import { ownTasks, TASK_DAYS_AHEAD, type Viewer, type Whose } from '@kaerimichi/access';
import { tasksOf } from '@kaerimichi/casework';
import { addDays, type Day, isTurnOf, tokyoDay } from '@kaerimichi/discharge';
import type { BoardEntry, OpenCase } from '@kaerimichi/store';
import type { ApiPorts } from '../ports.ts';
import type { Found } from './to-task.ts';

/** Cases that are looked into; those of a large hospital with something open. */
const MOST_CASES = 1_000;

type Asked = {
  readonly viewer: Viewer;
  readonly whose: Whose;
  readonly on: Day;
  /** Cases beside which nothing is looked for. */
  readonly among?: readonly string[] | undefined;
};

/** Cases in which there may be something to do, with the cards as they are now. */
export async function openCases({ store }: ApiPorts, { viewer, whose, on, among }: Asked) {
  const board = await (among ? store.board.cardsOf(viewer.org, among) : store.board.of(viewer.org));
  const caseIds = board.filter(entry => pointsTo(entry, { viewer, whose, on })).map(({ card }) => card.id);
  const open = await store.board.openFacts({
    ...{ org: viewer.org, memberships: whose.memberships, caseIds, on, limit: MOST_CASES },
    isAsked: viewer.orgKind !== 'hub',
    ...(among && { among }),
  });
  // Asked after the facts: nothing of them is told by a sight that ended meanwhile.
  const now = await store.board.cardsOf(
    viewer.org,
    open.map(({ caseId }) => caseId),
  );
  const entries = new Map(now.filter(({ active }) => active).map(entry => [entry.card.id, entry]));
  const opened = open.flatMap(({ caseId, facts, gone }: OpenCase) => {
    const entry = entries.get(caseId);
    return entry ? [{ ...entry, facts, gone }] : [];
  });
  return { opened, isCut: open.length === MOST_CASES };
}

type Opened = Awaited<ReturnType<typeof openCases>>['opened'];

/** Their tasks. */
export const foundIn = (
  opened: Opened,
  { viewer, whose, at }: { readonly viewer: Viewer; readonly whose: Whose; readonly at: string },
): Found[] => opened.flatMap(entry => tasksOf(entry, viewer, at, whose).map(task => ({ task, entry })));

/** What a viewer has to do over the cases that its organisation sees, or some of them; `isCut`: there are more cases. */
export async function openTasks(
  ports: ApiPorts,
  viewer: Viewer,
  among?: readonly string[],
): Promise<{ readonly found: Found[]; readonly isCut: boolean }> {
  const at = ports.clock.now();
  const whose = ownTasks(viewer);
  const { opened, isCut } = await openCases(ports, { viewer, whose, on: tokyoDay(at), among });
  return { found: foundIn(opened, { viewer, whose, at }), isCut };
}

/** Whether a card alone says that there may be something to do: what the facts say besides, the database finds. */
function pointsTo({ card, access }: BoardEntry, { viewer, whose, on }: Asked): boolean {
  if (access.class === 'numberOnly') return card.turn?.org === viewer.org;
  const isDue = card.due !== null && card.due.on <= addDays(on, TASK_DAYS_AHEAD);
  const { turn, lead } = card;
  return (
    isDue ||
    card.holds.length > 0 ||
    // A turn of another organisation is waited for.
    (lead === viewer.org && turn !== null && (turn.org ?? lead) !== viewer.org) ||
    whose.people.some(person => isTurnOf(turn ?? undefined, lead, person))
  );
}
