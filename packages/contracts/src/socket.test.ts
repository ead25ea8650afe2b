import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardDigest } from './socket.ts';

function reference(versions: [string, number][]): number {
  const text = [...versions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, version]) => `${id}:${version}\n`)
    .join('');
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & ((1n << 64n) - 1n);
  return Number((hash >> 53n) ^ (hash & ((1n << 53n) - 1n)));
}

describe('board digest', () => {
  it('is FNV-1a 64 folded to 53 bits, whatever the order of the cases', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(fc.uuid(), fc.nat()), { selector: ([id]) => id }), versions => {
        expect(boardDigest(versions)).toBe(reference(versions));
        expect(boardDigest([...versions].reverse())).toBe(reference(versions));
      }),
    );
  });
  it('differs when one version differs', () => {
    expect(boardDigest([['a', 1]])).not.toBe(boardDigest([['a', 2]]));
  });
});
