import { existsSync, readFileSync } from 'node:fs';
import { median } from './load.ts';
import { type Row, ratioOf } from './row.ts';

/** What is kept of a whole run. */
export type Run = {
  readonly at: string;
  readonly rounds: number;
  readonly rows: readonly { readonly name: string; readonly product: number; readonly ratio: number | null }[];
};

const KEPT = 10;
const COMPARED = 3;
/** How much worse than before a ratio may be: the noise of a shared machine. */
const WORSE = 1.25;
/**
 * How far the bare server's figure may lie from today's in a run that today is compared with. One machine is three times
 * as fast on one day as on another; where the disk is slow both servers wait for it, and every ratio is a better one.
 */
const ALIKE = 1.6;

export type Comparison = { readonly before: number; readonly isWorse: boolean };

/** Runs recorded in a file, the latest last. */
export function readRuns(file: string): Run[] {
  if (!existsSync(file)) return [];
  // Written by withRun.
  const { runs } = JSON.parse(readFileSync(file, 'utf8')) as { runs?: Run[] };
  return runs ?? [];
}

/** The runs to be kept once this one is done. */
export function withRun(runs: readonly Run[], rows: readonly Row[], { at, rounds }: Omit<Run, 'rows'>): Run[] {
  const kept = rows.map(row => ({ name: row.name, product: row.product, ratio: ratioOf(row) }));
  return [...runs, { at, rounds, rows: kept }].slice(-KEPT);
}

/**
 * Ratio of the last three runs on a machine like today's (median), and whether today's is more than 25 % worse; null:
 * fewer than three.
 */
export function compareWith(runs: readonly Run[], row: Row): Comparison | null {
  const today = ratioOf(row);
  if (today === null) return null;
  const bare = row.product / today;
  const ratios = runs.flatMap(({ rows }) => {
    const earlier = rows.find(({ name }) => name === row.name);
    return earlier?.ratio && isAlike(earlier.product / earlier.ratio, bare) ? earlier.ratio : [];
  });
  const compared = ratios.slice(-COMPARED);
  if (compared.length < COMPARED) return null;
  const before = median(compared);
  const isHigherBetter = row.floor?.is === 'atLeast' || row.unit === '/s';
  return { before, isWorse: isHigherBetter ? today < before / WORSE : today > before * WORSE };
}

const isAlike = (a: number, b: number) => Math.max(a, b) <= ALIKE * Math.min(a, b);
