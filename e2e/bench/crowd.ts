import type { Change } from '@kaerimichi/contracts';
import { io, type Socket } from 'socket.io-client';
import { signIn } from '../product/client.ts';
import type { Pair } from './world.ts';

type Told = { readonly id: string; readonly version: number };
type Wait = { left: number; readonly resolve: () => void };

/** Sockets of one session are bounded: a crowd comes with sessions of its own, a few dozen sockets each. */
const PER_SESSION = 25;
const cookies: string[] = [];

/** Many clients of one server that keep the version of every case they were told of. */
export class Crowd {
  readonly sockets: readonly Socket[];
  /** Times that a socket was told an older version after a newer one. */
  backwards = 0;
  private readonly waits = new Map<string, Wait>();
  private readonly versions: Map<string, number>[] = [];

  constructor(sockets: readonly Socket[], message: string, read: (told: unknown) => Told[]) {
    this.sockets = sockets;
    for (const socket of sockets) {
      const last = new Map<string, number>();
      this.versions.push(last);
      socket.on(message, told => {
        for (const one of read(told)) this.take(last, one);
      });
    }
  }

  /** Resolves when every socket has this version of the case or a later one; to be asked for before it is sent. */
  expect(id: string | number, version: number): Promise<void> {
    return new Promise(resolve => this.waits.set(`${id}:${version}`, { left: this.sockets.length, resolve }));
  }

  /** Sockets whose last version of a case is another than this. */
  lacking(id: string, version: number): number {
    return this.versions.filter(last => last.get(id) !== version).length;
  }

  leave(): void {
    for (const socket of this.sockets) socket.disconnect();
  }

  private take(last: Map<string, number>, { id, version }: Told): void {
    const before = last.get(id) ?? version - 1;
    if (version < before) this.backwards += 1;
    if (version <= before) return;
    last.set(id, version);
    // Changes of one case that came together are delivered together.
    for (let reached = before + 1; reached <= version; reached++) {
      const wait = this.waits.get(`${id}:${reached}`);
      if (!wait || --wait.left > 0) continue;
      this.waits.delete(`${id}:${reached}`);
      wait.resolve();
    }
  }
}

/** So many clients watching the product's board, signed in. */
export async function productCrowd({ product, nurse }: Pair, count: number): Promise<Crowd> {
  while (cookies.length * PER_SESSION < count) cookies.push((await signIn(nurse.url, 'dsn@demo')).cookie);
  const sockets = await Promise.all(
    Array.from({ length: count }, (_, n) =>
      connect(product.url, { cookie: cookies[Math.floor(n / PER_SESSION)] ?? '' }),
    ),
  );
  // Of the server that this bench started.
  const crowd = new Crowd(sockets, 'cases.changed', told =>
    (told as { changes: Change[] }).changes.map(({ caseId, version }) => ({ id: caseId, version })),
  );
  await Promise.all(sockets.map(socket => socket.timeout(10_000).emitWithAck('board.watch')));
  return crowd;
}

/** So many clients of the bare server, which is told everything. */
export async function bareCrowd({ bare }: Pair, count: number): Promise<Crowd> {
  const sockets = await Promise.all(Array.from({ length: count }, () => connect(bare.url, {})));
  return new Crowd(sockets, 'changed', told => {
    const { id, version } = told as { id: number; version: number };
    return [{ id: String(id), version }];
  });
}

function connect(url: string, extraHeaders: Readonly<Record<string, string>>): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders });
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}
