import { everyAudience } from '@kaerimichi/access';
import { pulseOf } from '@kaerimichi/casework';
import { boardDigest } from '@kaerimichi/contracts';
import type { Gateway } from './gateway.ts';
import { orgRoom } from './messages.ts';
import type { RealtimePorts } from './ports.ts';

const PULSE_MS = 10_000;
const WATCHED = /^org:(.+):full:/;

/** Count and digest for every board that is watched, from the database: what a client lost is healed by it. */
export function startPulse(io: Gateway, { store, clock, log }: RealtimePorts): { stop(): Promise<void> } {
  let running: Promise<void> | null = null;
  const beat = async () => {
    const watched = [...io.sockets.adapter.rooms.keys()].flatMap(room => WATCHED.exec(room)?.[1] ?? []);
    for (const org of new Set(watched)) {
      try {
        const pulse = pulseOf(await store.board.versionsOf(org), clock.now(), boardDigest);
        // Every watcher is in the rooms of all three classes; what a role sees of a card does not change its version.
        io.to(everyAudience.map(({ id }) => orgRoom(org, 'full', id))).emit('board.pulse', pulse);
      } catch (fault) {
        log.warn({ err: fault }, 'the pulse was skipped');
      }
    }
  };
  const timer = setInterval(() => {
    running ??= beat().finally(() => {
      running = null;
    });
  }, PULSE_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
