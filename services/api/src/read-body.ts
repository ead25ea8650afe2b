import type { IncomingMessage } from 'node:http';
import type { Words } from '@kaerimichi/discharge';
import { jsonFault } from './json-fault.ts';

export const JSON_LIMIT = 1024 * 1024;

export const notJson: Words = { ja: 'JSONとして読めません。', en: 'This is not JSON.' };
export const tooLarge = (limit: number): Words => ({
  ja: `本文が${limit}バイトを超えています。`,
  en: `The body is larger than ${limit} bytes.`,
});

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
      resolve({ ok: true, text: Buffer.concat(parts).toString('utf8') });
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
