import { gzipSync } from 'node:zlib';
import type { Client } from '../product/client.ts';
import { median } from './load.ts';
import type { Row } from './report.ts';

const CARDS = 500;
const READS = 30;

/** First board with 500 cases: bytes and time. */
export async function measureBoard(url: string, nurse: Client): Promise<Row[]> {
  const board = await nurse.get<{ rows: unknown[] }>('/board');
  const missing = Math.max(0, CARDS - board.body.rows.length);
  for (let at = 0; at < missing; at += 10)
    await Promise.all(
      Array.from({ length: Math.min(10, missing - at) }, () =>
        nurse.post('/cases', {
          lead: 'org-kodomo',
          familyName: '試',
          givenName: '験',
          bornOn: '2025-01-01',
          reason: 'bench',
          origin: 'ward',
          needs: ['suction', 'ventilator'],
        }),
      ),
    );
  const times: number[] = [];
  let text = '';
  for (let n = 0; n < READS; n++) {
    const began = performance.now();
    text = await (await fetch(`${url}/api/v1/board`, { headers: { cookie: nurse.cookie } })).text();
    times.push(performance.now() - began);
  }
  const kb = (bytes: number) => bytes / 1000;
  const rows: unknown[] = JSON.parse(text).rows;
  const per500 = CARDS / rows.length;
  return [
    {
      name: `first board, ${rows.length} cases, p50`,
      unit: 'ms',
      product: median(times),
      limit: null,
      floor: null,
      better: 'lower',
    },
    {
      name: 'first board bytes for 500 cases',
      unit: 'kB',
      product: kb(Buffer.byteLength(text)) * per500,
      limit: 110,
      floor: 1,
      better: 'lower',
    },
    {
      name: 'the same, gzip level 1',
      unit: 'kB',
      product: kb(gzipSync(text, { level: 1 }).length) * per500,
      limit: 35,
      floor: 1,
      better: 'lower',
    },
  ];
}
