import { Client as Database } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientWith, signIn } from '../product/client.ts';
import { type Product, startProduct } from '../product/product.ts';
import { consentTo, send } from './canary-case.ts';
import { shareable } from './people-table.ts';
import { putMember } from './people-world.ts';
import { type Frame, type Listener, listen } from './taken-away.ts';

const CASES = 20;
const WITHIN_MS = 2_000;
const STATION = 'org-nozomi';
/** A day in Tokyo that ends so long after the program's clock has begun. */
const TODAY = '2026-12-09';
const TOMORROW = '2026-12-10';
const MIDNIGHT = Date.parse(`${TOMORROW}T00:00:00+09:00`);
const AHEAD_MS = 90_000;

let product: Product;
let nurse: Client;

beforeAll(async () => {
  product = await startProduct({ env: { NOW: new Date(MIDNIGHT - AHEAD_MS).toISOString() } });
  nurse = await signIn(product.url, 'dsn@demo');
});
afterAll(() => product?.remove());

async function listenUntilMidnight(cookie: string): Promise<Listener & { readonly midnightAt: number }> {
  const listener = await listen(product.url, cookie);
  return { ...listener, midnightAt: performance.now() + MIDNIGHT - Date.parse(listener.saidAt) };
}

async function sharedUntil(at: number, period: { from: string; until?: string }): Promise<string> {
  const child = { familyName: `真夜中${at}番`, bornOn: '2025-01-01', reason: 'x', origin: 'ward' };
  const { body } = await nurse.post<{ id: string }>('/cases', { lead: 'org-kodomo', ...child });
  const asked = { type: 'candidate.asked', candidateId: 't', function: 'visitingNurse', organisation: STATION };
  await send(nurse, body.id, asked);
  await send(nurse, body.id, { type: 'candidate.answered', candidateId: 't', answer: 'accepted' });
  const { until: _none, ...consent } = consentTo(STATION, 'c', shareable);
  await send(nurse, body.id, { ...consent, ...period });
  return body.id;
}

/** Somebody whose membership has its last day today. */
async function whoeverEndsToday(): Promise<Client> {
  const database = new Database({ connectionString: product.connection() });
  await database.connect();
  try {
    const member = { id: 'ends-today', org: 'org-kodomo', role: 'dischargeNurse', untilOn: TODAY };
    const cookie = await putMember(database, member);
    // The session as old as the program's clock says.
    const at = new Date(MIDNIGHT - AHEAD_MS).toISOString();
    await database.query(
      `UPDATE session SET created_at = $1, last_seen_at = $1, expires_at = $1::timestamptz + interval '10 hours'
       WHERE person_id = 'ends-today'`,
      [at],
    );
    return clientWith(product.url, cookie);
  } finally {
    await database.end();
  }
}

describe('what the day ends leaves open screens within two seconds of midnight', () => {
  it('a consent on its last day, a membership on its last day; and what begins comes', async () => {
    const station = await listenUntilMidnight((await signIn(product.url, 'hvn@demo')).cookie);
    const leaving = await whoeverEndsToday();
    const own = await listenUntilMidnight(leaving.cookie);
    const ending: string[] = [];
    for (let at = 0; at < CASES; at++) ending.push(await sharedUntil(at, { from: TODAY, until: TODAY }));
    const beginning = await sharedUntil(CASES, { from: TOMORROW });
    const namesOf = (id: string) => station.frames.filter(({ text }) => text.includes(id));
    const isNamed = ({ text }: Frame) => text.includes('真夜中');
    expect(ending.every(id => namesOf(id).some(isNamed))).toBe(true);
    expect(namesOf(beginning).some(isNamed)).toBe(false);
    expect(performance.now()).toBeLessThan(station.midnightAt);
    expect((await leaving.get('/board')).status).toBe(200);

    const wait = station.midnightAt - performance.now() + WITHIN_MS + 5_000;
    const afterMidnight = (id: string) => namesOf(id).find(({ at }) => at > station.midnightAt);
    await expect
      .poll(() => ending.every(id => afterMidnight(id)) && afterMidnight(beginning) !== undefined, { timeout: wait })
      .toBe(true);
    const late = ending.map(id => (afterMidnight(id)?.at ?? 0) - station.midnightAt).sort((a, b) => a - b);
    const ended = own.frames.find(({ name }) => name === 'session.ended');
    const cutAt = (ended?.at ?? Number.POSITIVE_INFINITY) - own.midnightAt;
    console.log(
      `${CASES} consents gone after ${late[0]?.toFixed(0)} to ${late.at(-1)?.toFixed(0)} ms, a membership after ${cutAt.toFixed(0)} ms`,
    );
    expect(ending.filter(id => isNamed(afterMidnight(id) as Frame))).toEqual([]);
    expect(isNamed(afterMidnight(beginning) as Frame)).toBe(true);
    expect(late.at(-1)).toBeLessThan(WITHIN_MS);
    expect(cutAt).toBeLessThan(WITHIN_MS);
    expect((await leaving.get('/board')).status).toBe(401);
    for (const { socket } of [station, own]) socket.disconnect();
  });
});
