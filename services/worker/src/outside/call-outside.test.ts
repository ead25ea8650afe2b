import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Receiver, startReceiver } from '../../../../e2e/product/receiver.ts';
import { callOutside } from './call-outside.ts';
import { signMessage } from './sign-message.ts';

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.stop());
beforeEach(() => {
  receiver.arrived.length = 0;
  receiver.answer = response => response.writeHead(204).end();
});

const call = (url: string) => ({ url, headers: { 'content-type': 'application/json' }, body: '{"a":"あ"}' });
const here = { mayReachLoopback: true };

describe('a call outside', () => {
  it('arrives whole', async () => {
    expect(await callOutside(call(`${receiver.url}/hook?a=b`), here)).toEqual({ status: 204 });
    expect(receiver.arrived).toMatchObject([{ path: '/hook?a=b', headers: { 'content-type': 'application/json' } }]);
    expect(receiver.arrived[0]?.body.toString()).toBe('{"a":"あ"}');
  });

  it('goes to no address inside, whatever its name says', async () => {
    const resolve = vi.fn(async () => ['10.0.0.1']);
    for (const addresses of [
      ['10.0.0.1'],
      ['127.0.0.1'],
      ['8.8.8.8', '169.254.169.254'],
      ['::ffff:127.0.0.1'],
      ['fd00::1'],
    ]) {
      resolve.mockResolvedValueOnce(addresses);
      const called = await callOutside(call('https://hooks.example.com/'), { mayReachLoopback: false, resolve });
      expect(called, addresses.join()).toEqual({ why: 'inside' });
    }
    expect(resolve).toHaveBeenCalledTimes(5);
    expect(await callOutside(call(receiver.url), { mayReachLoopback: false, resolve })).toEqual({ why: 'inside' });
    expect(resolve).toHaveBeenCalledTimes(5);
    expect(receiver.arrived).toEqual([]);
  });

  it('asks for the addresses of a name once, and connects to what it looked at: a name that leads elsewhere then is not asked', async () => {
    // First this computer, which this test may reach, then somewhere inside.
    const lies = [['127.0.0.1'], ['10.0.0.1']];
    const resolve = vi.fn(async () => lies.shift() ?? []);
    const called = await callOutside(call(`http://rebinding.localhost:${receiver.port}/`), { ...here, resolve });
    expect(called).toEqual({ status: 204 });
    expect(resolve).toHaveBeenCalledTimes(1);
    expect(receiver.arrived).toMatchObject([{ headers: { host: `rebinding.localhost:${receiver.port}` } }]);
  });

  it('follows no redirect', async () => {
    receiver.answer = response => response.writeHead(302, { location: `${receiver.url}/elsewhere` }).end();
    expect(await callOutside(call(receiver.url), here)).toEqual({ status: 302 });
    expect(receiver.arrived).toHaveLength(1);
  });

  it('says why nothing arrives: nobody there, no such name, no certificate', async () => {
    const unknown = { ...here, resolve: async () => Promise.reject(new Error('ENOTFOUND')) };
    expect(await callOutside(call('https://nowhere.example.com/'), unknown)).toEqual({ why: 'unknownHost' });
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    await new Promise(resolve => closed.close(resolve));
    expect(await callOutside(call(`http://127.0.0.1:${port}/`), here)).toEqual({ why: 'unreachable' });
    expect(await callOutside(call(`https://127.0.0.1:${receiver.port}/`), here)).toMatchObject({
      why: expect.stringMatching(/untrusted|unreachable/),
    });
  });

  it('waits five seconds and takes a megabyte', async () => {
    receiver.answer = response => {
      response.writeHead(200);
      for (let n = 0; n < 20; n++) response.write(Buffer.alloc(100_000));
    };
    expect(await callOutside(call(receiver.url), here)).toEqual({ why: 'tooLong' });
    receiver.answer = () => {};
    const begun = performance.now();
    expect(await callOutside(call(receiver.url), here)).toEqual({ why: 'late' });
    expect(performance.now() - begun).toBeGreaterThan(4_900);
    expect(performance.now() - begun).toBeLessThan(8_000);
  }, 15_000);
});

describe('a signature', () => {
  // The example of the Standard Webhooks specification.
  const message = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    at: new Date(1614265330 * 1000).toISOString(),
    body: '{"test": 2432232314}',
  };
  it('is that of Standard Webhooks', () => {
    expect(signMessage(message, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])).toEqual({
      'webhook-id': message.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });
  it('is by both secrets while one takes the place of the other', () => {
    const signed = signMessage(message, ['whsec_bmV3', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])['webhook-signature'];
    expect(signed).toMatch(/^v1,\S+ v1,g0hM9SsE\S+=$/);
  });
});
