/** How often and how long everything is measured; a shorter run shows the order of things, only a whole one is recorded. */
export const rounds = Number(process.env.BENCH_ROUNDS ?? 7);
export const roundMs = Number(process.env.BENCH_ROUND_MS ?? 2_000);
export const WHOLE_ROUNDS = 7;
