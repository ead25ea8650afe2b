import { hash, randomBytes } from 'node:crypto';

/** JSON with sorted keys and no spaces (the order of RFC 8785): the bytes that a hash covers, stored as they are. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(item => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}

/** Hash before the first event of a case. */
export const emptyHead: Uint8Array = new Uint8Array(32);

/** Link of a case's chain: SHA-256 over the hash before it and the event's canonical bytes. */
export function chainHash(head: Uint8Array, payload: Uint8Array): Uint8Array {
  return hash('sha256', Buffer.concat([head, payload]), 'buffer');
}

/** Salted hash of a record's body: the salt may be destroyed to forget it, without breaking the chain. */
export function saltedHash(body: unknown): { salt: string; hash: string } {
  const salt = randomBytes(16).toString('hex');
  return { salt, hash: hash('sha256', salt + canonicalJson(body), 'hex') };
}
