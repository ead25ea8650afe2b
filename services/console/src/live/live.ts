import { type Card, fromBoardRows } from '@kaerimichi/contracts';
import type { Api } from '../api/api.ts';
import { routes } from '../api/routes.ts';
import { type BoardFeed, createBoardFeed } from './board-feed.ts';
import { type BoardSocket, openBoardSocket } from './board-socket.ts';
import { createCaseWatches } from './case-watches.ts';
import type { Observable } from './observable.ts';
import { createReturning } from './returning.ts';
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

/** The live connection of a signed-in person: first board over HTTP, then messages, healed by the pulse. */
export function createLive(api: Api, onSignedOut: () => void): Live {
  const health = createHealth();
  let socket: BoardSocket | null = null;
  const watches = createCaseWatches(() => socket);
  const feed = createBoardFeed({
    loadBoard: async () => {
      const board = await api.call(routes.board, { isQuiet: true });
      return { cards: fromBoardRows(board), orgs: board.orgs, orgKinds: board.orgKinds, people: board.people };
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

export function followNetwork(health: Health, nudge: () => void): () => void {
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
