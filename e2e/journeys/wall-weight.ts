import type { CDPSession, Page } from 'playwright-core';
import type { Client } from '../product/client.ts';
import { caseNow } from './children.ts';

/** What a page holds once nothing of it can be let go of. */
type Weight = { readonly nodes: number; readonly bytes: number };

export async function weigh(page: Page, session: CDPSession): Promise<Weight> {
  // What came last is drawn.
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
  // Twice: what the first lets go of may have held something itself.
  for (let n = 0; n < 2; n++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  return { nodes, bytes: usedSize };
}

/** A reason for standing still comes and goes, again and again: each is a change of the card. */
export async function changeCase(api: Client, id: string, count: number): Promise<number> {
  let { version } = await caseNow(api, id);
  for (let n = 0; n < count; n++) {
    const holdId = `w${n >> 1}`;
    const added = { type: 'hold.added', holdId, code: 'housing', recheckOn: '2030-01-01' };
    const sent = await api.send(id, version, n % 2 === 0 ? added : { type: 'hold.removed', holdId });
    if (sent.status !== 200) throw new Error(`${sent.status} ${JSON.stringify(sent.body)}`);
    version = sent.body.version;
  }
  return version;
}

/** Which version of a case the socket of a page was told of. To be called before the page is opened. */
export function followVersions(page: Page): (id: string, version: number) => boolean {
  const told = new Map<string, number>();
  page.on('websocket', socket =>
    socket.on('framereceived', ({ payload }) => {
      for (const [, id = '', version] of String(payload).matchAll(/"caseId":"([^"]+)","version":(\d+)/g))
        told.set(id, Number(version));
    }),
  );
  return (id, version) => (told.get(id) ?? 0) >= version;
}
