import type { IncomingMessage } from 'node:http';
import type { Words } from '@kaerimichi/discharge';

export type Upload =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly why: Words };

const FILE_LIMIT = 20 * 1024 * 1024;

const tooLarge: Words = {
  ja: 'ファイルが20MBを超えています。分けて読み込んでください。',
  en: 'The file is larger than 20 MB. Please split it.',
};
export const cutOff: Words = {
  ja: '送信が途中で切れました。何も書き込んでいません。',
  en: 'The upload broke off. Nothing was written.',
};
const empty: Words = { ja: 'ファイルが空です。', en: 'The file is empty.' };
const packed: Words = {
  ja: '圧縮されたファイルです。展開してから読み込んでください。',
  en: 'The file is compressed. Please unpack it first.',
};

/** The whole file as it came, up to the limit; beyond it nothing more is kept. Nothing is read before all is here. */
export function readUpload(request: IncomingMessage): Promise<Upload> {
  return new Promise(resolve => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= FILE_LIMIT) parts.push(part);
      else parts.length = 0;
    });
    request.once('error', () => resolve({ ok: false, why: cutOff }));
    request.once('close', () => resolve({ ok: false, why: cutOff }));
    request.once('end', () => resolve(toUpload(request, parts, size)));
  });
}

function toUpload(request: IncomingMessage, parts: readonly Buffer[], size: number): Upload {
  if (size > FILE_LIMIT) return { ok: false, why: tooLarge };
  if (size === 0) return { ok: false, why: empty };
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  const isEncoded = !['', 'identity'].includes(String(request.headers['content-encoding'] ?? ''));
  const isPacked = (bytes[0] === 0x1f && bytes[1] === 0x8b) || (bytes[0] === 0x50 && bytes[1] === 0x4b);
  return isEncoded || isPacked ? { ok: false, why: packed } : { ok: true, bytes };
}
