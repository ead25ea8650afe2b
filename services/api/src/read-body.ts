import type { IncomingMessage } from 'node:http';
import type { Words } from '@kaerimichi/discharge';
import { jsonFault } from './json-fault.ts';

export const JSON_LIMIT = 1024 * 1024;

export const notJson: Words = { ja: 'JSONとして読めません。', en: 'This is not JSON.' };
export const tooLarge = (limit: number): Words => ({
  ja: `本文が${limit}バイトを超えています。`,
  en: `The body is larger than ${limit} bytes.`,
});

export const notUtf8: Words = {
  ja: '文字コードが UTF-8 ではありません。UTF-8 で送ってください。',
  en: 'The body is not UTF-8; send it as UTF-8.',
};

/** A byte order mark stays: no JSON begins with one. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of bytes; null where they are not UTF-8, which would otherwise be kept with signs that nobody wrote. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/** Whether a Content-Type names no charset or UTF-8. */
export function isUtf8(contentType = ''): boolean {
  const charset = /;\s*charset\s*=\s*("[^"]*"|[^;\s]*)/i.exec(contentType)?.[1]?.replaceAll('"', '');
  return charset === undefined || charset.toLowerCase() === 'utf-8';
}

export type Body = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: Words };

/** Reads a request's body up to a limit; beyond it nothing more is kept. */
export function readBody(request: IncomingMessage, limit = JSON_LIMIT): Promise<Body> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= limit) parts.push(part);
    });
    request.on('end', () => {
      if (size > limit) return resolve({ ok: false, why: tooLarge(limit) });
      const text = isUtf8(request.headers['content-type']) ? decodeUtf8(Buffer.concat(parts)) : null;
      resolve(text === null ? { ok: false, why: notUtf8 } : { ok: true, text });
    });
    request.on('error', reject);
  });
}

export type Json = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: Words };

export function parseJson(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    const why = jsonFault(text);
    return why === null ? { ok: true, value } : { ok: false, why };
  } catch {
    return { ok: false, why: notJson };
  }
}
