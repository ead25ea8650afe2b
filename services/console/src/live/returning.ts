import type { Pulse } from '@kaerimichi/contracts';
import type { BoardFeed } from './board-feed.ts';
import type { Health } from './status.ts';

/** How long the strip says what changed while one was away. */
const BACK_MS = 5000;
/** A shorter gap is not mentioned. */
const MENTION_MS = 3000;

/** What happens when the connection goes and comes back: nothing is missed, and what changed is counted. */
export function createReturning(feed: BoardFeed, health: Health) {
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
      // Whoever watches no board (an administrator) gets no pulse: for them nothing grows stale while the line stands.
      const pulse = await firstPulse();
      if (pulse) missed += await compare(pulse);
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
