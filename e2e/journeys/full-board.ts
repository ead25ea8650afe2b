import type { BoardRows } from '@kaerimichi/contracts';
import pg from 'pg';
import { fillCases } from '../bench/fill-cases.ts';
import { type Client, signIn } from '../product/client.ts';
import type { Program } from './open-program.ts';

/** Cases of a board by id; those that were there before it was filled have a history and can be opened and moved. */
type FullBoard = { readonly api: Client; readonly told: readonly string[] };

/**
 * Fills the database of a program with invented cards until its nurse sees so many active ones, and starts it anew: what
 * it had read before is out of date. `cases`: all that the database holds then, where it is to be more.
 */
export async function fillBoard(program: Program, cards: number, cases = 0): Promise<FullBoard> {
  const shown = async () => {
    const api = await signIn(program.url, 'dsn@demo');
    const { columns, rows } = (await api.get<BoardRows>('/board')).body;
    return { api, ids: rows.map(row => String(row[columns.indexOf('id')])) };
  };
  const { ids: told } = await shown();
  const owner = new pg.Client({ connectionString: program.product.connection() });
  await owner.connect();
  const { rows } = await owner.query<{ n: number }>('SELECT count(*)::int AS n FROM care_case');
  await fillCases(owner, { cases: Math.max(cases, (rows[0]?.n ?? 0) + cards - told.length), active: cards });
  await owner.end();
  await program.restart();
  const { api, ids } = await shown();
  if (ids.length !== cards) throw new Error(`${ids.length} cards on the board instead of ${cards}`);
  return { api, told };
}
