import { crc32 } from 'node:zlib';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** What a picture is drawn with; everything else of a PNG tells of something beside it. */
const drawn: readonly string[] = [
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'bKGD',
  'pHYs',
];

/** A PNG without texts, times and Exif. null: it is no whole PNG. What lies behind its end is left out. */
export function stripPng(file: Uint8Array): Uint8Array | null {
  if (!SIGNATURE.every((byte, at) => file[at] === byte)) return null;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const kept: Uint8Array[] = [file.subarray(0, SIGNATURE.length)];
  const seen: string[] = [];
  for (let at = SIGNATURE.length; at + 12 <= file.length; ) {
    const until = at + 12 + view.getUint32(at);
    if (until > file.length) return null;
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    if (crc32(file.subarray(at + 4, until - 4)) !== view.getUint32(until - 4)) return null;
    seen.push(type);
    if (drawn.includes(type)) kept.push(file.subarray(at, until));
    if (type === 'IEND') return isPicture(seen) ? new Uint8Array(Buffer.concat(kept)) : null;
    at = until;
  }
  return null;
}

const isPicture = (seen: readonly string[]): boolean => seen[0] === 'IHDR' && seen.includes('IDAT');
