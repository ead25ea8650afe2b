import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { type Product, startProduct } from '../product/product.ts';

let product: Product;
let nurse: Client;

beforeAll(async () => {
  product = await startProduct();
  nurse = await signIn(product.url, 'dsn@demo');
});
afterAll(() => product?.remove());

type Problem = { status: number; code: string; issues?: { path: string; message: string }[] };

describe('what is sent', () => {
  it('is told that its key is missing beside every fault of its event', async () => {
    for (const [body, paths] of [
      ['{"type":"note.added","note":7,"zzz":1}', ['Idempotency-Key', 'note', 'zzz']],
      ['{"type":"nothing.known"}', ['Idempotency-Key', 'type']],
      ['{"type":', ['', 'Idempotency-Key']],
      ['{"type":"note.added","note":"a"}', ['Idempotency-Key']],
    ] as const) {
      const answer = await fetch(`${product.url}/api/v1/cases/nowhere/events`, {
        method: 'POST',
        headers: { cookie: nurse.cookie, 'if-match': '*' },
        body,
      });
      const { issues } = (await answer.json()) as Problem;
      expect([answer.status, issues?.map(({ path }) => path).sort()], body).toEqual([400, paths]);
    }
  });

  it('is told every fault of a registration at once, days that cannot be meant and names among them', async () => {
    const registration = { lead: 'org-kodomo', reason: 'x', origin: 'ward' };
    const pathsOf = async (change: object) => {
      const { status, body } = await nurse.post<Problem>('/cases', { ...registration, ...change });
      return [status, body.issues?.map(({ path }) => path).sort()];
    };
    expect(await pathsOf({ bornOn: '1899-12-31', familyName: '\u202eあ', familyKana: '・', origin: 'x' })).toEqual([
      400,
      ['bornOn', 'familyKana', 'familyName', 'origin'],
    ]);
    expect(await pathsOf({ expectedOn: '9999-12-31', givenName: '\u3164' })).toEqual([
      400,
      ['expectedOn', 'givenName'],
    ]);
    for (const lead of ['org-nozomi', 'nowhere'])
      expect(await pathsOf({ bornOn: '2025-01-01', lead })).toEqual([403, undefined]);
  });
});

describe('a search', () => {
  it('that is posted finds what one in the address finds, without key or version', async () => {
    const post = (body: unknown) =>
      fetch(`${product.url}/api/v1/search`, {
        method: 'POST',
        headers: { cookie: nurse.cookie },
        body: JSON.stringify(body),
      });
    for (const q of ['0142', '石井', 'いしい そら', 'nobody at all']) {
      const found = await post({ q });
      const asked = await nurse.get(`/search?q=${encodeURIComponent(q)}`);
      expect([found.status, await found.json()], q).toEqual([200, asked.body]);
    }
    for (const body of [{}, { q: '' }, { q: 'x'.repeat(61) }, { q: 'x', more: 1 }])
      expect((await post(body)).status).toBe(400);
  });
});
