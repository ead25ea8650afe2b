import { pulseOf } from '@kaerimichi/casework';
import { boardDigest } from '@kaerimichi/contracts';
import type { Gateway } from './gateway.ts';
import { orgRoom } from './messages.ts';
import type { RealtimePorts } from './ports.ts';

const PULSE_MS = 10_000;

/** Count and digest for every board that is watched, from the database: what a client lost is healed by it. */
export function startPulse(io: Gateway, { store, clock, log }: RealtimePorts): { stop(): void } {
  const beat = async () => {
    const watched = [...io.sockets.adapter.rooms.keys()].filter(
      room => room.startsWith('org:') && room.endsWith(':full'),
    );
    for (const room of watched) {
      const org = room.slice('org:'.length, -':full'.length);
      try {
        const pulse = pulseOf(await store.board.versionsOf(org), clock.now(), boardDigest);
        io.to(orgRoom(org, 'full')).emit('board.pulse', pulse);
      } catch (fault) {
        log.warn({ err: fault }, 'the pulse was skipped');
      }
    }
  };
  const timer = setInterval(() => void beat(), PULSE_MS);
  return { stop: () => clearInterval(timer) };
}
