import { request } from 'node:http';
import { io } from 'socket.io-client';
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

type Asked = { readonly method?: string; readonly path: string; readonly headers?: Record<string, string> };

/** As a browser would ask that was sent here by somebody else: with headers that fetch does not let one set. */
const ask = ({ method = 'GET', path, headers = {} }: Asked) =>
  new Promise<{ status: number; code: string | null }>((resolve, reject) => {
    const asking = request(`${product.url}${path}`, { method, headers: { cookie: nurse.cookie, ...headers } });
    asking.once('error', reject);
    asking.once('response', answer => {
      const parts: Buffer[] = [];
      answer.on('data', part => parts.push(part));
      answer.once('end', () => {
        const text = Buffer.concat(parts).toString();
        const code = /"code":"([a-z-]+)"/.exec(text)?.[1] ?? null;
        resolve({ status: answer.statusCode ?? 0, code });
      });
    });
    asking.end();
  });
const connects = (extraHeaders: Record<string, string>, transport: 'websocket' | 'polling') => {
  const headers = { cookie: nurse.cookie, ...extraHeaders };
  const socket = io(product.url, {
    transports: [transport],
    forceNew: true,
    reconnection: false,
    extraHeaders: headers,
  });
  return new Promise<boolean>(resolve => {
    socket.once('connect', () => resolve(true));
    socket.once('connect_error', () => resolve(false));
  }).finally(() => socket.disconnect());
};
const foreign = { status: 403, code: 'foreign-origin' };
const events = { method: 'POST', path: '/api/v1/cases/x/events' };
const port = () => new URL(product.url).port;

describe('a name that only resolves here', () => {
  it('opens nothing: no page, no file, no answer, no socket', async () => {
    for (const host of ['evil.example', `evil.example:${port()}`, 'localhost.evil.example'])
      for (const asked of [
        { path: '/' },
        { path: '/board' },
        { path: '/assets/x.js' },
        { path: '/healthz' },
        { path: '/api/v1/me' },
        { method: 'POST', path: '/api/v1/session' },
        events,
      ])
        expect(await ask({ ...asked, headers: { host } }), `${host} ${asked.path}`).toEqual(foreign);
    expect(await connects({ host: 'evil.example' }, 'websocket')).toBe(false);
    const polling = { path: '/socket.io/?EIO=4&transport=polling' };
    expect((await ask(polling)).status).toBe(200);
    expect((await ask({ ...polling, headers: { host: 'evil.example' } })).status).toBe(403);
  });

  it('is none of the loopback names, whose port may be that of a tunnel', async () => {
    for (const host of [`localhost:${port()}`, `127.0.0.1:${port()}`, `[::1]:${port()}`, 'localhost:8080']) {
      expect((await ask({ path: '/', headers: { host } })).status, host).toBe(200);
      expect((await ask({ path: '/api/v1/me', headers: { host } })).status, host).toBe(200);
    }
    expect(await connects({ host: `localhost:${port()}` }, 'websocket')).toBe(true);
  });
});

describe('a browser that another site sent', () => {
  const crossSite = { 'sec-fetch-site': 'cross-site' };
  it('writes nothing and opens no socket, also where it names no origin', async () => {
    for (const asked of [
      events,
      { method: 'POST', path: '/api/v1/session' },
      { method: 'DELETE', path: '/api/v1/session' },
    ])
      expect(await ask({ ...asked, headers: crossSite }), asked.path).toEqual(foreign);
    for (const transport of ['websocket', 'polling'] as const)
      expect(await connects(crossSite, transport), transport).toBe(false);
    expect((await ask({ path: '/api/v1/me' })).status).toBe(200);
  });

  it('follows a link to a page, and another program writes without an origin as before', async () => {
    const link = { ...crossSite, 'sec-fetch-mode': 'navigate' };
    expect((await ask({ path: '/board', headers: link })).status).toBe(200);
    expect((await ask({ path: '/api/v1/docs', headers: link })).status).toBe(200);
    expect((await ask({ ...events })).code).toBe('bad-input');
  });

  it('from another port of this machine is judged by its origin', async () => {
    const other = { 'sec-fetch-site': 'same-site', origin: 'http://localhost:1' };
    expect(await ask({ ...events, headers: other })).toEqual(foreign);
    const own = { 'sec-fetch-site': 'cross-site', origin: `http://localhost:${port()}` };
    expect((await ask({ ...events, headers: own })).code).toBe('bad-input');
  });
});
