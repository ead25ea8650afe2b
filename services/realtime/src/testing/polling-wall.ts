/** Frames of a wall display as a browser gets them, read over polling: packets of Engine.IO are then plain text. */
export type PollingWall = {
  /** Every packet so far, as it came. */
  readonly frames: string[];
  /** Sends a message with an acknowledgement, by its number. */
  send(ack: number, message: readonly unknown[]): Promise<void>;
  close(): void;
};

const SEPARATOR = '\u001e';

/** Cookie and greeting of a wall display, and of a person's browser, which reads its board the same way. */
const greetings = {
  screen: { cookie: 'kaerimichi_screen', hello: '40{"as":"screen"}' },
  person: { cookie: 'kaerimichi_session', hello: '40' },
} as const;

export async function openWall(
  origin: string,
  token: string,
  as: keyof typeof greetings = 'screen',
): Promise<PollingWall> {
  const { cookie, hello } = greetings[as];
  const url = `${origin}/socket.io/?EIO=4&transport=polling`;
  const headers = { cookie: `${cookie}=${token}` };
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
    send: (ack, message) => post(`42${ack}${JSON.stringify(message)}`),
    close: () => ended.abort(),
  };
}
