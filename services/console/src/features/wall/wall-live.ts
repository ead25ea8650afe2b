import type { Wall } from '@kaerimichi/contracts';
import type { Api } from '../../api/api.ts';
import { UnreachableError } from '../../api/problem-error.ts';
import { wallRoutes } from '../../api/wall-routes.ts';
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
  /** What the screen is now, told with each whole board. */
  readonly onWall: (wall: Wall) => void;
  /** The screen ended, or shows something else from now on. */
  readonly onEnded: () => void;
};

/** The live board of a wall display: over the socket alone, which the server cuts when the screen is revoked. */
export function createWallLive(api: Api): WallLive {
  const health = createHealth();
  let socket: BoardSocket | null = null;
  let tell: WallEvents['onWall'] = () => undefined;
  const ask = async (have: Record<string, number>) => {
    const asked = socket?.askDifference(have);
    if (!asked) throw new UnreachableError();
    return asked;
  };
  const feed = createBoardFeed({
    loadBoard: async () => {
      const wall = await api.call(wallRoutes.wall, { isQuiet: true });
      const { changed } = await ask({});
      tell(wall);
      return { cards: changed, orgs: wall.orgs, people: {} };
    },
    askDifference: ask,
  });
  const returning = createReturning(feed, health);

  // Without an answer the next connection loads the board again.
  const replace = () => feed.replace().catch(() => undefined);

  function start({ onWall, onEnded }: WallEvents): () => void {
    tell = onWall;
    const opened = openBoardSocket({
      watchBoard: true,
      wall: { onSight: () => void replace() },
      onConnected: async firstPulse => {
        const isReturn = feed.state.read().isLoaded;
        await returning.connected(firstPulse, true);
        // What it may show can have changed while it was away, and nothing told it.
        if (isReturn) await replace();
      },
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
