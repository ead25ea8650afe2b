import { byUrgency, mayAdminister, seesBoard, type Viewer } from '@kaerimichi/access';
import { type FoundTask, foundIn, openCases, owningRoles, type SignedIn, waitingOf } from '@kaerimichi/casework';
import { taskEndpoints } from '@kaerimichi/contracts';
import { type Day, tokyoDay } from '@kaerimichi/discharge';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';
import { toTask } from '../tasks/to-task.ts';
import { toWaiting, type Waited } from '../tasks/to-waiting.ts';
import { whoseTasks } from '../tasks/whose-tasks.ts';

/** A list that nobody could read to its end helps nobody. */
const MOST_TASKS = 200;

/** マイタスク: what one membership has to do, over the cases that its organisation sees. */
export function taskImplementations(ports: ApiPorts) {
  return [
    implement(ports, taskEndpoints.list, async ({ who, query }) => {
      const { viewer } = who;
      if (!seesBoard(viewer)) return { ok: false, refusal: { code: 'not-permitted' } };
      const at = ports.clock.now();
      const on = tokyoDay(at);
      const standing = await ports.store.substitutes.standingIn(viewer.membership);
      const whose = await whoseTasks(ports, { viewer, of: query.of ?? 'own', standing, on });
      if (!whose) return { ok: false, refusal: { code: 'not-found' } };
      const { opened, isCut } = await openCases(ports, { viewer, whose, on });
      const tasks = foundIn(opened, { viewer, whose, at });
      const waits = (query.of ?? 'own') === 'own' ? opened : [];
      const all = waits.flatMap(entry => waitingOf(entry, viewer, at).map(said => ({ said, entry })));
      const waiting = await withTold(ports, all.slice(0, MOST_TASKS));
      const sorted = tasks.sort(byUrgencyOf(on)).slice(0, MOST_TASKS);
      const told = { who, ...(await wordsFor(ports, { found: sorted, waiting, who, on })), on };
      return {
        ok: true,
        answer: {
          tasks: sorted.map(found => toTask(found, told)),
          more: tasks.length > MOST_TASKS || isCut,
          waiting: waiting.map(found => toWaiting(found, told)),
          standsInFor: standing.map(({ membership, name, untilOn }) => ({ membership, name, untilOn })),
        },
      };
    }),
    implement(ports, taskEndpoints.colleagues, async ({ who: { viewer } }) => {
      if (!seesBoard(viewer) && !mayAdminister(viewer)) return { ok: false, refusal: { code: 'not-permitted' } };
      return { ok: true, answer: { colleagues: await colleaguesOf(ports, viewer) } };
    }),
  ];
}

/** What is waited for, with what became of it where it waits. */
async function withTold({ store }: ApiPorts, waiting: readonly Waited[]) {
  const named = waiting.flatMap(one => (one.said.org === null ? [] : [{ ...one, org: one.said.org }]));
  const awaited = named.map(({ said: { kind, ref }, entry, org }) => ({ caseId: entry.card.id, org, kind, ref }));
  const rows = await store.mails.toldElsewhere(awaited);
  const told = new Map(named.map(({ said }, at) => [said, rows[at]]));
  return waiting.map(one => ({ ...one, told: told.get(one.said) }));
}

/** Who of an organisation may have a task, by name. */
async function colleaguesOf({ store, clock }: ApiPorts, { org }: Viewer) {
  const wish = { orgs: [org], roles: owningRoles, known: [], on: tokyoDay(clock.now()) };
  const members = Object.entries(await store.memberships.named(wish));
  return members.map(([membership, { name, role }]) => ({ membership, name, role }));
}

const byUrgencyOf = (on: Day) => {
  const compare = byUrgency(on);
  return (a: FoundTask, b: FoundTask) => compare(a.task, b.task) || a.entry.card.no.localeCompare(b.entry.card.no);
};

type Wanted = {
  readonly found: readonly FoundTask[];
  readonly waiting: readonly {
    readonly said: { readonly org: string | null; readonly reminded?: { readonly org: string } };
  }[];
  readonly who: SignedIn;
  readonly on: Day;
};

/** Names of colleagues and organisations that the lists say, and what was written of the tasks. */
async function wordsFor({ store }: ApiPorts, { found, waiting, who: { viewer }, on }: Wanted) {
  const known = found.flatMap(({ task: { owner } }) => (owner && owner !== viewer.membership ? [owner] : []));
  const names = known.length > 0 ? await store.memberships.named({ orgs: [viewer.org], roles: [], known, on }) : {};
  const said = [...found.map(({ task }) => task), ...waiting.map(({ said }) => said)];
  const reminding = said.flatMap(({ reminded }) => (reminded ? [reminded.org] : []));
  const orgs = await store.organisations.namesOf([
    ...new Set([...reminding, ...waiting.flatMap(({ said: { org } }) => org ?? [])]),
  ]);
  return { names, orgs, texts: await textsOf(store, found) };
}

/** What somebody wrote of the tasks that say so, by case and name. */
async function textsOf({ board }: ApiPorts['store'], found: readonly FoundTask[]) {
  const wanted = found.flatMap(({ task, entry }) =>
    task.written ? [{ caseId: entry.card.id, seq: task.written.seq }] : [],
  );
  const rows = wanted.length > 0 ? await board.textsOf(wanted) : [];
  return new Map(
    rows.flatMap(({ caseId, body }) => Object.entries(body ?? {}).map(([name, text]) => [`${caseId} ${name}`, text])),
  );
}
