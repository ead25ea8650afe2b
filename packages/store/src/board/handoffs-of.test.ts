import { describe, expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { sampleCard } from '../testing/sample-plans.ts';
import { handoffsOf, MOST_CASES } from './handoffs-of.ts';

/** A database that tells of which cases the facts were read. */
function aDatabase() {
  const asked: string[] = [];
  const rows = async (_text: unknown, [ids]: readonly unknown[]) => {
    asked.push(...(ids as string[]));
    return (ids as string[]).map(caseId => ({ caseId, lead: 'hospital', handoffs: [] }));
  };
  return { asked, database: { rows } as unknown as Database };
}

const full = { class: 'full' };
const carded = (id: string, change: object = {}, access = full) => ({
  card: { ...sampleCard(id, `K-${id}`, 1), handoffs: 1, ...change },
  access,
});

describe('the boxes of handoffs', () => {
  it('read the facts of cases that have any, and of which more than the number is seen', async () => {
    const cards = [
      carded('1'),
      carded('2', { handoffs: 0 }),
      carded('3', {}, { class: 'numberOnly' }),
      carded('4', { lead: 'elsewhere' }, { class: 'partner' }),
      carded('5', { handoffs: undefined }),
    ];
    for (const [box, ids] of [
      ['out', ['5', '1']],
      ['in', ['4']],
    ] as const) {
      const { database, asked } = aDatabase();
      expect(await handoffsOf(database, cards, { org: 'hospital', box })).toMatchObject({ more: false });
      expect(asked).toEqual(ids);
    }
  });

  it('are bounded, newest number first, and say that there are more', async () => {
    const cards = Array.from({ length: MOST_CASES + 1 }, (_, at) => carded(String(9_000 + at * 2)));
    const { database, asked } = aDatabase();
    expect(await handoffsOf(database, cards, { org: 'hospital', box: 'out' })).toMatchObject({ more: true });
    expect([asked.length, asked[0], asked.includes('9000')]).toEqual([MOST_CASES, '10000', false]);
  });

  it('ask nothing where there is none', async () => {
    const { database, asked } = aDatabase();
    expect(await handoffsOf(database, [], { org: 'hospital', box: 'in' })).toEqual({ cases: [], more: false });
    expect(asked).toEqual([]);
  });
});
