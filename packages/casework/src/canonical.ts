import { hash, randomFillSync } from 'node:crypto';

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

const SALT_BYTES = 16;
// Asking the system for random bytes costs more than the hash itself: it is asked once for many salts.
const drawn = Buffer.alloc(SALT_BYTES * 256);
let used = drawn.length;

/** Random bytes that were handed out to nobody else, as hex; they are not kept after that. */
function newSalt(): string {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  const salt = drawn.toString('hex', used, used + SALT_BYTES);
  drawn.fill(0, used, used + SALT_BYTES);
  used += SALT_BYTES;
  return salt;
}

/** Salted hash of a record's body: the salt may be destroyed to forget it, without breaking the chain. */
export function saltedHash(body: unknown): { salt: string; hash: string } {
  const salt = newSalt();
  return { salt, hash: hash('sha256', salt + canonicalJson(body), 'hex') };
}
