import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { type Product, startProduct } from '../product/product.ts';

let product: Product;
let nurse: Client;

beforeAll(async () => {
  product = await startProduct();
  nurse = await signIn(product.url, 'dsn@demo');
});
afterAll(() => product?.remove());

const MOST_BYTES = 20 * 1024 * 1024;

/** A ward's NDJSON: invented children with what a hospital says of each, up to a size. */
function wardOf(ward: string, bytes: number): { body: Buffer<ArrayBuffer>; children: number } {
  const parts: string[] = [];
  let size = 0;
  let children = 0;
  for (; ; children += 1) {
    const id = `${ward}-${children}`;
    const subject = { reference: `Patient/${id}` };
    const narrative = { status: 'generated', div: `<div>${'所見の記載。'.repeat(20)}</div>` };
    const lines = [
      { resourceType: 'Patient', id, text: narrative, name: [{ text: `早坂 ${children}` }], birthDate: '2022-02-02' },
      { resourceType: 'Condition', subject, text: narrative, code: { text: '短腸症候群' } },
      { resourceType: 'Procedure', subject, status: 'completed', text: narrative, code: { text: '胃瘻造設術' } },
      { resourceType: 'Observation', subject, text: narrative, code: { text: '体重' } },
    ];
    const part = `${lines.map(line => JSON.stringify(line)).join('\n')}\n`;
    size += Buffer.byteLength(part);
    if (size > bytes) break;
    parts.push(part);
  }
  return { body: Buffer.from(parts.join('')), children };
}

const totalOf = async () => (await nurse.get<{ total: number }>('/imports/drafts')).body.total;
const headersOf = (key: string) => ({
  cookie: nurse.cookie,
  'content-type': 'application/fhir+ndjson',
  'idempotency-key': key,
});
const percentile = (times: readonly number[], share: number) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;

async function boardTimes(until: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  let isOver = false;
  void until.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const began = performance.now();
    expect((await nurse.get('/board')).status).toBe(200);
    times.push(performance.now() - began);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  return times;
}

it('of 20 MB leaves the board quick and tells how far it is', async () => {
  const { body, children } = wardOf('long', MOST_BYTES);
  const key = crypto.randomUUID();
  const began = performance.now();
  const seen: { phase: string; done: number; total: number }[] = [];
  const sending = fetch(`${product.url}/api/v1/imports/fhir`, { method: 'POST', headers: headersOf(key), body });
  const asking = setInterval(() => {
    void nurse.get<(typeof seen)[number]>(`/imports/progress/${key}`).then(({ status, body: progress }) => {
      if (status === 200) seen.push(progress);
    });
  }, 100);
  const times = await boardTimes(sending);
  clearInterval(asking);
  const took = performance.now() - began;
  const report = (await (await sending).json()) as { patients: number; drafts: number; leftOutCount: number };
  expect(report).toMatchObject({ patients: children, drafts: children, leftOutCount: children });
  const writing = seen.filter(({ phase }) => phase === 'writing').map(({ done }) => done);
  expect(writing.length).toBeGreaterThan(1);
  expect(writing).toEqual([...writing].sort((a, b) => a - b));
  console.log(
    `${children} children in ${Math.round(took)} ms; board p50 ${percentile(times, 0.5).toFixed(0)} p99 ` +
      `${percentile(times, 0.99).toFixed(0)} max ${Math.max(...times).toFixed(0)} ms of ${times.length}`,
  );
  expect(percentile(times, 0.99)).toBeLessThan(300);
});

it('that is cut while it is sent writes nothing', async () => {
  const before = await totalOf();
  const { body } = wardOf('cut', 2 * 1024 * 1024);
  await new Promise<void>(resolve => {
    const sending = request(`${product.url}/api/v1/imports/fhir`, {
      method: 'POST',
      headers: { ...headersOf(crypto.randomUUID()), 'content-length': body.length },
    });
    sending.on('error', () => resolve());
    sending.write(body.subarray(0, body.length / 2), () => setTimeout(() => sending.destroy(), 50));
    sending.on('close', () => resolve());
  });
  await new Promise(resolve => setTimeout(resolve, 500));
  expect(await totalOf()).toBe(before);
});

it('that is cut while it is read writes nothing', async () => {
  const before = await totalOf();
  const { body } = wardOf('read', MOST_BYTES);
  const key = crypto.randomUUID();
  const progress = async () => (await nurse.get<{ phase: string; done: number }>(`/imports/progress/${key}`)).body;
  const sending = request(`${product.url}/api/v1/imports/fhir`, {
    method: 'POST',
    headers: { ...headersOf(key), 'content-length': body.length },
  });
  sending.on('error', () => undefined);
  sending.end(body);
  while ((await progress()).phase !== 'reading') await new Promise(resolve => setTimeout(resolve, 2));
  sending.destroy();
  await expect.poll(progress, { timeout: 10_000 }).toEqual({ phase: 'stopped', done: 0, total: 0 });
  await new Promise(resolve => setTimeout(resolve, 1_000));
  expect(await totalOf()).toBe(before);
  expect(product.log()).not.toContain('"level":50');
});

it('is not even taken in from whoever may not import', async () => {
  const { cookie } = await signIn(product.url, 'hvn@demo');
  const status = await new Promise(resolve => {
    const sending = request(`${product.url}/api/v1/imports/fhir`, {
      method: 'POST',
      headers: { ...headersOf(crypto.randomUUID()), cookie, 'content-length': MOST_BYTES },
    });
    sending.on('error', () => undefined);
    sending.on('response', answer => {
      resolve(answer.statusCode);
      sending.destroy();
    });
    sending.write('{');
  });
  expect(status).toBe(403);
});

it('that is stopped while it is written leaves whole batches and says how many; again, only the rest is added', async () => {
  const before = await totalOf();
  const { body, children } = wardOf('stopped', 10 * 1024 * 1024);
  const key = crypto.randomUUID();
  const stop = new AbortController();
  const sending = fetch(`${product.url}/api/v1/imports/fhir`, {
    method: 'POST',
    headers: headersOf(key),
    body,
    signal: stop.signal,
  }).catch(() => null);
  const progress = async () => (await nurse.get<{ phase: string; done: number }>(`/imports/progress/${key}`)).body;
  while ((await progress()).phase !== 'writing') await new Promise(resolve => setTimeout(resolve, 5));
  stop.abort();
  await sending;
  while ((await progress()).phase === 'writing') await new Promise(resolve => setTimeout(resolve, 20));
  const { phase, done } = await progress();
  expect(phase).toBe('stopped');
  expect(done % 200).toBe(0);
  expect(done).toBeLessThan(children);
  expect(await totalOf()).toBe(before + done);
  const again = await fetch(`${product.url}/api/v1/imports/fhir`, {
    method: 'POST',
    headers: headersOf(crypto.randomUUID()),
    body,
  });
  expect(await again.json()).toMatchObject({ drafts: children, unchanged: done });
  expect(await totalOf()).toBe(before + children);
});
