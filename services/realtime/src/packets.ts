import type { ClientMessages } from '@kaerimichi/contracts';
import type { GatewaySocket } from './gateway.ts';
import { createMeter } from './meter.ts';

/** Largest packet but for `board.sync`, whose size is that of the client's board. */
const SMALL_PACKET = 64 * 1024;
const SYNC = /^2\d*\["board\.sync",/;
/** Each message of the contract by its name: one that is missing here is a compile error, not a client that is cut. */
const known: Readonly<Record<keyof ClientMessages, true>> = {
  'board.watch': true,
  'board.sync': true,
  'case.watch': true,
  'case.leave': true,
  'presence.set': true,
  'form.set': true,
};
const isKnown = (name: unknown): boolean => typeof name === 'string' && Object.hasOwn(known, name);

/** Cuts a socket that sends too much, too often, or what no client of ours sends. */
export function limitPackets(socket: GatewaySocket): void {
  const cut = () => void socket.disconnect(true);
  const meter = createMeter();
  socket.conn.on('packet', ({ data }: { data?: unknown }) => {
    if (!isSmallEnough(data)) cut();
  });
  socket.use(([name], next) => (isKnown(name) && meter.takes() ? next() : cut()));
}

/** Text alone: no message of ours has a binary part. */
function isSmallEnough(data: unknown): boolean {
  if (data === undefined) return true;
  if (typeof data !== 'string') return false;
  return data.length <= SMALL_PACKET || SYNC.test(data.slice(0, 40));
}
