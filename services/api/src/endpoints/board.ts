import { cardAccess, projectCard, type SeenCard, seesBoard, type Viewer } from '@kaerimichi/access';
import { boardDifference, pulseOf } from '@kaerimichi/casework';
import { boardDigest, caseEndpoints, toBoardRows } from '@kaerimichi/contracts';
import { addDays, type Day, tokyoDay } from '@kaerimichi/discharge';
import type { BoardEntry } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';

/** The first board, and what changed since. Filters are an allow-list applied to what the viewer's cards show. */
export function boardImplementations(ports: ApiPorts) {
  const { store } = ports;
  return [
    implement(ports, caseEndpoints.board, async ({ who, query }) => {
      if (!seesBoard(who.viewer)) return { ok: false, refusal: { code: 'not-permitted' } };
      const on = tokyoDay(ports.clock.now());
      const active = await store.board.of(who.viewer.org);
      const entries = query.closed
        ? (await store.board.closedOf(who.viewer.org, { limit: CLOSED_PAGE })).entries
        : active;
      const cards = project(entries, who.viewer, on).filter(card => passes(card, query, on));
      const orgIds = new Set(
        cards.flatMap(({ lead, owners, turn }) => [lead, ...owners, ...(turn?.org ? [turn.org] : [])]),
      );
      const orgs = await store.organisations.namesOf([...orgIds]);
      const counts: Record<string, number> = {};
      for (const { column } of cards) counts[column] = (counts[column] ?? 0) + 1;
      const answer = {
        ...toBoardRows(cards),
        orgs,
        people: {},
        counts,
        pulse: pulseOf(
          active.map(({ card }) => [card.id, card.version] as const),
          ports.clock.now(),
          boardDigest,
        ),
      };
      return { ok: true, answer };
    }),
    implement(ports, caseEndpoints.sync, async ({ who, body }) => {
      if (!seesBoard(who.viewer)) return { ok: false, refusal: { code: 'not-permitted' } };
      const entries = await store.board.of(who.viewer.org);
      const at = ports.clock.now();
      const now = { at, on: tokyoDay(at), digest: boardDigest };
      return { ok: true, answer: boardDifference(entries, { have: body.have, viewer: who.viewer }, now) };
    }),
  ];
}

const CLOSED_PAGE = 200;

const project = (entries: readonly BoardEntry[], viewer: Viewer, on: Day): SeenCard[] =>
  entries.flatMap(({ card, access }) => {
    const own = cardAccess(access, viewer);
    return own ? projectCard(card, own, on) : [];
  });

type Query = {
  text?: string | undefined;
  stage?: string | undefined;
  column?: string | undefined;
  hold?: string | undefined;
  need?: string | undefined;
  lead?: string | undefined;
  due?: string | undefined;
  turn?: string | undefined;
};

/** Only what the viewer's own card shows is compared: a filter tells nothing that the card does not. */
function passes(card: SeenCard, query: Query, on: Day): boolean {
  const { text, stage, column, hold, need, lead, due, turn } = query;
  return (
    (!text || [card.no, card.name ?? ''].some(shown => shown.includes(text))) &&
    (!stage || card.stage === stage) &&
    (!column || card.column === column) &&
    (!hold || card.holds.some(({ code }) => code === hold)) &&
    (!need || card.needs.includes(need)) &&
    (!lead || card.lead === lead) &&
    (!turn || card.turn?.org === turn) &&
    (!due || isDue(card.due?.on, due, on))
  );
}

function isDue(on: Day | undefined, wanted: string, today: Day): boolean {
  if (wanted === 'none') return on === undefined;
  if (on === undefined) return false;
  if (wanted === 'overdue') return on < today;
  if (wanted === 'today') return on === today;
  return on >= today && on <= addDays(today, wanted === '3d' ? 3 : 7);
}
