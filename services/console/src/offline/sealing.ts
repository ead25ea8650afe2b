import type { Lock, Sealed } from './device-rows.ts';

/**
 * Rounds of PBKDF2-SHA-256 over a PIN (OWASP's figure). Fewer make six digits quick to try out; many more keep an old
 * phone busy for seconds each time a nurse opens what is kept.
 */
export const PIN_ROUNDS = 600_000;

const AES = 'AES-GCM';
const KEY_BYTES = 32;
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
const bytesOf = (text: string) => new TextEncoder().encode(text);

const aesKey = (raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, AES, false, ['encrypt', 'decrypt']);

/** A new lock for a PIN, and the key that it guards. */
export async function makeLock(
  pin: string,
  { owner, rounds = PIN_ROUNDS }: { readonly owner: string; readonly rounds?: number },
): Promise<{ readonly lock: Lock; readonly key: CryptoKey }> {
  const raw = random(KEY_BYTES);
  const salt = random(16);
  const deviceKey = await crypto.subtle.generateKey({ name: AES, length: 256 }, false, ['encrypt', 'decrypt']);
  const byPin = await sealBytes(await pinKey(pin, { salt, rounds }), raw, owner);
  const wrapped = await sealBytes(deviceKey, joined(byPin), owner);
  const key = await aesKey(raw);
  raw.fill(0);
  return { lock: { owner, salt, rounds, deviceKey, wrapped, tries: 0 }, key };
}

/** The key that a lock guards; null where the PIN is another one. */
export async function openLock({ owner, deviceKey, wrapped, ...lock }: Lock, pin: string): Promise<CryptoKey | null> {
  try {
    const byPin = apart(await unsealBytes(deviceKey, wrapped, owner));
    const raw = new Uint8Array(await unsealBytes(await pinKey(pin, lock), byPin, owner));
    const key = await aesKey(raw);
    raw.fill(0);
    return key;
  } catch {
    // AES-GCM says of a wrong key no more than that it does not fit.
    return null;
  }
}

/** A value, sealed under its name: what lies under another name no longer opens. */
export const seal = (key: CryptoKey, name: string, value: unknown): Promise<Sealed> =>
  sealBytes(key, bytesOf(JSON.stringify(value)), name);

/** @throws where it was sealed by another key or under another name */
export const unseal = async (key: CryptoKey, name: string, sealed: Sealed): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode(await unsealBytes(key, sealed, name)));

async function pinKey(
  pin: string,
  { salt, rounds }: { readonly salt: Uint8Array<ArrayBuffer>; readonly rounds: number },
): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', bytesOf(pin), 'PBKDF2', false, ['deriveKey']);
  const stretched = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return crypto.subtle.deriveKey(stretched, typed, { name: AES, length: 256 }, false, ['encrypt', 'decrypt']);
}

async function sealBytes(key: CryptoKey, bytes: Uint8Array<ArrayBuffer>, name: string): Promise<Sealed> {
  const iv = random(12);
  return { iv, bytes: await crypto.subtle.encrypt({ name: AES, iv, additionalData: bytesOf(name) }, key, bytes) };
}

const unsealBytes = (key: CryptoKey, { iv, bytes }: Sealed, name: string): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt({ name: AES, iv, additionalData: bytesOf(name) }, key, bytes);

const joined = ({ iv, bytes }: Sealed): Uint8Array<ArrayBuffer> => {
  const both = new Uint8Array(iv.length + bytes.byteLength);
  both.set(iv);
  both.set(new Uint8Array(bytes), iv.length);
  return both;
};

const apart = (both: ArrayBuffer): Sealed => ({ iv: new Uint8Array(both.slice(0, 12)), bytes: both.slice(12) });
