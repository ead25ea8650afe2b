import { cardAccess, projectCard, seesBoard } from '@kaerimichi/access';
import type { BoardEntry, SignedIn } from '@kaerimichi/casework';
import { type MorningCase, taskEndpoints } from '@kaerimichi/contracts';
import { isTurnOfPerson, lastGoingHome, tokyoDay } from '@kaerimichi/discharge';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';
import type { Asking } from '../problem.ts';
import { shownChildOf } from './shown-child.ts';

/** What one page holds; further cases are on the board. */
const MOST_CASES = 60;
const MOST_CHANGES = 200;

/** 朝の確認: what happened since the last working day went home, by case, as each history tells it to the viewer. */
export const morning = (ports: ApiPorts) => [
  implement(ports, taskEndpoints.morning, async ({ who, meta }) => {
    const { viewer } = who;
    if (!seesBoard(viewer)) return { ok: false, refusal: { code: 'not-permitted' } };
    const at = ports.clock.now();
    const since = lastGoingHome(tokyoDay(at));
    const changed = await ports.store.board.changedSince(viewer.org, since, MOST_CASES + 1);
    const ids = changed.map(({ caseId }) => caseId);
    const entries = new Map((await ports.store.board.cardsOf(viewer.org, ids)).map(entry => [entry.card.id, entry]));
    const cases: MorningCase[] = [];
    for (const { caseId, firstSeq } of changed.slice(0, MOST_CASES)) {
      const entry = entries.get(caseId);
      const found = entry && (await morningCase(ports, { who, entry, after: firstSeq - 1, at, meta }));
      if (found) cases.push(found);
    }
    const orgs = await ports.store.organisations.namesOf([...new Set(cases.map(({ lead }) => lead))]);
    return { ok: true, answer: { since, at, cases, orgs, more: changed.length > MOST_CASES } };
  }),
];

type Looked = {
  readonly who: SignedIn;
  readonly entry: BoardEntry;
  readonly after: number;
  readonly at: string;
  readonly meta: Asking;
};

/** null: nothing of it is told to this viewer. */
async function morningCase(ports: ApiPorts, { who, entry, after, at, meta }: Looked): Promise<MorningCase | null> {
  const { viewer } = who;
  const { card, access } = entry;
  const on = tokyoDay(at);
  const own = cardAccess(access, viewer);
  const seen = own && projectCard(card, own, { on, org: viewer.org });
  const page = { after, limit: MOST_CHANGES, meta };
  const history = seen && (await ports.casework.history(who, card.id, page));
  if (!seen || !history?.ok) return null;
  const events = history.answer.events.filter(event => event.at !== null && !event.corrected);
  const people = events.flatMap(({ by }) => by?.person ?? []);
  const names = await ports.store.people.namesOf([...new Set(people)]);
  if (events.length === 0) return null;
  return {
    ...shownChildOf(entry, viewer, on),
    lead: seen.lead,
    column: seen.column,
    ...(seen.due ? { due: seen.due } : {}),
    mine: isTurnOfPerson(seen.turn, seen.lead, { ...viewer, at }),
    changes: events.map(event => ({
      seq: event.seq,
      at: event.at ?? '',
      label: event.label[meta.language],
      by: names[event.by?.person ?? ''] ?? null,
    })),
  };
}
