/** A clock that stands still until it is moved. */
export type FakeClock = {
  now(): string;
  set(instant: string): void;
  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number; ms?: number }): void;
};

export function fakeClock(start = '2026-12-01T00:00:00.000Z'): FakeClock {
  let time = Date.parse(start);
  return {
    now: () => new Date(time).toISOString(),
    set(instant) {
      time = Date.parse(instant);
    },
    advance({ days = 0, hours = 0, minutes = 0, seconds = 0, ms = 0 }) {
      time += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + ms;
    },
  };
}
