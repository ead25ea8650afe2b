import { type BoardDifference, boardDigest, type Card, type Change, type Pulse } from '@kaerimichi/contracts';
import {
  activeVersions,
  applyBoard,
  applyChanges,
  applyDifference,
  applyNews,
  type HeldCards,
  noCards,
} from './held-cards.ts';
import { createObservable, type Observable } from './observable.ts';

export type BoardState = {
  readonly isLoaded: boolean;
  readonly held: HeldCards;
  /** Names of the organisations and people that cards mention by id. */
  readonly orgs: Readonly<Record<string, string>>;
  /** Kinds of these organisations, where the board told them. */
  readonly orgKinds: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
};
export type FirstBoard = {
  readonly cards: readonly Card[];
  readonly orgs: Readonly<Record<string, string>>;
  readonly orgKinds?: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
};
export type FeedPorts = {
  readonly loadBoard: () => Promise<FirstBoard>;
  readonly askDifference: (have: Record<string, number>) => Promise<BoardDifference>;
};
export type BoardFeed = {
  readonly state: Observable<BoardState>;
  /** The whole board over HTTP. */
  readonly load: () => Promise<void>;
  /** The whole board, in the place of what is held whatever its versions: the same cards are shown otherwise from now on. */
  readonly replace: () => Promise<void>;
  readonly take: (changes: readonly Change[]) => void;
  /** A card that an answer carried. */
  readonly takeCard: (card: Card) => void;
  /** Compares with the server's digest and heals a difference; resolves to how many cases were different. */
  readonly check: (pulse: Pulse) => Promise<number>;
  readonly heal: () => Promise<number>;
  readonly reset: () => void;
};

const empty: BoardState = { isLoaded: false, held: noCards, orgs: {}, orgKinds: {}, people: {} };

/** The one store of cards. It changes only by messages, answers and synchronisations, all by version. */
export function createBoardFeed(ports: FeedPorts): BoardFeed {
  const state = createObservable(empty);
  let mismatches = 0;
  let healing: Promise<number> | null = null;

  const hold = (held: HeldCards) => {
    if (held !== state.read().held) state.write({ ...state.read(), held });
  };

  async function load(): Promise<void> {
    const since = state.read().held;
    const { cards, ...names } = await ports.loadBoard();
    state.write({ isLoaded: true, held: applyBoard(state.read().held, cards, since), orgKinds: {}, ...names });
  }

  async function replace(): Promise<void> {
    const { cards, ...names } = await ports.loadBoard();
    state.write({ isLoaded: true, held: applyBoard(noCards, cards, noCards), orgKinds: {}, ...names });
  }

  async function synchronise(): Promise<number> {
    const have = Object.fromEntries(activeVersions(state.read().held));
    const difference = await ports.askDifference(have);
    hold(applyDifference(state.read().held, difference, have));
    return difference.changed.length + difference.removed.length;
  }

  const heal = () => {
    healing ??= synchronise().finally(() => {
      healing = null;
    });
    return healing;
  };

  async function check(pulse: Pulse): Promise<number> {
    if (boardDigest(activeVersions(state.read().held)) === pulse.digest) {
      mismatches = 0;
      return 0;
    }
    mismatches++;
    if (mismatches < 3) return heal();
    // Twice healed and still different: what we hold cannot be mended piece by piece.
    mismatches = 0;
    await load();
    return 0;
  }

  /** Names come with the whole board: whoever carries a case for the first time is asked about once. */
  let isAsking = false;
  function askNames(changes: readonly Change[]): void {
    const { orgs, isLoaded } = state.read();
    const carriers = changes.flatMap(({ card }) => (card ? [card.lead, ...card.owners] : []));
    if (!isLoaded || isAsking || carriers.every(id => id in orgs)) return;
    isAsking = true;
    // Without an answer the ids stand until the next change asks again.
    void load().then(
      () => {
        isAsking = false;
      },
      () => {
        isAsking = false;
      },
    );
  }

  return {
    state,
    load,
    replace,
    heal,
    check,
    take: changes => {
      hold(applyChanges(state.read().held, changes));
      askNames(changes);
    },
    takeCard: card => hold(applyNews(state.read().held, [{ caseId: card.id, version: card.version, card }])),
    reset: () => state.write(empty),
  };
}
