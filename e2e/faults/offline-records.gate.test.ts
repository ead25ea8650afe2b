import { describe, expect, it } from 'vitest';
import { childCalled } from '../journeys/children.ts';
import { type Client, signIn } from '../product/client.ts';
import { wholeOr } from '../product/how-much.ts';
import { startProduct } from '../product/product.ts';
import { startCuttingProxy } from './cutting-proxy.ts';
import { randomFrom } from './random-from.ts';

/** What is asked of the console here: its own modules, as a page has them. */
type Item = { readonly state: { readonly is: string } };
type Outbox = {
  readonly items: { read(): readonly Item[] };
  add(item: object): Promise<unknown>;
  flush(): Promise<void>;
  load(): Promise<void>;
};
type Rows = Readonly<Record<string, unknown>>;
type Device = { setUp(pin: string, owner: string): Promise<void>; unlock(pin: string): Promise<string> };
type Kept = {
  put(item: object): Promise<void>;
  remove(item: object): Promise<void>;
  all(): Promise<readonly object[]>;
};
type Console = {
  createApi(options: object): object;
  sendEvent(api: object, event: object, wait: () => Promise<void>): Promise<{ version: number }>;
  createDevice(ports: object): Device;
  sealedOutgoing(device: Device): Kept;
  createOutbox(ports: object): Outbox;
  memoryRows(): Rows;
  silentChannel: object;
};
type Sent = { caseId: string; append: boolean; version: number; id: string; body: object };

/** The console is built apart: its modules are loaded by their place. */
async function loadConsole(): Promise<Console> {
  const files = [
    ...['api/api', 'api/send-event', 'offline/device', 'offline/kept-outgoing', 'offline/outbox'],
    'offline/testing/memory-rows',
  ];
  const load = (file: string) => import(new URL(`../../services/console/src/${file}.ts`, import.meta.url).href);
  return Object.assign({}, ...(await Promise.all(files.map(load))));
}
const { createApi, sendEvent, createDevice, sealedOutgoing, createOutbox, memoryRows, silentChannel } =
  await loadConsole();

const PIN = '482913';
/** A page is loaded anew after so many records. */
const RELOAD = 7;

/** The telephone of a nurse: rows that outlive its pages, and one page at a time. */
function aTelephone(url: string, cookie: string) {
  const rows = memoryRows();
  const api = createApi({
    language: () => 'ja',
    onContact: () => undefined,
    fetch: (path: string, init: RequestInit) =>
      fetch(`${url}${path}`, { ...init, headers: { ...(init.headers as Record<string, string>), cookie } }),
  });
  let page = 0;
  return async (): Promise<Outbox> => {
    page += 1;
    const own = page;
    const device = createDevice({
      rows,
      flag: { write: () => undefined },
      channel: silentChannel,
      now: Date.now,
      rounds: 10,
    });
    if (own === 1) await device.setUp(PIN, 'm');
    else expect(await device.unlock(PIN)).toBe('open');
    const sealed = sealedOutgoing(device);
    const isOpen = () => own === page;
    // A page that is gone holds no lock: what it had under way may still arrive beside the next one's try.
    let turn = Promise.resolve();
    const outbox = createOutbox({
      // What a page that is gone would still write goes nowhere.
      kept: {
        ...sealed,
        put: async (item: object) => (isOpen() ? sealed.put(item) : undefined),
        remove: sealed.remove,
      },
      isThere: isOpen,
      send: async ({ caseId, append, version, id, body }: Sent) => {
        const event = { caseId, append, version, key: id, body, isHere: isOpen };
        return (await sendEvent(api, event, async () => undefined)).version;
      },
      alone: (run: () => Promise<void>) => {
        turn = turn.then(run, run);
        return turn;
      },
      now: Date.now,
      newId: () => crypto.randomUUID(),
    });
    await outbox.load();
    return outbox;
  };
}

/** Every record of a visit that a case has, by what was written. */
async function storedIn(client: Client, caseId: string): Promise<string[]> {
  const found: string[] = [];
  for (let after = 0; ; ) {
    const { body } = await client.get<{
      version: number;
      events: { seq: number; type: string; texts: { findings?: string } | null }[];
    }>(`/cases/${caseId}/events?after=${after}&limit=500`);
    for (const { type, texts } of body.events) if (type === 'visit.recorded') found.push(texts?.findings ?? '');
    const last = body.events.at(-1)?.seq ?? after;
    if (last >= body.version || last === after) return found;
    after = last;
  }
}

/** So many in every run; a thousand in `npm run deep` and where everything is asked. */
const count = Number(process.env.OFFLINE_RECORDS ?? wholeOr(1_000, 60));

describe(`${count} records that were written without a network`, () => {
  it('are each stored exactly once, over retries, pages loaded anew and cut connections', {
    timeout: 900_000,
  }, async () => {
    const product = await startProduct();
    const random = randomFrom(20261130);
    const proxy = await startCuttingProxy(product.url, random);
    try {
      const station = await signIn(product.url, 'hvn@demo');
      const { id: caseId, no } = await childCalled(station, '江口');
      const openPage = aTelephone(proxy.url, station.cookie);
      let outbox = await openPage();
      const written: string[] = [];
      for (let n = 1; n <= count; n++) {
        proxy.isDown(random() < 0.5);
        written.push(`記録 ${n}`);
        const body = {
          type: 'visit.recorded',
          visitId: 'first-h1',
          side: 'station',
          differences: 0,
          findings: `記録 ${n}`,
        };
        await outbox.add({ caseId, no, append: true, version: 1, body });
        // The page goes away in the middle of whatever it was sending.
        if (n % RELOAD === 0) outbox = await openPage();
      }
      proxy.isDown(false);
      for (
        let tries = 0;
        tries < count * 20 && !outbox.items.read().every(({ state }) => state.is === 'sent');
        tries++
      ) {
        await outbox.flush();
        if (tries % RELOAD === 0) outbox = await openPage();
      }
      const states = outbox.items.read().map(({ state }) => state.is);
      expect([states.length, states.filter(is => is !== 'sent')]).toEqual([count, []]);
      const stored = await storedIn(station, caseId);
      expect(stored.toSorted()).toEqual(written.toSorted());
      expect(proxy.cuts().afterIt).toBeGreaterThan(count / 20);
    } finally {
      await proxy.stop();
      await product.remove();
    }
  });
});
