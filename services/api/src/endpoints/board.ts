import { type SeenCard, seesBoard, showCard, type Viewer } from '@kaerimichi/access';
import { type BoardEntry, boardDifference, pulseOf } from '@kaerimichi/casework';
import {
  boardDigest,
  type CardFilterKind,
  caseEndpoints,
  fitsFilters,
  orgOfTurn,
  toBoardRows,
} from '@kaerimichi/contracts';
import { type Day, tokyoDay } from '@kaerimichi/discharge';
import type { ClosedPage, ClosedPlace } from '@kaerimichi/store';
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
      const show = (entries: readonly BoardEntry[]) =>
        project(entries, who.viewer, on).filter(card => passes(card, query, on));
      const { cards, next } = query.closed
        ? await closedCards(ports, { org: who.viewer.org, query, show })
        : { cards: show(active), next: null };
      const orgIds = new Set(
        cards.flatMap(({ lead, owners, turn }) => [lead, ...owners, ...(turn?.org ? [turn.org] : [])]),
      );
      const told = await store.organisations.toldOf([...orgIds]);
      const counts: Record<string, number> = {};
      for (const { column } of cards) counts[column] = (counts[column] ?? 0) + 1;
      const answer = {
        ...toBoardRows(cards),
        orgs: Object.fromEntries(told.map(({ id, name }) => [id, name])),
        orgKinds: Object.fromEntries(told.map(({ id, kind }) => [id, kind])),
        people: {},
        counts,
        pulse: pulseOf(
          active.map(({ card }) => [card.id, card.version] as const),
          ports.clock.now(),
          boardDigest,
        ),
        next: next && `${next.closedAt}_${next.caseId}`,
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
/** Readings of the archive for one page, when a filter that only a card can answer fits few. */
const MOST_READINGS = 10;

type ClosedWish = {
  readonly org: string;
  readonly query: Query & { readonly after?: string | undefined };
  readonly show: (entries: readonly BoardEntry[]) => SeenCard[];
};

/** At least a page of closed cases that pass, or all there are up to the place where the next page begins. */
async function closedCards({ store }: ApiPorts, { org, query, show }: ClosedWish) {
  const { stage, column, lead, after } = query;
  const filters = { ...(stage && { stage }), ...(column && { column }), ...(lead && { lead }) };
  const cards: SeenCard[] = [];
  let next: ClosedPlace | null = after ? { closedAt: after.slice(0, 24), caseId: after.slice(25) } : null;
  for (let reading = 0; reading < MOST_READINGS; reading++) {
    const page: ClosedPage = await store.board.closedOf(org, {
      limit: CLOSED_PAGE,
      filters,
      ...(next && { after: next }),
    });
    cards.push(...show(page.entries));
    next = page.next;
    if (!next || cards.length >= CLOSED_PAGE) break;
  }
  return { cards, next };
}

const project = (entries: readonly BoardEntry[], viewer: Viewer, on: Day): SeenCard[] =>
  entries.flatMap(({ card, access }) => showCard(card, access, viewer, on) ?? []);

type Query = Partial<Record<CardFilterKind | 'turn', string | undefined>>;

function passes(card: SeenCard, { turn, stage, column, hold, need, lead, due }: Query, on: Day): boolean {
  const asked = Object.entries({ stage, column, hold, need, lead, due });
  const filters = Object.fromEntries(asked.map(([kind, value]) => [kind, value ? [value] : []]));
  return fitsFilters(card, filters, on) && (!turn || orgOfTurn(card) === turn);
}
