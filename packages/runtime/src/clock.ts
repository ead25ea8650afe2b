/** The application's clock: the machine's, or in the demo one that starts at a given instant and runs on. */
export function createClock(startAt?: string): { now(): string } {
  if (!startAt) return { now: () => new Date().toISOString() };
  const offset = Date.parse(startAt) - Date.now();
  return { now: () => new Date(Date.now() + offset).toISOString() };
}
