/** Locked until an instant: told when to come back, in seconds. */
export function slowDown(until: string, now: string) {
  const seconds = Math.max(1, Math.ceil((Date.parse(until) - Date.parse(now)) / 1000));
  return { ok: false, refusal: { code: 'slow-down' as const }, headers: { 'retry-after': String(seconds) } } as const;
}
