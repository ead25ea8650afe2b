/** Markers of a JPEG, second byte. */
const [SOI, EOI, SOS, APP0, APP1, APP2, APP14, APP15, COM, TEM] = [
  0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe, 0x01,
];
const RST0 = 0xd0;
const RST7 = 0xd7;

type Bytes = Uint8Array;

/**
 * A JPEG without what a camera or a program wrote beside the picture: place, time, device, thumbnails, comments. Colour
 * profiles stay, and which side is up. null: it is no whole JPEG. What lies behind its end is left out.
 */
export function stripJpeg(file: Bytes): Bytes | null {
  if (file[0] !== 0xff || file[1] !== SOI) return null;
  const kept: Bytes[] = [file.subarray(0, 2)];
  let turned = 1;
  let hasPicture = false;
  for (let at = 2; at < file.length; ) {
    const found = segmentAt(file, at);
    if (!found) return null;
    const { marker, from, until } = found;
    if (marker === EOI) return hasPicture ? joined([...insertTurn(kept, turned), file.subarray(from, until)]) : null;
    const segment = file.subarray(from, until);
    if (marker === APP1) turned = turnOf(segment) ?? turned;
    if (isKept(marker, segment)) kept.push(segment);
    at = until;
    if (marker !== SOS) continue;
    hasPicture = true;
    const end = endOfScan(file, at);
    kept.push(file.subarray(at, end));
    at = end;
  }
  return null;
}

type Segment = { readonly marker: number; readonly from: number; readonly until: number };

function segmentAt(file: Bytes, at: number): Segment | null {
  let from = at;
  if (file[from] !== 0xff) return null;
  while (file[from + 1] === 0xff) from += 1;
  const marker = file[from + 1];
  if (marker === undefined || marker === 0) return null;
  const isAlone = marker === EOI || marker === TEM || (marker >= RST0 && marker <= RST7);
  if (isAlone) return { marker, from, until: from + 2 };
  const length = ((file[from + 2] ?? 0) << 8) | (file[from + 3] ?? 0);
  const until = from + 2 + length;
  return length >= 2 && until <= file.length ? { marker, from, until } : null;
}

/** Where the data of a picture end: at the next marker that is no part of them. */
function endOfScan(file: Bytes, from: number): number {
  for (let at = from; at < file.length - 1; at += 1) {
    const next = file[at + 1] ?? 0;
    if (file[at] === 0xff && next !== 0 && next !== 0xff && !(next >= RST0 && next <= RST7)) return at;
  }
  return file.length;
}

const begins = (segment: Bytes, name: string): boolean =>
  [...name].every((letter, at) => segment[4 + at] === letter.charCodeAt(0));

function isKept(marker: number, segment: Bytes): boolean {
  if (marker === APP2) return begins(segment, 'ICC_PROFILE');
  if (marker === APP0) return begins(segment, 'JFIF');
  if (marker === APP14) return begins(segment, 'Adobe');
  return marker !== COM && !(marker >= APP0 && marker <= APP15);
}

const ORIENTATION = 0x0112;
/** Of the first directory of Exif; more no camera writes. */
const MOST_ENTRIES = 512;

/** Which side of a picture is up, 1 to 8, as Exif says it; undefined: it says nothing. */
function turnOf(segment: Bytes): number | undefined {
  if (!begins(segment, 'Exif')) return undefined;
  const view = new DataView(segment.buffer, segment.byteOffset + 10, Math.max(0, segment.length - 10));
  if (view.byteLength < 14) return undefined;
  const isLittle = view.getUint16(0) === 0x4949;
  const first = view.getUint32(4, isLittle);
  if (first + 2 > view.byteLength) return undefined;
  const count = Math.min(view.getUint16(first, isLittle), MOST_ENTRIES);
  for (let entry = 0; entry < count; entry += 1) {
    const at = first + 2 + entry * 12;
    if (at + 12 > view.byteLength) return undefined;
    if (view.getUint16(at, isLittle) !== ORIENTATION) continue;
    const turned = view.getUint16(at + 8, isLittle);
    return turned >= 1 && turned <= 8 ? turned : undefined;
  }
  return undefined;
}

/** Exif that says which side is up, and nothing else; of a picture that stands upright, nothing. */
function insertTurn([start, ...rest]: readonly Bytes[], turned: number): Bytes[] {
  if (!start) return [];
  if (turned === 1) return [start, ...rest];
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0];
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0];
  const said = [...exif, ...tiff];
  const own = Uint8Array.from([0xff, APP1, 0, said.length + 2, ...said]);
  // JFIF comes first of all.
  const [first, ...others] = rest;
  return first && first[1] === APP0 ? [start, first, own, ...others] : [start, own, ...rest];
}

const joined = (parts: readonly Bytes[]): Bytes => new Uint8Array(Buffer.concat(parts));
