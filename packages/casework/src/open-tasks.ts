import { ownTasks, TASK_DAYS_AHEAD, type Viewer, type Whose } from '@kaerimichi/access';
import { addDays, type Day, isTurnOf, tokyoDay } from '@kaerimichi/discharge';
import { checkWordsOf } from './check-words.ts';
import type { BoardEntry, Colleague, InboxPorts, OpenCase } from './inbox-ports.ts';
import { type SaidTask, tasksOf } from './tasks-of.ts';

export type FoundTask = { readonly task: SaidTask; readonly entry: BoardEntry };
/** `inPlaceOf`: the name of whoever is away and has it; null: it is the viewer's own. */
export type TaskToTell = FoundTask & { readonly inPlaceOf: string | null };

/** Cases that are looked into; those of a large hospital with something open. */
const MOST_CASES = 1_000;

type Asked = {
  readonly viewer: Viewer;
  readonly whose: Whose;
  readonly on: Day;
  /** Cases beside which nothing is looked for. */
  readonly among?: readonly string[] | undefined;
};

type BoardPorts = { readonly store: Pick<InboxPorts['store'], 'board' | 'ruleSets'> };

/** Cases in which there may be something to do, with the cards as they are now. */
export async function openCases({ store }: BoardPorts, { viewer, whose, on, among }: Asked) {
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
  const found = open.flatMap(({ caseId, facts, gone }: OpenCase) => {
    const entry = entries.get(caseId);
    return entry ? [{ ...entry, facts, gone }] : [];
  });
  const opened = await Promise.all(
    found.map(async one => ({ ...one, checkWords: await checkWordsOf(store.ruleSets.checkWords, one.facts) })),
  );
  return { opened, isCut: open.length === MOST_CASES };
}

type Opened = Awaited<ReturnType<typeof openCases>>['opened'];

/** Their tasks. */
export const foundIn = (
  opened: Opened,
  { viewer, whose, at }: { readonly viewer: Viewer; readonly whose: Whose; readonly at: string },
): FoundTask[] => opened.flatMap(entry => tasksOf(entry, viewer, at, whose).map(task => ({ task, entry })));

/** A colleague as if the colleague asked: of the same organisation. */
export const asViewer = ({ id, person, role, flags }: Colleague, { org, orgKind }: Viewer): Viewer => ({
  ...{ person, membership: id, org, orgKind, role, flags },
});

/** Whom a viewer is told for: itself, and those who are away and in whose place it stands (代理). */
async function peopleOf({ store }: InboxPorts, viewer: Viewer) {
  const standing = await store.substitutes.standingIn(viewer.membership);
  const absent = await Promise.all(
    standing.map(async ({ membership, name }) => ({ name, member: await store.memberships.find(membership) })),
  );
  const others = absent.flatMap(({ name, member }) => (member ? [{ name, viewer: asViewer(member, viewer) }] : []));
  return [{ name: null, viewer }, ...others].map(({ name, viewer: person }) => ({ name, whose: ownTasks(person) }));
}

/**
 * What a viewer has to do over the cases that its organisation sees, or some of them, with what is to be done for those
 * in whose place it stands; `isCut`: there are more cases.
 */
export async function tasksToTell(
  ports: InboxPorts,
  viewer: Viewer,
  among?: readonly string[],
): Promise<{ readonly found: TaskToTell[]; readonly isCut: boolean }> {
  const at = ports.clock.now();
  const people = await peopleOf(ports, viewer);
  const whose = {
    memberships: people.flatMap(person => person.whose.memberships),
    people: people.flatMap(person => person.whose.people),
  };
  const { opened, isCut } = await openCases(ports, { viewer, whose, on: tokyoDay(at), among });
  // What a role has is everybody's of it: told once, and as the viewer's own where it is.
  const found = new Map<string, TaskToTell>();
  for (const person of people)
    for (const one of foundIn(opened, { viewer, whose: person.whose, at })) {
      const name = `${one.entry.card.id} ${one.task.mark}`;
      if (!found.has(name)) found.set(name, { ...one, inPlaceOf: person.name });
    }
  return { found: [...found.values()], isCut };
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
    [turn ?? undefined, ...(card.also ?? [])].some(side => whose.people.some(person => isTurnOf(side, lead, person)))
  );
}
