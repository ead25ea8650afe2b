import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { seesBoard } from '@kaerimichi/access';
import type { SignedIn } from '@kaerimichi/casework';
import type { ClientMessages, ServerMessages } from '@kaerimichi/contracts';
import { isOwnHost, isOwnOrigin, screenTokenOf, tokenOf } from '@kaerimichi/runtime';
import type { OutboxPlace } from '@kaerimichi/store';
import { Server, type Socket } from 'socket.io';
import { answerMessages } from './messages.ts';
import { limitPackets } from './packets.ts';
import type { RealtimePorts } from './ports.ts';
import { createPresence, type Presence } from './presence.ts';
import { startPulse } from './pulse.ts';
import { startRelay } from './relay.ts';
import { createWalls } from './walls.ts';

/**
 * `watches`: the audience in whose rooms it is; absent before it watches the board. `edited`: forms of which it was told
 * last that somebody else fills them in.
 */
type SocketData = { who: SignedIn; watches?: string; edited?: Set<string> };
export type Gateway = Server<ClientMessages, ServerMessages, Record<string, never>, SocketData>;
export type GatewaySocket = Socket<ClientMessages, ServerMessages, Record<string, never>, SocketData>;

/** Largest packet from a client: `board.sync` of some ten thousand cases; every other is held to less (packets.ts). */
const PACKET_LIMIT = 1024 * 1024;
/** Sockets of one session: tabs and windows; more is a loop. */
const SOCKETS_PER_SESSION = 30;
/** Whoever connects and does not say to what is cut; the session is asked about in the same message. */
const CONNECT_MS = 10_000;

export type Realtime = {
  /** Up to where the outbox is on the screens; null: not begun. */
  place(): OutboxPlace | null;
  close(): Promise<void>;
};

/** Socket.IO on the server of the api. Its own recovery is off: it would re-admit who was signed out meanwhile. */
export function startRealtime(server: HttpServer, ports: RealtimePorts): Realtime {
  const io: Gateway = new Server(server, {
    path: '/socket.io',
    transports: ['websocket', 'polling'],
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: PACKET_LIMIT,
    serveClient: false,
    connectTimeout: CONNECT_MS,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    allowRequest: (request, decide) =>
      decide(null, isOwnHost(request, ports.settings) && isOwnOrigin(request, ports.settings.publicOrigin)),
  });
  io.use(async (socket, next) => {
    try {
      const isWall = socket.handshake.auth.as === 'screen';
      const who = await signedIn(ports, socket.request, isWall);
      if (!who) return next(new Error('sign-in'));
      socket.data.who = who;
      return next();
    } catch (fault) {
      // Nobody knows whether they are signed in: the client comes back, and its person stays where they are.
      ports.log.warn({ err: fault }, 'a socket was not let in');
      return next(new Error('busy'));
    }
  });
  const presence = createPresence(io, ports);
  io.on('connection', socket => welcome(io, socket, { ...ports, presence }));
  const relay = startRelay(io, ports, presence.tell);
  const pulse = startPulse(io, ports);
  const recheck = startRecheck(io, { ...ports, presence });
  return {
    place: relay.place,
    async close() {
      await pulse.stop();
      recheck.stop();
      presence.stop();
      await relay.stop();
      io.disconnectSockets(true);
      await new Promise<void>(resolve => io.close(() => resolve()));
    },
  };
}

/** Whoever is signed in; a page that says that it is a wall display, the device that this browser is. Neither is the other. */
async function signedIn(
  { store, settings }: RealtimePorts,
  request: IncomingMessage,
  isWall: boolean,
): Promise<SignedIn | null> {
  const token = (isWall ? screenTokenOf : tokenOf)(request, settings.isSecure);
  // A connection that was lost comes back by itself, with nobody before the screen.
  const who = token ? await store.sessions.find(token, { isBackground: true }) : null;
  return isWall === Boolean(who?.viewer.screen) ? who : null;
}

const sessionRoom = (sessionId: string) => `session:${sessionId}`;

type WithPresence = RealtimePorts & { readonly presence: Presence };

function welcome(io: Gateway, socket: GatewaySocket, ports: WithPresence): void {
  const { session } = socket.data.who;
  const room = sessionRoom(session.id);
  if ((io.sockets.adapter.rooms.get(room)?.size ?? 0) >= SOCKETS_PER_SESSION) return void socket.disconnect(true);
  void socket.join(room);
  ports.metrics.sockets.inc();
  socket.on('disconnect', () => {
    ports.metrics.sockets.dec();
    ports.presence.gone(socket);
  });
  limitPackets(socket);
  answerMessages(socket, ports);
}

const isSame = (now: SignedIn, before: SignedIn): boolean =>
  now.session.epoch === before.session.epoch && seesBoard(now.viewer) === seesBoard(before.viewer);

/** A session that ended or changed is out within this time, open sockets included. */
const RECHECK_MS = 1_000;

/** Asks about each session with open sockets; one whose epoch moved is told and cut. */
function startRecheck(io: Gateway, ports: WithPresence): { stop(): void } {
  const { store, log, presence } = ports;
  const walls = createWalls(ports);
  let isAsking = false;
  const look = async () => {
    if (isAsking) return;
    isAsking = true;
    try {
      const bySession = new Map<string, GatewaySocket[]>();
      for (const socket of io.sockets.sockets.values()) {
        const { id } = socket.data.who.session;
        bySession.set(id, [...(bySession.get(id) ?? []), socket]);
      }
      const holding = await store.sessions.recheck([...bySession.keys()]);
      for (const [id, sockets] of bySession) {
        const now = holding.get(id);
        for (const socket of sockets) {
          if (now && isSame(now, socket.data.who)) {
            if (now.viewer.screen) await walls.settle(socket, now);
            if (now.hidesPresence) presence.hide(socket);
            socket.data.who = now;
            continue;
          }
          socket.emit('session.ended', { code: now ? 'changed' : 'sign-in' });
          socket.disconnect(true);
        }
      }
      await walls.note(io.sockets.sockets.values());
    } catch (fault) {
      // While the database is away nothing is revoked and nothing is sent either.
      log.warn({ err: fault }, 'sessions could not be checked');
    } finally {
      isAsking = false;
    }
  };
  const timer = setInterval(look, RECHECK_MS);
  const quiet = store.onWake('sessions', () => void look());
  return {
    stop() {
      clearInterval(timer);
      quiet();
    },
  };
}
