import { expect } from 'vitest';

/** What is measured, and the most it may be (experience.md §11); in milliseconds unless another unit is named. */
type Figure = { readonly name: string; readonly limit: number; readonly unit?: string };

const shown = (value: number): string => String(value >= 10 ? Math.round(value) : Number(value.toFixed(3)));

/** Prints one figure beside its limit and fails beyond it. */
export function within(value: number, { name, limit, unit = 'ms' }: Figure): void {
  console.log(`${name}: ${shown(value)} ${unit} (${limit})`);
  expect(value, name).toBeLessThanOrEqual(limit);
}

/** Measures once more what was over its limit: something else may have had the processor. The limit stays. */
export async function measureAgain<Measured>(
  measure: () => Promise<Measured>,
  isWithin: (measured: Measured) => boolean,
): Promise<Measured> {
  const first = await measure();
  return isWithin(first) ? first : measure();
}

/** The value below which such a share of all lies; of few values the largest. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.POSITIVE_INFINITY;
}
export const median = (values: readonly number[]): number => percentile(values, 0.5);
