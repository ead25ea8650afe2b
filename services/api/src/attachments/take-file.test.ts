import { describe, expect, it } from 'vitest';
import { aJpeg, aPdf, aPng } from '../testing/sample-files.ts';
import { takeFile } from './take-file.ts';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const taken = (file: Uint8Array) => {
  const found = takeFile(file);
  if (!found.ok) throw new Error(found.why.en);
  return found;
};

describe('a file', () => {
  it('is told by its content, whatever it is called', () => {
    expect([aPdf(), aJpeg(), aPng()].map(file => taken(file).mediaType)).toEqual(['pdf', 'jpeg', 'png']);
    for (const other of ['GIF89a', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'PK\x03\x04', '<!doctype html>', ''])
      expect(takeFile(Buffer.from(other, 'latin1')), other).toMatchObject({ ok: false });
  });

  it('is taken whole or not at all', () => {
    for (const file of [aJpeg(), aPng()]) {
      const end = text(file).indexOf('canary-behind');
      for (const length of [9, 60, end - 2]) expect(takeFile(file.subarray(0, length)).ok, `${length}`).toBe(false);
    }
    expect(takeFile(aPdf().subarray(0, 30)).ok).toBe(false);
    const spoilt = aPng();
    spoilt[20] = 99;
    expect(takeFile(spoilt).ok).toBe(false);
  });

  it('that is a picture keeps nothing of place, time, device, comments, or what lies behind its end', () => {
    for (const file of [aJpeg(), aPng()]) {
      expect(text(file)).toContain('canary');
      expect(text(taken(file).bytes)).not.toContain('canary');
    }
  });

  it('that is a photograph keeps its colours, and which side is up', () => {
    const kept = text(taken(aJpeg(6)).bytes);
    expect(kept).toContain('ICC_PROFILE');
    expect(kept).toContain('JFIF');
    expect(kept).toContain('\x12\xff\x00\x34\xff\xd0\x56\xff\xd9');
    // Orientation, of type SHORT, once: 6.
    expect(kept).toContain('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0');
    expect(text(taken(aJpeg(1)).bytes)).not.toContain('Exif');
    // Taken once more it stays as it is.
    expect(taken(taken(aJpeg(6)).bytes).bytes).toEqual(taken(aJpeg(6)).bytes);
  });
});
