import { careNeeds, columns, type Day, holdCodes, organisationKinds } from '@kaerimichi/discharge';
import { mayLead } from '../commands.ts';
import { type Cell, sumOfShown, suppressMarks, suppressOne, suppressParts } from './suppress.ts';

/** How many cases by a code; a code that is absent has none. */
export type Tally = Readonly<Record<string, number>>;

/** The network's cases counted at one moment: nothing of a single one. */
export type CountedCases = {
  /** Open cases. */
  readonly total: number;
  /** Open cases, each once, by column, by the kind of its lead, and by how many of `ageCuts` it has reached (`unborn`: no birth date). */
  readonly columns: Tally;
  readonly leads: Tally;
  readonly ages: Tally;
  /** Open cases by need and by reason of a hold, each as often as it has them. */
  readonly needs: Tally;
  readonly holds: Tally;
  /** Cases that were closed since a day and are closed still, by how. */
  readonly closed: Tally;
  /** Kinds of which the network has an organisation. */
  readonly kinds: readonly string[];
};

type CountRow = { readonly key: string; readonly count: Cell };
export type CountTable = {
  readonly id: 'column' | 'lead' | 'age' | 'need' | 'hold' | 'closed';
  /** `parts`: each case in one row; `marks`: in each that applies to it. */
  readonly rowsAre: 'parts' | 'marks';
  readonly total: Cell;
  readonly rows: readonly CountRow[];
  /** Sums of rows of the same phase, as far as all of them are shown; of the columns alone. */
  readonly phases: readonly CountRow[];
};

/** Ages in years at which the bands after the first begin. */
const bandsFrom = [1, 3, 6, 12, 15, 18] as const;
const bands = ['under1', ...bandsFrom.map(years => `from${years}`)];

/**
 * Days, latest first: whoever was born on one of them or before has reached the next band on `on`, by birthdays, as cards
 * say ages. As text: 02-29 of a year that has none lies between its neighbours.
 */
export const ageCuts = (on: Day): Day[] =>
  bandsFrom.map(years => `${String(Number(on.slice(0, 4)) - years).padStart(4, '0')}${on.slice(4)}`);

const boardColumns = columns.filter(({ id }) => id !== 'closed');
const endings = ['completed', 'facility', 'transferredToHospital', 'movedOut', 'noSupportNeeded', 'withdrawn'];

/** Tables of counts as they may be shown to whoever sees counts and no case. */
export function countsReport(counted: CountedCases): CountTable[] {
  const leading = organisationKinds.filter(kind => mayLead(kind) && counted.kinds.includes(kind));
  const byAge = Object.fromEntries(bands.map((band, at) => [band, counted.ages[String(at)] ?? 0]));
  const stages = partsTable('column', { keys: boardColumns.map(({ id }) => id), tally: counted.columns });
  return [
    { ...stages, phases: phasesOf(stages.rows) },
    partsTable('lead', { keys: leading, tally: counted.leads }),
    partsTable('age', { keys: [...bands, 'unborn'], tally: { ...byAge, unborn: counted.ages.unborn ?? 0 } }),
    marksTable('need', { keys: careNeeds, tally: counted.needs, total: counted.total }),
    marksTable('hold', { keys: holdCodes, tally: counted.holds, total: counted.total }),
    partsTable('closed', { keys: [...endings, 'deceased'], tally: counted.closed }),
  ];
}

type Counted = { readonly keys: readonly string[]; readonly tally: Tally };

/** A case under a code that no row has still counts: as one more row, or the rows would not add up to the total. */
function partsTable(id: CountTable['id'], { keys, tally }: Counted): CountTable {
  const counts = keys.map(key => tally[key] ?? 0);
  const total = Object.values(tally).reduce((sum, count) => sum + count, 0);
  const besides = total - counts.reduce((sum, count) => sum + count, 0);
  const named = besides > 0 ? [...keys, 'other'] : keys;
  const cells = suppressParts(besides > 0 ? [...counts, besides] : counts);
  return { id, rowsAre: 'parts', total: suppressOne(total), rows: rowsOf(named, cells), phases: [] };
}

function marksTable(id: CountTable['id'], { keys, tally, total }: Counted & { readonly total: number }): CountTable {
  const cells = suppressMarks(
    keys.map(key => tally[key] ?? 0),
    total,
  );
  return { id, rowsAre: 'marks', total: suppressOne(total), rows: rowsOf(keys, cells), phases: [] };
}

const rowsOf = (keys: readonly string[], cells: readonly Cell[]): CountRow[] =>
  keys.flatMap((key, at) => {
    const count = cells[at];
    return count === undefined ? [] : [{ key, count }];
  });

function phasesOf(rows: readonly CountRow[]): CountRow[] {
  const phases = [...new Set(boardColumns.map(({ phase }) => phase))];
  return phases.map(phase => {
    const own = boardColumns.filter(column => column.phase === phase).map(({ id }) => id);
    const cells = rows.filter(({ key }) => (own as readonly string[]).includes(key)).map(({ count }) => count);
    return { key: phase, count: sumOfShown(cells) };
  });
}
