import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { caseNow, childCalled } from '../journeys/children.ts';
import { openProgram } from '../journeys/open-program.ts';
import { type Client, signIn } from '../product/client.ts';
import { inLanes } from './in-lanes.ts';

/** As many as a wall sees in eight hours (experience.md §15, check 10). */
const EVENTS = Number(process.env.WALL_EVENTS ?? 5_000);
const MB = 1024 * 1024;
const children = ['石井', '青木', '上野', '江口', '加藤', '大野'] as const;

const program = openProgram();
let api: Client;
let wall: Page;
let session: CDPSession;
const ids: string[] = [];

beforeAll(async () => {
  api = await signIn(program.url, 'dsn@demo');
  for (const name of children) ids.push((await childCalled(api, name)).id);
  const context = await program.browser.newContext({ locale: 'ja-JP', viewport: { width: 1920, height: 1080 } });
  wall = await context.newPage();
  session = await context.newCDPSession(wall);
  await session.send('Performance.enable');
  await wall.goto(`${program.url}/wall/demo`);
  await wall.locator('[data-case]').first().waitFor();
});
afterAll(() => wall?.context().close());

/** What the page holds once nothing of it can be let go of. */
async function weight(): Promise<{ nodes: number; heap: number }> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find(metric => metric.name === name)?.value ?? 0;
  return { nodes: of('Nodes'), heap: of('JSHeapUsedSize') };
}

/** A reason for standing still comes and goes, again and again: each is a change on the wall. */
async function happen(id: string, count: number): Promise<void> {
  let { version } = await caseNow(api, id);
  for (let n = 0; n < count; n++) {
    const holdId = `w${n >> 1}`;
    const event =
      n % 2 === 0
        ? { type: 'hold.added', holdId, code: 'housing', recheckOn: '2030-01-01' }
        : { type: 'hold.removed', holdId };
    const sent = await api.send(id, version, event);
    expect(sent.status).toBe(200);
    version = sent.body.version;
  }
}

it(`a wall weighs after ${EVENTS} events what it weighed before them`, async () => {
  const each = 2 * Math.floor(EVENTS / ids.length / 2);
  // Warm: what is loaded and compiled once is no growth.
  await inLanes(ids, id => happen(id, 20));
  await wall.waitForTimeout(1_000);
  const before = await weight();
  await inLanes(ids, id => happen(id, each));
  const last = await Promise.all(ids.map(id => caseNow(api, id)));
  const shown = () => wall.locator('[data-case]').count();
  await expect.poll(shown, { timeout: 20_000 }).toBeGreaterThanOrEqual(ids.length);
  await wall.waitForTimeout(2_000);
  const after = await weight();
  const growth = (after.heap - before.heap) / MB;
  console.log(
    `${each * ids.length} events: ${before.nodes} nodes, then ${after.nodes}; heap ${growth.toFixed(1)} MB more`,
  );
  expect(last.every(({ version }) => version > each)).toBe(true);
  expect(Math.abs(after.nodes - before.nodes) / before.nodes).toBeLessThanOrEqual(0.05);
  expect(growth).toBeLessThanOrEqual(30);
});
