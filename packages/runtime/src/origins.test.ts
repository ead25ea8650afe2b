import { describe, expect, it } from 'vitest';
import { isOwnHost, isOwnOrigin } from './origins.ts';

const loopback = { publicOrigin: null, trustProxy: null, isLoopback: true };
const proxied = { publicOrigin: 'https://kaeri.example', trustProxy: 1, isLoopback: true };
const named = { ...proxied, trustProxy: null };
const to = (host: string | undefined) => ({ headers: host === undefined ? {} : { host } });

describe('a host', () => {
  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'localhost', 'LOCALHOST:8'])(
    'that is a loopback name is ours on loopback: %s',
    host => expect(isOwnHost(to(host), loopback)).toBe(true),
  );
  it.each([
    'evil.example:3000',
    'localhost.evil.example:3000',
    '127.0.0.1.evil.example',
    'evil.example:localhost',
    '0.0.0.0:3000',
    '[::]:3000',
    '',
    undefined,
  ])('of any other name is not: %s', host => expect(isOwnHost(to(host), loopback)).toBe(false));

  it('is that of PUBLIC_URL where there is one, and loopback for whoever looks after the program', () => {
    for (const host of ['kaeri.example', 'kaeri.example:443', '127.0.0.1:3000'])
      expect(isOwnHost(to(host), named), host).toBe(true);
    expect(isOwnHost(to('evil.example'), named)).toBe(false);
  });

  it('is not ours to judge behind a proxy, which calls the program as it likes, or where nobody told us our name', () => {
    expect(isOwnHost(to('app:3000'), proxied)).toBe(true);
    expect(isOwnHost(to('ward.example'), { ...loopback, isLoopback: false })).toBe(true);
  });
});

describe('a request', () => {
  const asks = (headers: Record<string, string>, method = 'POST') =>
    isOwnOrigin({ method, headers: { host: 'localhost:3000', ...headers } }, null);

  it('of another program, without Origin, is taken', () => {
    expect(asks({})).toBe(true);
  });
  it('of a browser that says it comes from elsewhere is refused also without Origin', () => {
    expect(asks({ 'sec-fetch-site': 'cross-site' })).toBe(false);
    expect(asks({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).toBe(false);
    expect(asks({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 'GET')).toBe(false);
    expect(asks({ 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(asks({ 'sec-fetch-site': 'none' })).toBe(true);
  });
  it('that follows a link from elsewhere is taken: it changes nothing', () => {
    expect(asks({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 'GET')).toBe(true);
  });
  it('is judged by its Origin where it has one: the two loopback names are one, another port is another', () => {
    expect(asks({ origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'cross-site' })).toBe(true);
    expect(asks({ origin: 'http://localhost:4000', 'sec-fetch-site': 'same-site' })).toBe(false);
    expect(asks({ origin: 'null' })).toBe(false);
  });
});
