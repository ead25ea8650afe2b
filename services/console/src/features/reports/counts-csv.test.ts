import { expect, it } from 'vitest';
import { countsCsv } from './counts-csv.ts';

const row = (label: string, count: string) => ({ key: label, label, count, isHidden: false });

it('is one line a row, with marks as they are shown, and nothing that a spreadsheet would run', () => {
  const table = {
    ...{ id: 'x', title: '年齢', how: '満年齢、"誕生日", で数える' },
    rows: [row('0歳', '12'), row('=1+1', '5未満')],
    total: row('合計', '40'),
  };
  const csv = countsCsv([table], { heads: ['表', '区分', '件数', '数え方', '時点'], taken: '2026年12月1日 9:00' });
  const how = '"満年齢、""誕生日"", で数える"';
  expect(csv).toBe(
    [
      '\uFEFF表,区分,件数,数え方,時点',
      `年齢,0歳,12,${how},2026年12月1日 9:00`,
      `年齢,'=1+1,5未満,${how},2026年12月1日 9:00`,
      `年齢,合計,40,${how},2026年12月1日 9:00`,
      '',
    ].join('\r\n'),
  );
});
