import type { Words } from '@kaerimichi/discharge';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';

/** Longest address that is kept: no service's is near it. */
export const MOST_URL = 1_000;

const w = (ja: string, en: string): Words => ({ ja, en });
const faults = {
  unreadable: w('https:// で始まるアドレスを入れてください。', 'Give an address that begins with https://.'),
  long: w(`アドレスは${MOST_URL}文字までです。`, `An address has ${MOST_URL} characters at most.`),
  clear: w(
    '暗号化されていないため使えません。https:// で始まるアドレスを入れてください。',
    'It is not encrypted: give one that begins with https://.',
  ),
  person: w(
    'アドレスに名前やパスワードを含めないでください。',
    'An address with a name or a password in it is not taken.',
  ),
  fragment: w('# から後ろを除いてください。', 'Leave out what follows the #.'),
  inside: w(
    'このアドレスは組織の中や専用のもので、外には届きません。インターネットから届くアドレスを入れてください。',
    'This address is inside a house or reserved: give one of the internet.',
  ),
} as const;

/** How far a program may reach: into the internet, or also this computer (tests and development). */
export type Reach = { readonly mayReachLoopback: boolean };

/**
 * Why nothing is sent to an address; null: as far as its text says it may be. `URL` has read a host by then as every
 * client does: `0x7f.1`, `2130706433` and `0177.0.0.1` are 127.0.0.1. To what a name leads is asked when it is called.
 */
export function outsideFault(text: string, { mayReachLoopback }: Reach): Words | null {
  if (text.length > MOST_URL) return faults.long;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['https:', 'http:'].includes(url.protocol) || url.hostname === '') return faults.unreadable;
  if (url.username !== '' || url.password !== '') return faults.person;
  if (url.hash !== '' || text.includes('#')) return faults.fragment;
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const isHere = isLoopbackAddress(host) || host === 'localhost' || host.endsWith('.localhost');
  if (isHere && mayReachLoopback) return null;
  if (url.protocol !== 'https:') return faults.clear;
  const isAddress = host.includes(':') || /^[\d.]+$/.test(host);
  // A name without a dot is one of the own network.
  return isHere || (isAddress ? !isPublicAddress(host) : !host.includes('.')) ? faults.inside : null;
}

/** Whether a name may be called that leads to these addresses: every one of them is open, or it is not called. */
export const mayReach = (addresses: readonly string[], { mayReachLoopback }: Reach): boolean =>
  addresses.length > 0 &&
  addresses.every(address => isPublicAddress(address) || (mayReachLoopback && isLoopbackAddress(address)));
