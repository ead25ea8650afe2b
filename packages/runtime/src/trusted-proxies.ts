import { isIPv4, isIPv6 } from 'node:net';
import { z } from 'zod';
import { expectedValues } from './expected-values.ts';

/** Hops beyond any sensible chain: a larger number is a port or a mistake. */
const MOST_HOPS = 20;
const NAMED = ['loopback', 'linklocal', 'uniquelocal'];

/** Whose X-Forwarded-For is believed: so many hops, or these addresses and networks. */
export const trustedProxies = z.string().transform((text, context): number | string[] => {
  const hops = /^\s*(\d+)\s*$/.exec(text)?.[1];
  if (hops !== undefined && Number(hops) >= 1 && Number(hops) <= MOST_HOPS) return Number(hops);
  const list = text.split(',').map(entry => entry.trim());
  if (hops === undefined && list.every(isPlace)) return list;
  context.addIssue({ code: 'custom', message: expectedValues.TRUST_PROXY.en });
  return z.NEVER;
});

function isPlace(entry: string): boolean {
  if (NAMED.includes(entry)) return true;
  const [address = '', bits, ...rest] = entry.split('/');
  const widest = isIPv4(address) ? 32 : isIPv6(address) ? 128 : 0;
  if (widest === 0 || rest.length > 0) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= widest);
}
