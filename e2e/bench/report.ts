import { compareWith, type Run } from './earlier-runs.ts';
import { type Part, parts } from './parts.ts';
import { keeps, type Row, ratioOf } from './row.ts';

const headings: Readonly<Record<Part, string>> = {
  commits: 'A transition: access, audit chain, idempotency, records, outbox, one durable statement',
  chart: 'What deciding costs',
  'fan-out': 'A change on every board: from the request to the last of all clients',
  sustained: 'Many changes at once',
  order: 'Nothing lost',
  board: 'The first board: 500 active cases',
  start: 'Starting',
  memory: 'Memory of the Node process',
};

const introduction = [
  '`npm run bench` measures what the product takes for the work of a live board, with access, audit chain, idempotency,',
  'outbox and fan-out on and a database that really writes to its disk (fsync).',
  '**Bare** is the limit beside it: a few dozen lines of Express, pg, Socket.IO and XState on the same PostgreSQL',
  '(`e2e/bench/bare-server.ts`) that do the same work without any of that, in turns of a few seconds with the product.',
  'The **ratio** (product ÷ bare, median of the paired rounds) is what counts, for machines differ; rows marked',
  '“computed” divide it by a ratio that another system once reached beside the same bare server.',
  'A **floor** is the least we ask of ourselves; it stands where the design of the hot path was tried out and leaves room',
  'for access and audit, and a row also fails when its ratio is a quarter worse than in the last three recorded runs on',
  'a machine like this one: where the bare server reached about the same.',
];

const how = [
  `Parts alone: \`npm run bench -- ${parts.join(' ')}\` (any of these). Shorter: \`BENCH_ROUNDS=2 BENCH_ROUND_MS=700\`. One`,
  'million cases: `BENCH_CASES=1000000 npm run bench -- board`. Only a whole run of seven rounds is recorded here.',
  '',
];

/** The page docs/bench.md, and the names of the rows that fail. */
export function pageOf(rows: readonly Row[], runs: readonly Run[]): { text: string; failed: string[] } {
  const failed: string[] = [];
  const sections = parts.flatMap(part => {
    const mine = rows.filter(row => row.part === part);
    if (mine.length === 0) return [];
    const lines = mine.map(row => {
      const verdict = verdictOf(row, runs);
      if (verdict.startsWith('**')) failed.push(row.name);
      return lineOf(row, runs, verdict);
    });
    return [
      `## ${headings[part]}`,
      '',
      '| what | product | bare | ratio | floor | last three | |',
      '|---|---|---|---|---|---|---|',
      ...lines,
      '',
    ];
  });
  return { text: ['# Bench', '', ...introduction, '', ...sections, ...how].join('\n'), failed };
}

function verdictOf(row: Row, runs: readonly Run[]): string {
  if (row.floor && !keeps(row, row.floor)) return '**beyond the floor**';
  if (compareWith(runs, row)?.isWorse) return '**worse than before**';
  return row.floor ? 'holds' : '';
}

function lineOf(row: Row, runs: readonly Run[], verdict: string): string {
  const { name, unit, product, bare, floor } = row;
  const ratio = ratioOf(row);
  const sign = floor?.is === 'atLeast' ? '≥' : '≤';
  const cells = [
    name,
    withUnit(product, unit),
    bare === undefined ? '' : withUnit(bare, unit),
    ratio === null ? '' : rounded(ratio),
    floor ? `${sign} ${floor.of === 'product' ? withUnit(floor.value, unit) : rounded(floor.value)}` : '',
    ratio === null ? '' : rounded(compareWith(runs, row)?.before ?? null),
    verdict,
  ];
  return `| ${cells.join(' | ')} |`;
}

const withUnit = (value: number, unit: string) => `${rounded(value)} ${unit}`.trimEnd();

function rounded(value: number | null): string {
  if (value === null) return '–';
  return String(Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
}
