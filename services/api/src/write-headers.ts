import { hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** An idempotency key: printable, at most 255 characters. */
const KEY = /^[\x21-\x7e]{1,255}$/;

/** What is said where it is missing. */
export const noKey = {
  path: 'Idempotency-Key',
  message: {
    ja: '送信ごとの鍵(1〜255文字の印字できる英数記号)が必要です。',
    en: 'Required: 1 to 255 printable characters.',
  },
};

export function keyOf(headers: IncomingHttpHeaders): string | null {
  const key = headers['idempotency-key'];
  return typeof key === 'string' && KEY.test(key) ? key : null;
}

/** Version of If-Match: `"7"`, `7`, or `*`; null when missing or not a version. */
export function matchOf(headers: IncomingHttpHeaders): number | '*' | null {
  const match = headers['if-match'];
  if (match === '*') return '*';
  const digits = /^"?(\d{1,9})"?$/.exec(match ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

/** What a key stands for: method, path and body, without If-Match. */
export function hashOf(method: string, path: string, body: string | Buffer): string {
  const head = `${method} ${path}\n`;
  return hash('sha256', typeof body === 'string' ? head + body : Buffer.concat([Buffer.from(head), body]), 'hex');
}
