import { expect, it } from 'vitest';
import { keyedWrites } from './keyed-writes.ts';
import { openAttempts } from './open-attempts.ts';

function aTab() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (place: string) => items.get(place) ?? null,
    setItem: (place: string, text: string) => void items.set(place, text),
  };
}
let made = 0;
const newKey = () => `k${++made}`;
const lost = async () => {
  throw new Error('lost');
};

it('what was sent before a reload, and not answered, goes again under its key, and after its answer under another', async () => {
  const tab = aTab();
  const keys: string[] = [];
  const sending = (answer: () => Promise<unknown>) => (key: string) => {
    keys.push(key);
    return answer();
  };
  const before = keyedWrites(newKey, openAttempts(tab));
  await expect(before(['case', { note: '経過' }], sending(lost))).rejects.toThrow('lost');
  const after = () => keyedWrites(newKey, openAttempts(tab));
  await after()(
    ['other', { note: '経過' }],
    sending(async () => 'ok'),
  );
  await after()(
    ['case', { note: '経過' }],
    sending(async () => 'ok'),
  );
  await after()(
    ['case', { note: '経過' }],
    sending(async () => 'ok'),
  );
  expect(keys[2]).toBe(keys[0]);
  expect(new Set(keys).size).toBe(3);
  expect([...tab.items.values()].join()).not.toContain('経過');
});

it('keeps the last twenty, and whatever stands in its place that it did not write is nothing', () => {
  const tab = aTab();
  const attempts = openAttempts(tab);
  for (let n = 0; n < 25; n++) attempts.keep(`content ${n}`, `key ${n}`);
  expect([attempts.keyOf('content 4'), attempts.keyOf('content 24')]).toEqual([null, 'key 24']);
  for (const text of ['{', '3', 'null']) {
    for (const place of tab.items.keys()) tab.items.set(place, text);
    expect(attempts.keyOf('content 24')).toBeNull();
  }
});
