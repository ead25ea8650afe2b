import { describe, expect, it } from 'vitest';
import { readerInThread } from './reader-in-thread.ts';

/** Too large to be read at once. */
const file = { bytes: new Uint8Array(200_000), contentType: 'application/fhir+json', on: '2026-12-01' };
const stays = new AbortController().signal;
const program = (text: string) => new URL(`data:text/javascript,${encodeURIComponent(text)}`);
const told = async (reader: ReturnType<typeof readerInThread>, gone = stays) => {
  const read = await reader(file, gone);
  return read.ok ? '' : (read.issues[0]?.text.en ?? '');
};

describe('a file that is read beside the main thread', () => {
  it('and takes too long is said to, and the next one is read', async () => {
    const reader = readerInThread({ program: program('setInterval(() => {}, 1000)'), longestMs: 100 });
    const [one, other] = await Promise.all([told(reader), told(reader)]);
    expect([one, other]).toEqual([one, expect.stringContaining('took too long')]);
    expect(one).toContain('took too long');
  });

  it('is not said to be too deep where the thread ends by itself: that is a fault', async () => {
    const reader = readerInThread({ program: program('process.exit(3)') });
    await expect(reader(file, stays)).rejects.toThrow('ended with 3');
    await expect(readerInThread({ program: program('throw new Error("ours")') })(file, stays)).rejects.toThrow('ours');
  });

  it('is a packed one however small: what it unpacks to, nobody knows', async () => {
    const reader = readerInThread({ program: program('throw new Error("ours")') });
    const packed = { ...file, bytes: new TextEncoder().encode('PK') };
    await expect(reader(packed, stays)).rejects.toThrow('ours');
    expect(await reader({ ...file, bytes: new TextEncoder().encode('{') }, stays)).toMatchObject({ ok: false });
  });

  it('that nobody waits for any more is left', async () => {
    const gone = new AbortController();
    const reading = told(readerInThread({ program: program('setInterval(() => {}, 1000)') }), gone.signal);
    setTimeout(() => gone.abort(), 50);
    expect(await reading).toContain('broke off');
  });
});
