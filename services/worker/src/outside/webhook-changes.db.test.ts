import { randomBytes } from 'node:crypto';
import { createLogger } from '@kaerimichi/runtime';
import type { Store } from '@kaerimichi/store';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../../../../e2e/product/receiver.ts';
import { type MailWorld, startMailWorld } from '../testing/start-mail-world.ts';
import { courierTurn } from './start-courier.ts';

const never = new AbortController().signal;
const kinds = ['turn', 'hold', 'holds', 'notes', 'handoff'];
const log = createLogger('silent');

let world: MailWorld;
let receiver: Receiver;
let turn: () => Promise<void>;
const ports = (store: Store = world.store) => ({
  ...{ store, clock: world.clock, log, place: 'https://kaerimichi.example', push: null, isWebhookSent: true },
  outside: { mayReachLoopback: true },
});
const aMinuteLater = () => {
  world.clock.advance({ minutes: 1 });
  return turn();
};
const told = () => receiver.arrived.map(({ body }) => JSON.parse(body.toString()) as { type: string });
const hold = (holdId: string) => ({ type: 'hold.added', holdId, code: 'equipment', recheckOn: '2027-03-01' });

beforeAll(async () => {
  world = await startMailWorld();
  await world.aNurse('sato');
});
afterAll(() => world.stop());
beforeEach(async () => {
  receiver = await startReceiver();
  turn = courierTurn(ports(), never);
});
afterEach(async () => {
  for (const { id } of await world.store.webhooks.listOf('hospital')) await world.store.webhooks.remove('hospital', id);
  await receiver.stop();
});

/** One that knows what waits already: what follows is news. */
async function settled() {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const url = `${receiver.url}/hook`;
  const webhook = await world.store.webhooks.make({ org: 'hospital', url, kinds, secret, by: 'sato' });
  if (!webhook) throw new Error('not made');
  await aMinuteLater();
  receiver.arrived.length = 0;
  return webhook;
}

describe('a webhook that is changed', () => {
  it('and switched on again is not told what came to wait while it was off', async () => {
    const webhook = await settled();
    await world.store.webhooks.change('hospital', webhook.id, { isOn: false });
    const caseId = await world.register('sato');
    await world.send('sato', caseId, hold('while-off'));
    await aMinuteLater();
    await world.store.webhooks.change('hospital', webhook.id, { isOn: true });
    for (let n = 0; n < 3; n++) await aMinuteLater();
    expect(told()).toEqual([]);
    await world.send('sato', caseId, hold('since'));
    for (let n = 0; n < 2; n++) await aMinuteLater();
    expect(told().map(({ type }) => type)).toContain('case.hold');
  });

  it('during a look is looked for anew, by what it is then', async () => {
    const webhook = await settled();
    await world.store.webhooks.change('hospital', webhook.id, { kinds: ['notes'] });
    await world.register('sato');
    world.clock.advance({ minutes: 1 });
    const { webhookLooks } = world.store;
    const changing = {
      ...world.store,
      webhookLooks: {
        ...webhookLooks,
        end: async (...args: Parameters<typeof webhookLooks.end>) => {
          await world.store.webhooks.change('hospital', webhook.id, { kinds });
          return webhookLooks.end(...args);
        },
      },
    };
    await courierTurn(ports(changing), never)();
    expect(told()).toEqual([]);
    await aMinuteLater();
    expect(told().map(({ type }) => type)).toEqual(['case.turn']);
  });

  it('is tried ten times an hour at most', async () => {
    const webhook = await settled();
    for (let n = 0; n < 10; n++)
      expect(await world.store.webhooks.test('hospital', webhook.id), String(n)).not.toBeNull();
    expect(await world.store.webhooks.test('hospital', webhook.id)).toBeNull();
    world.clock.advance({ minutes: 61 });
    expect(await world.store.webhooks.test('hospital', webhook.id)).not.toBeNull();
  });
});
