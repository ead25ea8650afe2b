import { connect, createServer, type Socket } from 'node:net';

export type CuttingProxy = {
  readonly url: string;
  /** How many connections were cut, and of them after the server had taken something in. */
  readonly cuts: () => { readonly all: number; readonly afterIt: number };
  readonly isDown: (is: boolean) => void;
  readonly stop: () => Promise<void>;
};

/**
 * A network in front of a server that is cut again and again: before anything arrives, while it is on its way, and, worst of
 * all, after the server has taken it in and before its answer comes back. `pick` answers a number from 0 to 1.
 */
export async function startCuttingProxy(target: string, pick: () => number): Promise<CuttingProxy> {
  const port = Number(new URL(target).port);
  const cuts = { all: 0, afterIt: 0 };
  const open = new Set<Socket>();
  let isDown = false;
  const server = createServer(client => {
    open.add(client);
    client.on('close', () => open.delete(client));
    client.on('error', () => undefined);
    const cut = (isAfter: boolean) => {
      cuts.all += 1;
      if (isAfter) cuts.afterIt += 1;
      client.destroy();
    };
    if (isDown) return cut(false);
    const upstream = connect(port, '127.0.0.1');
    /** What becomes of the answer to what was sent last. */
    let isLost = false;
    upstream.on('error', () => client.destroy());
    upstream.on('end', () => client.end());
    client.on('close', () => upstream.end());
    // A connection is kept for many requests: each has a fate of its own.
    client.on('data', request => {
      const fate = pick();
      if (fate < 0.15) return cut(false);
      isLost = fate < 0.35;
      upstream.write(request);
    });
    upstream.on('data', answer => {
      if (isLost) cut(true);
      else client.write(answer);
    });
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the proxy listens nowhere');
  return {
    url: `http://127.0.0.1:${address.port}`,
    cuts: () => cuts,
    isDown: is => {
      isDown = is;
      if (is) for (const socket of open) socket.destroy();
    },
    stop: async () => {
      for (const socket of open) socket.destroy();
      await new Promise(done => server.close(done));
    },
  };
}
