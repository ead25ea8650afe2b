type Clock = { now(): string };

const DAY_MS = 86_400_000;

/** A clock that runs whole days ahead of another one: in the demo it is pushed, and begins anew with it. */
export type RehearsalClock = Clock & {
  /** The other one, as if nobody had pushed. */
  readonly unpushed: Clock;
  aheadDays(): number;
  runAhead(days: number): void;
};

export function rehearsalClock(unpushed: Clock): RehearsalClock {
  let ahead = 0;
  return {
    unpushed,
    now: () => (ahead === 0 ? unpushed.now() : new Date(Date.parse(unpushed.now()) + ahead * DAY_MS).toISOString()),
    aheadDays: () => ahead,
    runAhead(days) {
      ahead = days;
    },
  };
}
