/** One figure of the product beside its limit; `floor` bounds product ÷ limit. */
export type Row = {
  readonly name: string;
  readonly unit: string;
  readonly product: number;
  readonly limit: number | null;
  readonly ratio?: number;
  readonly floor: number | null;
  readonly better: 'higher' | 'lower';
};

const round = (value: number) => (value >= 100 ? Math.round(value) : Math.round(value * 100) / 100);

/** The table of docs/bench.md, and whether any ratio is beyond its floor. */
export function tableOf(rows: readonly Row[]): { text: string; isBelow: boolean } {
  let isBelow = false;
  const lines = rows.map(row => {
    const ratio = row.ratio ?? (row.limit === null ? null : row.product / row.limit);
    const misses =
      ratio !== null && row.floor !== null && (row.better === 'higher' ? ratio < row.floor : ratio > row.floor);
    if (misses) isBelow = true;
    const bound = row.floor === null ? '' : `${row.better === 'higher' ? '≥' : '≤'} ${row.floor}`;
    return `| ${row.name} | ${round(row.product)} ${row.unit} | ${row.limit === null ? '' : `${round(row.limit)} ${row.unit}`} | ${ratio === null ? '' : round(ratio)} | ${bound} | ${misses ? '**below**' : row.floor === null ? '' : 'holds'} |`;
  });
  const text = [
    '# Bench',
    '',
    'Written by `npm run bench`. The product (access, audit chain, idempotency, outbox and fan-out on; fsync on) beside bare Express + pg + Socket.IO on the same database, in interleaved rounds; medians. Absolute figures depend on the machine, the ratios are what counts.',
    '',
    '| what | product | limit | ratio | floor | |',
    '|---|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
  return { text, isBelow };
}
