import { connect, createServer, type Socket } from 'node:net';

/** The wire between a browser and the program, to be cut and mended. */
export type Line = {
  readonly url: string;
  /** Everything that stands breaks, nothing new gets through. */
  readonly cut: () => void;
  /** Only the live connection breaks and stays away, as behind a proxy that knows HTTP alone. */
  readonly cutLive: () => void;
  readonly mend: () => void;
  readonly close: () => void;
};

const LIVE_PATH = '/socket.io';

/** Passes bytes on to a port of this machine. */
export async function openLine(to: number): Promise<Line> {
  let isCut = false;
  let isLiveCut = false;
  const pairs = new Map<Socket, { isLive: boolean }>();
  const server = createServer(near => {
    if (isCut) return near.destroy();
    const far = connect(to, '127.0.0.1');
    const pair = { isLive: false };
    pairs.set(near, pair);
    const end = () => {
      pairs.delete(near);
      near.destroy();
      far.destroy();
    };
    for (const side of [near, far]) side.on('error', end).on('close', end);
    near.on('data', chunk => {
      if (!pair.isLive && chunk.includes(LIVE_PATH)) pair.isLive = true;
      if (pair.isLive && isLiveCut) end();
      else far.write(chunk);
    });
    far.on('data', chunk => near.write(chunk));
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const breakAll = (isMeant: (pair: { isLive: boolean }) => boolean) => {
    for (const [socket, pair] of [...pairs]) if (isMeant(pair)) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${port}`,
    cut: () => {
      isCut = true;
      breakAll(() => true);
    },
    cutLive: () => {
      isLiveCut = true;
      breakAll(({ isLive }) => isLive);
    },
    mend: () => {
      isCut = false;
      isLiveCut = false;
    },
    close: () => {
      breakAll(() => true);
      server.close();
    },
  };
}
