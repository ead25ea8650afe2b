import { crc32, deflateSync } from 'node:zlib';

const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap(part => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [...part])));

const segment = (marker: number, ...data: readonly (string | readonly number[])[]): number[] => {
  const inside = [...bytesOf(...data)];
  const length = inside.length + 2;
  return [0xff, marker, length >> 8, length & 0xff, ...inside];
};

/** Exif with which side is up, and a place that must not be kept. */
const exif = (turned: number) =>
  segment(
    ...([0xe1, 'Exif\0\0', 'MM\0*', [0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0]] as const),
    ...([[0, 0, 0, 0], 'GPS 35.33N 139.40E canary-place'] as const),
  );

/** A JPEG as telephones make them, as far as its parts go; `turned` as Exif says it. */
export const aJpeg = (turned = 6): Uint8Array =>
  bytesOf(
    [0xff, 0xd8],
    segment(0xe0, 'JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0]),
    exif(turned),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0canary-xmp'),
    segment(0xe2, 'ICC_PROFILE\0', [1, 1], 'profile'),
    segment(0xe2, 'MPF\0canary-second-picture'),
    segment(0xed, 'Photoshop 3.0\0canary-iptc'),
    segment(0xfe, 'canary-comment'),
    segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]),
    segment(0xc0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56],
    [0xff, 0xd9],
    'canary-behind',
  );

const chunk = (type: string, data: Uint8Array): number[] => {
  const named = bytesOf(type, [...data]);
  const number = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
  return [...number(data.length), ...named, ...number(crc32(named))];
};

export const aPng = (): Uint8Array =>
  bytesOf(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    chunk('IHDR', bytesOf([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk('tEXt', bytesOf('Comment\0canary-text')),
    chunk('eXIf', bytesOf('canary-exif')),
    chunk('IDAT', deflateSync(bytesOf([0, 0]))),
    chunk('IEND', bytesOf()),
    'canary-behind',
  );

export const aPdf = (): Uint8Array => bytesOf('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
