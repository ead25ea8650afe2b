import { atLeast, atMost, type Floor, type Row, ratioOf } from './row.ts';

/**
 * What was recorded once beside bare Express + pg (or bare Socket.IO) in paired rounds, and is not run again: our own
 * ratio of today divided by the recorded one.
 */
type Recorded = {
  readonly name: string;
  /** The measured row whose ratio is divided. */
  readonly from: string;
  readonly recorded: number;
  readonly floor: Floor;
};

const recorded: readonly Recorded[] = [
  // Bare Express + pg reached 0.37 of pgbench, so that what is asked of the limit is asked through it.
  {
    name: 'of pgbench running the same statement, 8 clients',
    from: '8 clients',
    recorded: 1 / 0.37,
    floor: atLeast(0.15),
  },
  { name: 'times PLANKA moving a card, 1 client', from: '1 client', recorded: 0.032, floor: atLeast(12) },
  { name: 'times PLANKA moving a card, 8 clients', from: '8 clients', recorded: 0.024, floor: atLeast(20) },
  { name: 'times PLANKA moving a card, 32 clients', from: '32 clients', recorded: 0.018, floor: atLeast(20) },
  { name: 'times Directus changing an item, 1 client', from: '1 client', recorded: 0.084, floor: atLeast(5) },
  { name: 'times Directus changing an item, 8 clients', from: '8 clients', recorded: 0.051, floor: atLeast(10) },
  { name: 'times Directus changing an item, 32 clients', from: '32 clients', recorded: 0.052, floor: atLeast(8) },
].map(row => ({ ...row, from: `transitions, ${row.from}` }));

const fanOut: Recorded = {
  name: 'of PLANKA, request to last of 200 sockets, p50',
  from: 'request to last of 200 sockets, p50',
  recorded: 4.7,
  floor: atMost(1 / 3),
};

/** Rows against other systems, from what was measured today and what was recorded then. */
export function computedRows(rows: readonly Row[]): Row[] {
  return [...recorded, fanOut].flatMap(({ name, from, recorded, floor }) => {
    const source = rows.find(row => row.name === from);
    const ratio = source ? ratioOf(source) : null;
    if (!source || ratio === null) return [];
    const { part, unit, product } = source;
    return { part, name: `${name} (computed)`, unit, product, ratio: ratio / recorded, floor };
  });
}
