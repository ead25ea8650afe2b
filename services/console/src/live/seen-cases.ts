import { type Card, type SeenCard, seenOf } from '@kaerimichi/contracts';
import { createObservable, type Observable } from './observable.ts';

/** The version of a case that a person saw last; `card`: how it was shown then, where that is known. */
export type SeenCase = { readonly version: number; readonly card?: SeenCard | undefined };

export type SeenState = {
  /** Whether the server told what was seen; before, nothing counts as changed. */
  readonly isKnown: boolean;
  /** No board was ever visited: what is there counts as seen. */
  readonly isFirst: boolean;
  readonly since: string | null;
  readonly cases: ReadonlyMap<string, SeenCase>;
};

export type SeenPorts = {
  readonly load: () => Promise<{
    readonly since: string | null;
    readonly first: boolean;
    readonly cases: Readonly<Record<string, SeenCase>>;
  }>;
  /** Tells the server; the answer as it knows the visit by then. `board`: somebody looks at the board. */
  readonly note: (seen: {
    readonly board?: string;
    readonly cases: Record<string, number>;
  }) => Promise<{ readonly since: string | null }>;
};

export type SeenCases = {
  readonly state: Observable<SeenState>;
  readonly load: () => Promise<void>;
  /** How cards look that stand at the version that was seen: a later change is told against it. */
  readonly fill: (cards: ReadonlyMap<string, Card>) => void;
  /** These cards were looked at as they are. */
  readonly mark: (cards: Iterable<Card>) => void;
  /** Somebody wrote this version themselves: it is no news to them, also before its card has come. */
  readonly wrote: (id: string, version: number) => void;
  /** The board is looked at; on the first visit ever all its cards count as seen. */
  readonly visit: (cards: ReadonlyMap<string, Card>) => void;
  /** Asks at first and whenever the page is looked at again; tells what waits when it no longer is. Until the answer is called. */
  readonly follow: () => () => void;
};

/** Marks are gathered: what is looked at in passing is one request, and none of a command. */
const GATHER_MS = 1_500;
const RETRY_MS = 10_000;
/** As many as one request takes. */
const MOST = 500;

/** The board itself, beside whatever views of it there are. */
const BOARD = 'board';

const nothing: SeenState = { isKnown: false, isFirst: false, since: null, cases: new Map() };

/** What this person has seen, at whichever workplace. Kept by the server; a mark counts here at once. */
export function createSeenCases(ports: SeenPorts): SeenCases {
  const state = createObservable(nothing);
  const telling = gatherMarks(ports, since => state.write({ ...state.read(), since }));
  let hasVisited = false;

  const put = (cards: Iterable<Card>) => {
    const cases = new Map(state.read().cases);
    for (const card of cards) cases.set(card.id, { version: card.version, card: seenOf(card) });
    state.write({ ...state.read(), cases });
  };
  const versionOf = (id: string) => state.read().cases.get(id)?.version ?? -1;

  const load = async () => {
    const { since, first, cases } = await ports.load();
    const known = new Map(Object.entries(cases));
    // What is marked here stays marked, and how it looked stays known.
    for (const [id, own] of state.read().cases) if (own.version >= (known.get(id)?.version ?? -1)) known.set(id, own);
    state.write({ isKnown: true, isFirst: first && !hasVisited, since, cases: known });
  };

  return {
    state,
    load,
    mark(cards) {
      const marked = [...cards].filter(({ id, version }) => versionOf(id) < version);
      if (marked.length === 0) return;
      put(marked);
      telling.add(marked);
    },
    wrote(id, version) {
      if (versionOf(id) >= version) return;
      state.write({ ...state.read(), cases: new Map(state.read().cases).set(id, { version }) });
      telling.add([{ id, version }]);
    },
    visit(cards) {
      if (state.read().isFirst) {
        put(cards.values());
        state.write({ ...state.read(), isFirst: false });
      }
      hasVisited = true;
      telling.visit();
    },
    fill(cards) {
      const { cases } = state.read();
      const bare = [...cards.values()].filter(({ id, version }) => isBare(cases.get(id), version));
      if (bare.length > 0) put(bare);
    },
    follow() {
      const stop = followLooks(load, telling.flush);
      return () => {
        // Whoever signed out tells nothing more.
        stop();
        telling.stop();
      };
    },
  };
}

/** Gathers marks into requests; what could not be told is told with the next, unless a later version was marked by then. */
function gatherMarks(ports: Pick<SeenPorts, 'note'>, onSince: (since: string) => void) {
  const waiting = new Map<string, number>();
  let isVisiting = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const flush = () => {
    stop();
    if (waiting.size === 0 && !isVisiting) return;
    const told = [...waiting].slice(0, MOST);
    const isVisit = isVisiting;
    isVisiting = false;
    for (const [id] of told) waiting.delete(id);
    ports.note({ ...(isVisit && { board: BOARD }), cases: Object.fromEntries(told) }).then(
      ({ since }) => since !== null && onSince(since),
      () => {
        isVisiting ||= isVisit;
        for (const [id, version] of told) if (!waiting.has(id)) waiting.set(id, version);
      },
    );
    if (waiting.size > 0) soon();
  };
  const soon = () => {
    timer ??= setTimeout(flush, GATHER_MS);
  };
  return {
    flush,
    stop,
    add(cards: readonly Pick<Card, 'id' | 'version'>[]) {
      for (const { id, version } of cards) waiting.set(id, version);
      soon();
    },
    visit() {
      isVisiting = true;
      soon();
    },
  };
}

const isBare = (seen: SeenCase | undefined, version: number): boolean => seen?.version === version && !seen.card;

/** Asks whenever the page is looked at, again and again until there is an answer; `onLeft` when it no longer is. */
function followLooks(ask: () => Promise<void>, onLeft: () => void): () => void {
  let again: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(again);
    ask().catch(() => {
      again = setTimeout(look, RETRY_MS);
    });
  };
  const changed = () => (document.visibilityState === 'visible' ? look() : onLeft());
  look();
  document.addEventListener('visibilitychange', changed);
  return () => {
    clearTimeout(again);
    document.removeEventListener('visibilitychange', changed);
  };
}
