import { expect, it } from 'vitest';
import { spokenDay, spokenInstant } from './spoken-times.ts';

it('says an instant as clocks in Japan show it, and in English says so', () => {
  expect(spokenInstant('2026-12-08T00:00:00.000Z')).toEqual({ ja: '12月8日 9:00', en: '8 December, 9:00 Japan time' });
  expect(spokenInstant('2026-12-31T15:05:00.000Z')).toEqual({ ja: '1月1日 0:05', en: '1 January, 0:05 Japan time' });
});

it('says a day with its year', () => {
  expect(spokenDay('2026-12-08')).toEqual({ ja: '2026年12月8日', en: '8 December 2026' });
});
