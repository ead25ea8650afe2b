import { type Card, fromBoardRows, type Pulse } from '@kaerimichi/contracts';
import type { Api } from '../api/api.ts';
import { routes } from '../api/routes.ts';
import { type BoardFeed, createBoardFeed } from './board-feed.ts';
import { type BoardSocket, openBoardSocket } from './board-socket.ts';
import { createCaseWatches } from './case-watches.ts';
import type { Observable } from './observable.ts';
import { createHealth, type Health, type Status } from './status.ts';

export type Live = {
  readonly feed: BoardFeed;
  readonly status: Observable<Status>;
  /** The server's clock, in milliseconds: deadlines count by its day, not by this computer's. */
  readonly now: () => number;
  readonly start: (watchBoard: boolean) => () => void;
  /** Told by the api about every answer. */
  readonly contact: (reached: boolean) => void;
  /** After an accepted write: without a socket nobody else tells us what it changed. */
  readonly written: () => void;
  readonly takeCard: (card: Card) => void;
  readonly watchCase: (caseId: string, listener: () => void) => () => void;
};

const TICK_MS = 1000;
/** How long the strip says what changed while one was away. */
const BACK_MS = 5000;
/** A shorter gap is not mentioned. */
const MENTION_MS = 3000;

/** The live connection of a signed-in person: first board over HTTP, then messages, healed by the pulse. */
export function createLive(api: Api, onSignedOut: () => void): Live {
  const health = createHealth();
  let socket: BoardSocket | null = null;
  const watches = createCaseWatches(() => socket);
  const feed = createBoardFeed({
    loadBoard: async () => {
      const board = await api.call(routes.board, { isQuiet: true });
      return { cards: fromBoardRows(board), orgs: board.orgs, people: board.people };
    },
    askDifference: have => socket?.askDifference(have) ?? api.call(routes.sync, { body: { have }, isQuiet: true }),
  });
  const returning = createReturning(feed, health);

  function start(watchBoard: boolean): () => void {
    const opened = openBoardSocket({
      watchBoard,
      onConnected: async firstPulse => {
        await returning.connected(firstPulse, watchBoard);
        watches.renew();
      },
      onLost: () => returning.lost(watchBoard),
      onChanges: feed.take,
      onPulse: pulse => void returning.compare(pulse).catch(() => undefined),
      onCaseEvent: watches.tell,
      onSignedOut,
    });
    socket = opened;
    const stopFollowing = followNetwork(health, opened.nudge);
    if (watchBoard) feed.load().catch(() => undefined); // The connection loads it again.
    return () => {
      stopFollowing();
      opened.close();
      socket = null;
      health.reset();
      feed.reset();
    };
  }

  return {
    feed,
    status: health.status,
    now: health.now,
    start,
    contact: reached => health.note({ failures: reached ? 0 : health.signals().failures + 1 }),
    written: () => {
      if (!health.signals().isConnected) feed.heal().catch(() => undefined);
    },
    takeCard: feed.takeCard,
    watchCase: watches.watch,
  };
}

/** What happens when the connection goes and comes back: nothing is missed, and what changed is counted. */
function createReturning(feed: BoardFeed, health: Health) {
  let missed = 0;

  async function compare(pulse: Pulse): Promise<number> {
    const changes = await feed.check(pulse);
    health.right(pulse.at);
    return changes;
  }

  async function connected(firstPulse: () => Promise<Pulse | null>, watchBoard: boolean): Promise<void> {
    const { downSince, back } = health.signals();
    const isReturn = downSince !== null && Date.now() - downSince > MENTION_MS;
    health.note({ isConnected: true, downSince: null, failures: 0, isCatchingUp: isReturn });
    try {
      if (watchBoard && !feed.state.read().isLoaded) await feed.load();
      const pulse = await firstPulse();
      if (pulse) missed += await compare(pulse);
      else health.right();
      const told = isReturn ? { changes: missed, until: Date.now() + BACK_MS } : back;
      health.note({ isCatchingUp: false, back: told });
      missed = 0;
    } catch {
      health.note({ isCatchingUp: false }); // The next pulse, or the next connection, tries again.
    }
  }

  /** Where only sockets are lost, HTTP keeps the board right, as often as the reconnection is tried. */
  function lost(watchBoard: boolean): void {
    health.note({ isConnected: false, downSince: health.signals().downSince ?? Date.now() });
    if (!watchBoard || !navigator.onLine) return;
    const mended = feed.state.read().isLoaded ? feed.heal() : feed.load().then(() => 0);
    mended.then(
      changes => {
        missed += changes;
        health.right();
      },
      () => undefined,
    );
  }
  return { compare, connected, lost };
}

function followNetwork(health: Health, nudge: () => void): () => void {
  const tick = setInterval(health.look, TICK_MS);
  const changed = () => {
    health.note({ isOnline: navigator.onLine, failures: 0 });
    if (navigator.onLine) nudge();
  };
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    clearInterval(tick);
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
