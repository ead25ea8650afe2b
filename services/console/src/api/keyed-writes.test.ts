import { describe, expect, it } from 'vitest';
import { keyedWrites } from './keyed-writes.ts';

const lost = async (): Promise<never> => {
  throw new Error('lost');
};
/** Writes that note their keys, each failing or not as told. */
function noted() {
  let made = 0;
  const keys: string[] = [];
  const writes = keyedWrites(() => `k${++made}`);
  const send = (content: unknown, answer: () => Promise<unknown> = async () => 'ok') =>
    writes(content, key => {
      keys.push(key);
      return answer();
    });
  return { keys, send };
}

describe('the key of what is sent', () => {
  it('stays the same for the same content until it is accepted', async () => {
    const { keys, send } = noted();
    await expect(send({ a: 1 }, lost)).rejects.toThrow('lost');
    await send({ a: 1 });
    await send({ a: 1 });
    expect(keys).toEqual(['k1', 'k1', 'k2']);
  });

  it('is one for two presses at once, and another for other content', async () => {
    const { keys, send } = noted();
    await Promise.all([send('a'), send('a')]);
    await Promise.all([send('b', lost).catch(() => undefined), send('c')]);
    await send('b');
    expect(keys).toEqual(['k1', 'k1', 'k2', 'k3', 'k4']);
  });

  it('of what was changed meanwhile is not forgotten by the answer to what was sent before', async () => {
    const { keys, send } = noted();
    let answer = (_: string) => {};
    const first = send('a', () => new Promise<string>(done => (answer = done)));
    await expect(send('b', lost)).rejects.toThrow();
    answer('ok');
    await first;
    await send('b');
    expect(keys).toEqual(['k1', 'k2', 'k2']);
  });
});
