import { type Card, fromBoardRows } from '@kaerimichi/contracts';
import type { Api } from '../api/api.ts';
import { routes } from '../api/routes.ts';
import { type BoardFeed, type BoardState, createBoardFeed } from './board-feed.ts';
import { type BoardSocket, openBoardSocket } from './board-socket.ts';
import { createCaseWatches } from './case-watches.ts';
import type { FirstBoard } from './first-board.ts';
import { createFormLocks, type FormLocks } from './form-locks.ts';
import type { Observable, Readable } from './observable.ts';
import { createPaced } from './pace.ts';
import { createPresence, type Presence } from './presence.ts';
import { createReturning } from './returning.ts';
import { createHealth, type Health, type Status } from './status.ts';

export type Live = {
  readonly feed: BoardFeed;
  /** The feed's state as boards draw it: not more often than eyes follow. */
  readonly board: Readable<BoardState>;
  readonly status: Observable<Status>;
  /** The server's clock, in milliseconds: deadlines count by its day, not by this computer's. */
  readonly now: () => number;
  readonly start: (watchBoard: boolean) => () => void;
  /** Told by the api about every answer. */
  readonly contact: (reached: boolean) => void;
  /** After an accepted write: without a socket nobody else tells us what it changed. */
  readonly written: () => void;
  readonly takeCard: (card: Card) => void;
  readonly presence: Pick<Presence, 'others' | 'here'>;
  readonly forms: Pick<FormLocks, 'edited' | 'open'>;
  readonly watchCase: (caseId: string, listener: () => void) => () => void;
};

const TICK_MS = 1000;

/** The live connection of a signed-in person: first board over HTTP, then messages, healed by the pulse. */
export function createLive(api: Api, firstBoard: FirstBoard, onSignedOut: () => void): Live {
  const health = createHealth();
  let socket: BoardSocket | null = null;
  const watches = createCaseWatches(() => socket);
  const presence = createPresence(place => socket?.setPresence(place));
  const forms = createFormLocks(form => socket?.setForm(form));
  const feed = createBoardFeed({
    loadBoard: async () => {
      const board = await firstBoard.take();
      return { cards: fromBoardRows(board), orgs: board.orgs, orgKinds: board.orgKinds, people: board.people };
    },
    askDifference: have => socket?.askDifference(have) ?? api.call(routes.sync, { body: { have }, isQuiet: true }),
  });
  const board = createPaced(feed.state);
  const returning = createReturning(feed, health);

  function start(watchBoard: boolean): () => void {
    const opened = openBoardSocket({
      watchBoard,
      onConnected: async firstPulse => {
        await returning.connected(firstPulse, watchBoard);
        watches.renew();
        presence.renew();
        forms.renew();
      },
      onLost: () => {
        presence.lost();
        forms.lost();
        returning.lost(watchBoard);
      },
      onChanges: feed.take,
      onPulse: pulse => void returning.compare(pulse).catch(() => undefined),
      onCaseEvent: watches.tell,
      onPresence: presence.take,
      onFormEdited: forms.take,
      onSignedOut,
    });
    socket = opened;
    const stopFollowing = followNetwork(health, opened.nudge);
    const stopPresence = presence.follow();
    if (watchBoard) feed.load().then(board.flush, () => undefined); // The connection loads it again.
    return () => {
      stopFollowing();
      stopPresence();
      opened.close();
      socket = null;
      health.reset();
      feed.reset();
      board.flush();
    };
  }

  return {
    feed,
    board,
    status: health.status,
    now: health.now,
    start,
    contact: reached => health.note({ failures: reached ? 0 : health.signals().failures + 1 }),
    written: () => {
      if (!health.signals().isConnected) feed.heal().catch(() => undefined);
    },
    takeCard: card => {
      feed.takeCard(card);
      board.flush();
    },
    presence,
    forms,
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
