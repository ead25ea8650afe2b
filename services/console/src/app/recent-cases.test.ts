import { expect, it } from 'vitest';
import { forgetRecentCases, noteRecentCase, recentCases } from './recent-cases.ts';

function aStorage(text?: string): Storage {
  const kept = new Map<string, string>(text === undefined ? [] : [['kaerimichi.recent', text]]);
  return {
    length: 0,
    key: () => null,
    clear: () => kept.clear(),
    getItem: name => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: name => void kept.delete(name),
  };
}

it('keeps the last five, newest first, each once', () => {
  const storage = aStorage();
  for (const id of ['a', 'b', 'c', 'd', 'a', 'e', 'f']) noteRecentCase(storage, id);
  expect(recentCases(storage)).toEqual(['f', 'e', 'a', 'd', 'c']);
  forgetRecentCases(storage);
  expect(recentCases(storage)).toEqual([]);
});
it.each(['nonsense', '{}', '[1]'])('has none where %s is kept', text => {
  expect(recentCases(aStorage(text))).toEqual([]);
});
