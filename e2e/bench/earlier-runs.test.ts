import { describe, expect, it } from 'vitest';
import { compareWith, type Run, withRun } from './earlier-runs.ts';
import { pageOf } from './report.ts';
import { atLeast, atMost, figureAtMost, type Row } from './row.ts';

const throughput: Row = {
  part: 'commits',
  name: 'transitions',
  unit: '/s',
  product: 60,
  bare: 100,
  floor: atLeast(0.5),
};
const latency: Row = { part: 'fan-out', name: 'p50', unit: 'ms', product: 12, bare: 10, floor: atMost(1.5) };
const withRatio = (row: Row, ratio: number): Row => ({ ...row, ratio });
const runsOf = (row: Row, ...ratios: number[]): Run[] =>
  ratios.reduce<Run[]>((runs, ratio) => withRun(runs, [besideBare(row, ratio)], { at: '2026-11-24', rounds: 7 }), []);
/** The same bare server's figure, whatever the ratio. */
const besideBare = (row: Row, ratio: number): Row => ({ ...row, product: (row.bare ?? 1) * ratio, ratio });

describe('earlier runs', () => {
  it('are kept to the last ten, the latest last', () => {
    const runs = runsOf(throughput, ...Array.from({ length: 12 }, (_, n) => n));
    expect(runs.map(({ rows }) => rows[0]?.ratio)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('say nothing while there are fewer than three', () => {
    expect(compareWith(runsOf(throughput, 0.9, 0.9), besideBare(throughput, 0.1))).toBeNull();
  });

  it('compare with the median of the last three, and forgive a quarter', () => {
    const runs = runsOf(throughput, 9, 1, 0.2, 0.8);
    expect(compareWith(runs, besideBare(throughput, 0.65))).toEqual({ before: 0.8, isWorse: false });
    expect(compareWith(runs, besideBare(throughput, 0.63))).toEqual({ before: 0.8, isWorse: true });
    expect(compareWith(runs, besideBare(throughput, 5))?.isWorse).toBe(false);
  });

  it('count only where the bare server was about as fast as today', () => {
    const slow = runsOf({ ...throughput, bare: 30 }, 0.9, 0.9, 0.9);
    expect(compareWith(slow, besideBare(throughput, 0.5))).toBeNull();
    const mixed = [...runsOf(throughput, 0.5, 0.6, 0.55), ...slow];
    expect(compareWith(mixed, besideBare(throughput, 0.5))).toEqual({ before: 0.55, isWorse: false });
  });

  it('know that less time is better', () => {
    const runs = runsOf(latency, 1, 1, 1);
    expect(compareWith(runs, besideBare(latency, 1.3))?.isWorse).toBe(true);
    expect(compareWith(runs, besideBare(latency, 0.2))?.isWorse).toBe(false);
  });
});

describe('the page', () => {
  it('fails a row beyond its floor, a figure beyond its own, and one that fell behind its last three runs', () => {
    const slow = withRatio(throughput, 0.4);
    const bytes: Row = { part: 'board', name: 'bytes', unit: 'kB', product: 111, floor: figureAtMost(110) };
    const lagging = besideBare(latency, 1.4);
    const { text, failed } = pageOf([slow, bytes, lagging], runsOf(latency, 1, 1.1, 1));
    expect(failed).toEqual(['transitions', 'p50', 'bytes']);
    expect(text).toContain('| p50 | 14 ms | 10 ms | 1.4 | ≤ 1.5 | 1 | **worse than before** |');
    expect(text).toContain('| bytes | 111 kB |  |  | ≤ 110 kB |  | **beyond the floor** |');
  });

  it('passes rows that hold, and what has no floor', () => {
    const unbound: Row = { part: 'start', name: 'first start', unit: 'ms', product: 3_000 };
    const { text, failed } = pageOf([throughput, unbound], []);
    expect(failed).toEqual([]);
    expect(text).toContain('| transitions | 60 /s | 100 /s | 0.6 | ≥ 0.5 | – | holds |');
    expect(text).toContain('| first start | 3000 ms |  |  |  |  |  |');
  });
});
