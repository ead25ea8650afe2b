import { audienceOf, viewerAt } from '@kaerimichi/access';
import type { SignedIn } from '@kaerimichi/casework';
import type { GatewaySocket } from './gateway.ts';
import { watchBoard } from './messages.ts';
import type { RealtimePorts } from './ports.ts';

/** When a screen was last heard of is written so often. */
const CONTACT_MS = 60_000;

/** What goes with open wall displays: names end by the server's clock, whatever the device does, and each is heard of. */
export function createWalls({ store, clock, log }: RealtimePorts) {
  const heardAt = new Map<string, number>();

  /** What the session is now; a wall display whose sight began or ended is told, and sees the other cards from now on. */
  async function settle(socket: GatewaySocket, now: SignedIn): Promise<void> {
    socket.data.who = now;
    const { screen } = now.viewer;
    if (!screen || socket.data.watches === undefined) return;
    const viewer = viewerAt(now.viewer, clock.now());
    if (audienceOf(viewer)?.id === socket.data.watches) return;
    await watchBoard(socket, viewer);
    socket.emit('wall.sight', { until: viewer.screen?.level === screen.level ? null : screen.sightUntil });
  }

  async function note(sockets: Iterable<GatewaySocket>): Promise<void> {
    const now = Date.parse(clock.now());
    const here = new Set([...sockets].flatMap(({ data }) => data.who.viewer.screen?.id ?? []));
    const due = [...here].filter(id => now - (heardAt.get(id) ?? 0) >= CONTACT_MS);
    for (const id of heardAt.keys()) if (!here.has(id)) heardAt.delete(id);
    for (const id of due) heardAt.set(id, now);
    if (due.length > 0)
      await store.screens.noteContact(due).catch(fault => log.warn({ err: fault }, 'a contact was not noted'));
  }

  return { settle, note };
}
