import pg from 'pg';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { type Product, startProduct } from '../product/product.ts';
import { registerCases } from '../product/register-cases.ts';

/** Somebody's transaction that may write: as long as it runs, no relay may read what was committed after it began. */
class HeldOutbox {
  private readonly owner: pg.Client;
  constructor(connection: string) {
    this.owner = new pg.Client({ connectionString: connection });
  }
  async hold(): Promise<void> {
    await this.owner.connect();
    await this.owner.query('BEGIN');
    await this.owner.query('SELECT pg_current_xact_id()');
  }
  async letGo(): Promise<void> {
    await this.owner.query('ROLLBACK');
    await this.owner.end();
  }
}

let product: Product;
let nurse: Client;
let socket: Socket;
const heard: number[] = [];
let caseId = '';

beforeAll(async () => {
  product = await startProduct();
  nurse = await signIn(product.url, 'dsn@demo');
  [caseId = ''] = await registerCases(nurse, 1);
  const adopted = { type: 'case.adopted', stage: 'preparing', since: '2026-01-05', source: 'paper' };
  expect((await nurse.send(caseId, 1, adopted)).body).toMatchObject({ accepted: true });
  socket = io(product.url, { transports: ['websocket'], forceNew: true, extraHeaders: { cookie: nurse.cookie } });
  socket.on('case.event', ({ seq }: { seq: number }) => heard.push(seq));
  await socket.emitWithAck('case.watch', { caseId });
});
afterAll(async () => {
  socket?.disconnect();
  await product?.remove();
});

const note = async (n: number) =>
  expect((await nurse.send(caseId, '*', { type: 'note.added', note: `held ${n}` })).status).toBe(200);
const ask = async () => {
  const asked = {
    type: 'candidate.asked',
    candidateId: 't-1',
    function: 'visitingNurse',
    organisation: 'org-nozomi',
  };
  expect((await nurse.send(caseId, 6, asked)).body).toMatchObject({ accepted: true });
};
const hears = (seqs: readonly number[]) => expect.poll(() => heard, { timeout: 3_000 }).toEqual(seqs);

describe('while the outbox is held back', () => {
  it('what this program commits is told at once, in order, and not again when it is let go', async () => {
    await note(3);
    await hears([3]);
    const outbox = new HeldOutbox(product.connection());
    await outbox.hold();
    await note(4);
    await note(5);
    await hears([3, 4, 5]);
    await outbox.letGo();
    await note(6);
    await hears([3, 4, 5, 6]);
  });

  it('a change of who may see the case waits for it, and what comes after waits behind', async () => {
    const outbox = new HeldOutbox(product.connection());
    await outbox.hold();
    await ask();
    await note(8);
    await new Promise(resolve => setTimeout(resolve, 1_500));
    expect(heard).toEqual([3, 4, 5, 6]);
    await outbox.letGo();
    await hears([3, 4, 5, 6, 7, 8]);
  });
});
