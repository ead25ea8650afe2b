import { crc32, inflateRawSync } from 'node:zlib';
import type { Words } from '@kaerimichi/discharge';

export type Unzipped =
  | { readonly ok: true; readonly entries: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly text: Words };

/** What a ZIP may unpack to, all of it together, and how many files it may hold. */
const MOST_BYTES = 150 * 1024 * 1024;
const MOST_ENTRIES = 500;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

const broken: Words = {
  ja: 'ZIPとして展開できません。壊れているか、パスワードがかかっています。',
  en: 'It cannot be unpacked as a ZIP: it is damaged, or protected by a password.',
};
const tooMuch: Words = {
  ja: '展開すると大きすぎます(150MBまで)。分けて読み込んでください。',
  en: 'It unpacks to more than 150 MB. Please split it.',
};
const tooMany: Words = {
  ja: `ZIPの中のファイルが多すぎます(${MOST_ENTRIES}個まで)。`,
  en: `The ZIP holds more than ${MOST_ENTRIES} files.`,
};

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3;

/**
 * Every file of a ZIP, by the directory at its end. Nothing is unpacked beyond what that promises, and what it promises is
 * bounded; a file that is another than promised (size, check sum) is refused, and so the whole.
 */
export function unzip(bytes: Uint8Array): Unzipped {
  try {
    const listed = entriesOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes);
    if (listed === null) return { ok: false, text: broken };
    if (listed.length > MOST_ENTRIES) return { ok: false, text: tooMany };
    if (listed.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) return { ok: false, text: tooMuch };
    const entries = new Map<string, Uint8Array>();
    for (const entry of listed) {
      const content = unpack(bytes, entry);
      if (content === null) return { ok: false, text: broken };
      entries.set(entry.name, content);
    }
    return { ok: true, entries };
  } catch {
    // A place outside the file, or a stream that zlib does not take.
    return { ok: false, text: broken };
  }
}

type Listed = {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
};

/** null: no directory, or a file in it is encrypted. ZIP64 begins at 4 GB, which no upload has. */
function entriesOf(view: DataView, bytes: Uint8Array): Listed[] | null {
  const end = endOf(view);
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  const entries: Listed[] = [];
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count && n <= MOST_ENTRIES; n += 1) {
    if (view.getUint32(at, true) !== ENTRY) return null;
    const flags = view.getUint16(at + 8, true);
    if ((flags & 1) === 1) return null;
    const [nameLength, extra, comment] = [28, 30, 32].map(offset => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0);
    if (!name.endsWith('/'))
      entries.push({
        name,
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        packed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        at: view.getUint32(at + 42, true),
      });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

/** The record at the end, before a comment of at most 65,535 bytes. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1)
    if (view.getUint32(at, true) === END) return at;
  return -1;
}

/** Names without the sign for UTF-8 are CP932 where a Japanese Windows made the ZIP. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  const decoded = new TextDecoder(isUtf8 ? 'utf-8' : 'shift_jis').decode(bytes);
  return decoded.replace(/\p{Cc}/gu, '').slice(0, 200);
}

function unpack(bytes: Uint8Array, { at, method, packed, size, crc }: Listed): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(at, true) !== LOCAL) return null;
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const content = bytes.subarray(from, from + packed);
  if (content.length !== packed || (method !== 0 && method !== 8)) return null;
  // One byte more than promised is already another file.
  const whole = method === 0 ? content : inflateRawSync(content, { maxOutputLength: Math.max(1, size) });
  return whole.length === size && crc32(whole) === crc ? whole : null;
}
