import type {
  BoardDifference,
  Change,
  ClientMessages,
  FormEdited,
  FormSet,
  PresenceNow,
  PresenceSet,
  Pulse,
  ServerMessages,
} from '@kaerimichi/contracts';
import { io, type Socket } from 'socket.io-client';
import { backoffMs } from './connection.ts';

export type SocketEvents = {
  readonly watchBoard: boolean;
  /** A connection stands; `firstPulse` starts the watch and gives what the server holds. */
  readonly onConnected: (firstPulse: () => Promise<Pulse | null>) => Promise<void>;
  readonly onLost: () => void;
  readonly onChanges: (changes: readonly Change[]) => void;
  readonly onPulse: (pulse: Pulse) => void;
  readonly onCaseEvent: (caseId: string) => void;
  readonly onPresence?: (now: PresenceNow) => void;
  readonly onFormEdited?: (form: FormEdited) => void;
  readonly onSignedOut: () => void;
  /** A wall display: it is the screen of this browser, whoever else is signed in here. */
  readonly wall?: { readonly onSight: (until: string | null) => void };
};
export type BoardSocket = {
  /** Null while there is no connection: ask over HTTP. */
  readonly askDifference: (have: Record<string, number>) => Promise<BoardDifference> | null;
  readonly watchCase: (caseId: string) => void;
  readonly leaveCase: (caseId: string) => void;
  readonly setPresence: (place: PresenceSet) => void;
  readonly setForm: (form: FormSet) => void;
  readonly nudge: () => void;
  readonly close: () => void;
};

type Connection = Socket<ServerMessages, ClientMessages>;

const ACK_MS = 8000;
/** A hidden tab lets go after this: a ward's forgotten tabs would hold the server's sockets over night. */
const HIDDEN_MS = 10 * 60_000;

const refused = (answer: object): answer is { code: string } => 'code' in answer;

async function watch(connection: Connection): Promise<Pulse> {
  const answer = await connection.timeout(ACK_MS).emitWithAck('board.watch');
  if (refused(answer)) throw new Error(answer.code);
  return answer.pulse;
}

async function difference(connection: Connection, have: Record<string, number>): Promise<BoardDifference> {
  const answer = await connection.timeout(ACK_MS).emitWithAck('board.sync', { have });
  if (refused(answer)) throw new Error(answer.code);
  return answer;
}

/** The server names why it refuses a handshake in the error's data, or in its message. */
function isSignedOut(error: Error): boolean {
  const data: unknown = 'data' in error ? error.data : undefined;
  const code = typeof data === 'object' && data !== null && 'code' in data ? data.code : error.message;
  return code === 'sign-in';
}

/** Calls `attempt` again after growing pauses, for ever, or at once when nudged. */
function createReconnection(attempt: () => void) {
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    schedule: () => {
      clearTimeout(timer);
      timer = setTimeout(attempt, backoffMs(attempts++, Math.random()));
    },
    now: () => {
      clearTimeout(timer);
      attempts = 0;
      attempt();
    },
    done: () => {
      clearTimeout(timer);
      attempts = 0;
    },
  };
}

/** Keeps a socket open: reconnects for ever, at once when the network or the person comes back. */
export function openBoardSocket(events: SocketEvents): BoardSocket {
  const connection: Connection = io({
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnection: false,
    ...(events.wall && { auth: { as: 'screen' } }),
  });
  const again = createReconnection(() => {
    if (!connection.connected) connection.connect();
  });
  let isClosed = false;
  /** Let go of on purpose, until the person looks again. */
  let isResting = false;

  connection.on('connect', () => {
    again.done();
    void events.onConnected(async () => (events.watchBoard ? watch(connection) : null));
  });
  const lost = () => {
    events.onLost();
    if (!isClosed && !isResting) again.schedule();
  };
  connection.on('disconnect', lost);
  connection.on('connect_error', error => {
    if (isSignedOut(error)) events.onSignedOut();
    lost();
  });
  connection.on('cases.changed', ({ changes }) => events.onChanges(changes));
  connection.on('board.pulse', events.onPulse);
  connection.on('case.event', ({ caseId }) => events.onCaseEvent(caseId));
  connection.on('presence.now', now => events.onPresence?.(now));
  connection.on('form.edited', form => events.onFormEdited?.(form));
  connection.on('session.ended', events.onSignedOut);
  connection.on('wall.sight', ({ until }) => events.wall?.onSight(until));

  const nudge = () => {
    if (isResting && document.visibilityState === 'hidden') return;
    isResting = false;
    if (!connection.connected && !isClosed) again.now();
  };
  const stopFollowing = followVisibility(nudge, () => {
    isResting = true;
    again.done();
    connection.disconnect();
  });
  return {
    askDifference: have => (connection.connected ? difference(connection, have) : null),
    watchCase: caseId => void connection.emit('case.watch', { caseId }, () => undefined),
    leaveCase: caseId => void connection.emit('case.leave', { caseId }),
    // What is said without a connection is said again by whoever renews it.
    setPresence: place => void (connection.connected && connection.emit('presence.set', place)),
    setForm: form => void (connection.connected && connection.emit('form.set', form)),
    nudge,
    close: () => {
      isClosed = true;
      again.done();
      stopFollowing();
      connection.close();
    },
  };
}

/** Nudges when the person looks again; lets go of a tab that stays hidden. */
function followVisibility(onVisible: () => void, onForgotten: () => void): () => void {
  let hidden: ReturnType<typeof setTimeout> | undefined;
  const changed = () => {
    clearTimeout(hidden);
    if (document.visibilityState === 'visible') onVisible();
    else hidden = setTimeout(onForgotten, HIDDEN_MS);
  };
  document.addEventListener('visibilitychange', changed);
  window.addEventListener('focus', onVisible);
  return () => {
    clearTimeout(hidden);
    document.removeEventListener('visibilitychange', changed);
    window.removeEventListener('focus', onVisible);
  };
}
