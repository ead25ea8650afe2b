const MINUTE_MS = 60_000;
/** After each try that failed: some within the hour, then into the next day. */
const WAITS_MS = [1, 5, 20, 60, 180, 360, 720].map(minutes => minutes * MINUTE_MS);
/** As long as something is tried; later it is old. */
const TRIED_MS = 24 * 60 * MINUTE_MS;
/** Waits differ by so much, so that what failed together does not come together again. */
const JITTER = 0.2;

type Tried = {
  /** With this one. */
  readonly tries: number;
  readonly begunAt: string;
  readonly now: string;
  /** 0 to 1, by chance. */
  readonly chance: number;
};

/** When something is tried again that failed now; null: not any more. */
export function nextTry({ tries, begunAt, now, chance }: Tried): string | null {
  const wait = WAITS_MS[Math.min(tries, WAITS_MS.length) - 1] ?? 0;
  const at = Date.parse(now) + wait * (1 - JITTER + 2 * JITTER * chance);
  return at > Date.parse(begunAt) + TRIED_MS ? null : new Date(at).toISOString();
}

/** So long nothing arrives at a webhook before it is switched off. */
const STOPPED_AFTER_MS = 5 * 24 * 60 * MINUTE_MS;

/** Whether a webhook at which something failed now is switched off: since then nothing has arrived there. */
export const isStopped = (failingSince: string | null, now: string): boolean =>
  failingSince !== null && Date.parse(now) - Date.parse(failingSince) >= STOPPED_AFTER_MS;
