import { randomBytes } from 'node:crypto';

/** Digits and capitals without I, L, O and U, which are read as others (Crockford's base 32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Sixty bits: with ten wrong tries in a quarter of an hour nobody finds one. */
const LENGTH = 12;

/** A code to be printed, in three groups that can be said on the telephone. */
export function packetCode(): string {
  const signs = [...randomBytes(LENGTH)].map(byte => SIGNS[byte % SIGNS.length]).join('');
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as somebody types it: any width and case, with or without groups, an O for a zero; null when it is none. */
export function readPacketCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐‑–—―ー−]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return plain.length === LENGTH && [...plain].every(sign => SIGNS.includes(sign)) ? plain : null;
}
