import { expect, it } from 'vitest';
import { exported, imported, verified } from './success-words.ts';

const counts = { care_case: 20, case_event: 40 };
const figures = { cases: 212, events: 4_000, records: 900, bad: 0 };

it.each([
  [exported('all.ndjson.gz', counts), /^all\.ndjson\.gz に、2 の表の 60 行/, /^all\.ndjson\.gz: 60 rows of 2 tables\./],
  [exported('all.ndjson.gz', { ...counts, facility: 0 }), /2 の表の 60 行/, /60 rows of 2 tables/],
  [imported(counts), /^2 の表の 60 行/, /^60 rows of 2 tables\. npm run verify/],
  [
    verified(figures, 2),
    /^ケース 212 件.*毎秒 2000 件/,
    /^212 cases, 4000 entries.*all chains are whole, every decision/,
  ],
  [verified({ ...figures, bad: 3 }, 2), /^ケース 212 件に、誤りが 3 か所/, /^3 faults in 212 cases/],
])('%s: in both languages, a line each', (said, ja, en) => {
  const lines = said.split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(ja);
  expect(lines[1]).toMatch(en);
});
