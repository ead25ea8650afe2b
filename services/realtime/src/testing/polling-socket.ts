/** Frames of a socket as a browser gets them, read over polling: packets of Engine.IO are then plain text. */
export type PollingSocket = {
  /** Every packet so far, as it came. */
  readonly frames: string[];
  /** Sends a message with an acknowledgement, by its number; null: without one. */
  send(ack: number | null, message: readonly unknown[]): Promise<void>;
  close(): void;
};

const SEPARATOR = '\u001e';

/** A wall display, by the cookie of its screen. */
export const openWall = (origin: string, token: string): Promise<PollingSocket> =>
  openPolling(origin, `kaerimichi_screen=${token}`, '40{"as":"screen"}');

/** Somebody who is signed in. */
export const openPerson = (origin: string, token: string): Promise<PollingSocket> =>
  openPolling(origin, `kaerimichi_session=${token}`, '40');

async function openPolling(origin: string, cookie: string, hello: string): Promise<PollingSocket> {
  const url = `${origin}/socket.io/?EIO=4&transport=polling`;
  const headers = { cookie };
  const { sid } = JSON.parse((await (await fetch(url, { headers })).text()).slice(1)) as { sid: string };
  const post = async (body: string) => void (await fetch(`${url}&sid=${sid}`, { method: 'POST', headers, body }));
  const frames: string[] = [];
  const ended = new AbortController();
  const poll = async () => {
    while (!ended.signal.aborted) {
      const answer = await fetch(`${url}&sid=${sid}`, { headers, signal: ended.signal });
      if (!answer.ok) return;
      const packets = (await answer.text()).split(SEPARATOR);
      frames.push(...packets);
      if (packets.includes('2')) await post('3');
    }
  };
  await post(hello);
  void poll().catch(() => {}); // Cut by the server, or closed below.
  return {
    frames,
    send: (ack, message) => post(`42${ack ?? ''}${JSON.stringify(message)}`),
    close: () => ended.abort(),
  };
}
