/** An address and how many of its first bits a range fixes. */
type Range = readonly [address: string, bits: number];

/** What of IPv4 is nobody's on the open internet: own host and networks, shared, documentation, multicast, reserved. */
const closed4: readonly Range[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
/**
 * Of IPv6 the one block that is given out to the internet is open, and of it not what leads elsewhere: Teredo and its
 * neighbours, 6to4, documentation. Outside it lie the mapped and translated addresses of IPv4 (`::ffff:`, `64:ff9b:`),
 * which would lead to any of the above.
 */
const open6: Range = ['2000::', 3];
const closed6: readonly Range[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

/** Bytes of an address as a resolver or `URL` writes it; null: it is none. */
function bytesOf(address: string): readonly number[] | null {
  return address.includes(':') ? bytesOf6(address) : bytesOf4(address);
}

function bytesOf4(address: string): readonly number[] | null {
  const parts = address.split('.');
  const isWhole = parts.length === 4 && parts.every(part => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
  return isWhole ? parts.map(Number) : null;
}

function bytesOf6(address: string): readonly number[] | null {
  const dotted = /^(.*:)([\d.]+)$/.exec(address);
  const last = dotted?.[2]?.includes('.') ? bytesOf4(dotted[2]) : [];
  if (last === null) return null;
  const text = last.length > 0 ? (dotted?.[1] ?? '') : address;
  // Of `a::1.2.3.4` a colon too many is left, of `::1.2.3.4` both belong together.
  const groups = last.length > 0 && !text.endsWith('::') ? text.slice(0, -1) : text;
  const halves = groups.split('::');
  if (halves.length > 2) return null;
  const [head = [], tail = []] = halves.map(half => (half === '' ? [] : half.split(':')));
  if (![...head, ...tail].every(group => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  const missing = 8 - last.length / 2 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const whole = [...head, ...Array.from({ length: missing }, () => '0'), ...tail].map(group =>
    Number.parseInt(group, 16),
  );
  return [...whole.flatMap(group => [group >> 8, group & 255]), ...last];
}

const isIn = (bytes: readonly number[], [address, bits]: Range): boolean => {
  const range = bytesOf(address) ?? [];
  return bytes.every((byte, at) => {
    const fixed = Math.min(8, Math.max(0, bits - at * 8));
    return byte >> (8 - fixed) === (range[at] ?? 0) >> (8 - fixed);
  });
};

/** Whether an address is one of the open internet. A text that is no address is none, nor one with a zone. */
export function isPublicAddress(address: string): boolean {
  const bytes = bytesOf(address);
  if (bytes === null) return false;
  if (bytes.length === 4) return !closed4.some(range => isIn(bytes, range));
  return isIn(bytes, open6) && !closed6.some(range => isIn(bytes, range));
}

/** Whether an address is this computer's own. */
export const isLoopbackAddress = (address: string): boolean =>
  /^127\./.test(address) ? bytesOf4(address) !== null : address === '::1';
