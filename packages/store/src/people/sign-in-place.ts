import { createHash } from 'node:crypto';
import { isIPv4 } from 'node:net';
import type { Database, Statement } from '../database.ts';
import { foldIdentifier } from './people.ts';

export type SignInAttempt = { readonly identifier: string; readonly address: string };

/** A place is known so long after the last sign-in from it. */
export const PLACE_KNOWN_MS = 90 * 86_400_000;

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The network of an address: of IPv4 its first three numbers, of IPv6 its first 56 bits, as providers give them to a house. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) return plain.slice(0, plain.lastIndexOf('.'));
  const [head = '', tail] = plain.toLowerCase().split('::');
  const [before, after] = [head, tail ?? ''].map(part => part.split(':').filter(group => group !== ''));
  const missing = tail === undefined ? 0 : 8 - (before?.length ?? 0) - (after?.length ?? 0);
  const groups = [...(before ?? []), ...Array<string>(Math.max(0, missing)).fill('0'), ...(after ?? [])];
  return groups
    .map(group => group.padStart(4, '0'))
    .join('')
    .slice(0, 14);
}

const placeOf = ({ identifier, address }: SignInAttempt): string =>
  hashOf(JSON.stringify([foldIdentifier(identifier), networkOf(address)]));

/**
 * What an attempt is counted under: the account as tried from anywhere, or, from a network from which it signed in before,
 * the account as tried from there. So a stranger never locks somebody out of where they usually work.
 */
export async function bucketOf(database: Database, attempt: SignInAttempt, now: string): Promise<string> {
  const place = placeOf(attempt);
  const since = new Date(Date.parse(now) - PLACE_KNOWN_MS).toISOString();
  const isKnown = (await database.rows(knownText, [place, since])).length > 0;
  return isKnown ? place : hashOf(foldIdentifier(attempt.identifier));
}

export async function rememberPlace(database: Database, attempt: SignInAttempt, now: string): Promise<void> {
  await database.run(rememberText, [placeOf(attempt), now]);
}

const knownText: Statement = { text: 'SELECT FROM sign_in_place WHERE subject = $1 AND last_at > $2' };
const rememberText: Statement = {
  text: `INSERT INTO sign_in_place (subject, last_at) VALUES ($1, $2)
    ON CONFLICT (subject) DO UPDATE SET last_at = greatest(sign_in_place.last_at, excluded.last_at)`,
};
