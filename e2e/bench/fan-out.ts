import { Agent } from 'node:http';
import { io, type Socket } from 'socket.io-client';
import type { Client } from '../product/client.ts';
import { type makeMovers, moveProduct } from './commits.ts';
import { call, median, quantile } from './load.ts';
import type { Row } from './report.ts';

type Mover = Awaited<ReturnType<typeof makeMovers>>[number];

const SOCKETS = [200, 1000] as const;
const CHANGES = 40;
/** Sockets of one session are bounded: clients of the bench come with sessions of their own, a few dozen each. */
const PER_SESSION = 25;

function connect(url: string, cookie: string | null): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      ...(cookie ? { extraHeaders: { cookie } } : {}),
    });
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}

/** Milliseconds from request to the last of all sockets having the change. */
async function timeChanges(
  sockets: readonly Socket[],
  message: string,
  change: () => Promise<boolean>,
): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < CHANGES; n++) {
    const all = sockets.map(socket => new Promise<void>(resolve => socket.once(message, () => resolve())));
    const began = performance.now();
    if (!(await change())) throw new Error('the change was refused');
    await Promise.all(all);
    times.push(performance.now() - began);
  }
  return times;
}

export async function measureFanOut(
  productUrl: string,
  bareUrl: string,
  nurse: Client,
  movers: readonly Mover[],
): Promise<Row[]> {
  const agent = new Agent({ keepAlive: true });
  const [mover] = movers;
  if (!mover) throw new Error('no mover');
  const rows: Row[] = [];
  for (const count of SOCKETS) {
    const sessions = await sessionsFor(nurse, Math.ceil(count / PER_SESSION));
    const mine = await Promise.all(
      Array.from({ length: count }, (_, n) =>
        connect(productUrl, sessions[Math.floor(n / PER_SESSION)] ?? nurse.cookie),
      ),
    );
    await Promise.all(mine.map(socket => socket.timeout(10_000).emitWithAck('board.watch')));
    const theirs = await Promise.all(Array.from({ length: count }, () => connect(bareUrl, null)));
    let version = 0;
    const id = 1999 - count;
    const product = await timeChanges(mine, 'cases.changed', () => moveProduct(nurse, mover, agent));
    const bare = await timeChanges(
      theirs,
      'changed',
      async () =>
        (
          await call(agent, {
            url: bareUrl,
            path: '/move',
            headers: {},
            body: JSON.stringify({ id, version: version++, to: 'b' }),
          })
        ).status === 200,
    );
    for (const socket of [...mine, ...theirs]) socket.disconnect();
    rows.push({
      name: `request to last of ${count} sockets, p50`,
      unit: 'ms',
      product: median(product),
      limit: median(bare),
      floor: 1.5,
      better: 'lower',
    });
    rows.push({
      name: `request to last of ${count} sockets, p99`,
      unit: 'ms',
      product: quantile(product, 0.99),
      limit: quantile(bare, 0.99),
      floor: 2,
      better: 'lower',
    });
  }
  agent.destroy();
  return rows;
}

async function sessionsFor(nurse: Client, count: number): Promise<string[]> {
  const { signIn } = await import('../product/client.ts');
  const cookies: string[] = [];
  for (let n = 0; n < count; n++) cookies.push((await signIn(nurse.url, 'dsn@demo')).cookie);
  return cookies;
}
