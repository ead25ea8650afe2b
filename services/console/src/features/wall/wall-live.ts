import type { Api } from '../../api/api.ts';
import { UnreachableError } from '../../api/problem-error.ts';
import { routes } from '../../api/routes.ts';
import { type BoardFeed, createBoardFeed } from '../../live/board-feed.ts';
import { type BoardSocket, openBoardSocket } from '../../live/board-socket.ts';
import { followNetwork } from '../../live/live.ts';
import type { Observable } from '../../live/observable.ts';
import { createReturning } from '../../live/returning.ts';
import { createHealth, type Status } from '../../live/status.ts';

export type WallLive = {
  readonly feed: BoardFeed;
  readonly status: Observable<Status>;
  /** The server's clock in milliseconds. */
  readonly now: () => number;
  /** Opens the connection; the answer closes it. */
  readonly start: (events: WallEvents) => () => void;
};

type WallEvents = {
  /** Names are shown until an instant, or no longer. */
  readonly onSight: (until: string | null) => void;
  /** The screen ended, or shows something else from now on. */
  readonly onEnded: () => void;
};

/** The live board of a wall display: over the socket alone, which the server cuts when the screen is revoked. */
export function createWallLive(api: Api): WallLive {
  const health = createHealth();
  let socket: BoardSocket | null = null;
  const ask = async (have: Record<string, number>) => {
    const asked = socket?.askDifference(have);
    if (!asked) throw new UnreachableError();
    return asked;
  };
  const feed = createBoardFeed({
    loadBoard: async () => {
      const [{ changed }, { orgs }] = await Promise.all([ask({}), api.call(routes.wall, { isQuiet: true })]);
      return { cards: changed, orgs, people: {} };
    },
    askDifference: ask,
  });
  const returning = createReturning(feed, health);

  function start({ onSight, onEnded }: WallEvents): () => void {
    const opened = openBoardSocket({
      watchBoard: true,
      wall: {
        onSight: until => {
          onSight(until);
          // Without an answer the next connection loads the board again.
          feed.replace().catch(() => undefined);
        },
      },
      onConnected: firstPulse => returning.connected(firstPulse, true),
      onLost: () => returning.lost(true),
      onChanges: feed.take,
      onPulse: pulse => void returning.compare(pulse).catch(() => undefined),
      onCaseEvent: () => undefined,
      onSignedOut: onEnded,
    });
    socket = opened;
    const stopFollowing = followNetwork(health, opened.nudge);
    return () => {
      stopFollowing();
      opened.close();
      socket = null;
      health.reset();
      feed.reset();
    };
  }

  return { feed, status: health.status, now: health.now, start };
}
