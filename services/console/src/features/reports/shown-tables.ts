import type { AnswerOf } from '../../api/route.ts';
import type { routes } from '../../api/routes.ts';
import type { Workplace } from '../../app/workplace.tsx';
import { longDay } from '../../words/dates.ts';
import type { Speech } from '../../words/words.ts';

export type Counts = AnswerOf<(typeof routes)['counts']>;
type Table = Counts['tables'][number];
type Cell = Table['total'];

/** A table in words, as it is drawn and saved: what is hidden is hidden in both. */
export type ShownTable = {
  readonly id: string;
  readonly title: string;
  readonly how: string;
  readonly rows: readonly ShownRow[];
  readonly total: ShownRow;
};
type ShownRow = { readonly key: string; readonly label: string; readonly count: string; readonly isHidden: boolean };

/** Every table of an answer; after that of the stages, the sums of its phases. */
export function shownTables(
  counts: Counts,
  pathway: Pick<Workplace['pathway'], 'columns'>,
  speech: Speech,
): ShownTable[] {
  const { say } = speech;
  const from = longDay(counts.yearFrom, speech.language);
  return counts.tables.flatMap((table): ShownTable[] => {
    const row = (key: string, label: string, count: Cell): ShownRow => ({
      ...{ key, label },
      count: typeof count === 'number' ? String(count) : say(`counts.${count}`),
      isHidden: typeof count !== 'number',
    });
    const total = row('total', say(table.rowsAre === 'marks' ? 'counts.all' : 'counts.total'), table.total);
    const shown = (id: Table['id'] | 'phase', rows: Table['rows']): ShownTable => ({
      ...{ id, total },
      title: say(`countTable.${id}`),
      how: say(`countHow.${id}`, { from }),
      rows: rows.map(({ key, count }) => row(key, labelOf(id, key, { pathway, speech }), count)),
    });
    return [shown(table.id, table.rows), ...(table.phases.length > 0 ? [shown('phase', table.phases)] : [])];
  });
}

type Told = { readonly pathway: Pick<Workplace['pathway'], 'columns'>; readonly speech: Speech };

/** Kinds of codes in which the rows of a table are named. */
const kinds = { lead: 'orgKind', age: 'ageBand', need: 'need', hold: 'hold', closed: 'closing' } as const;

function labelOf(id: Table['id'] | 'phase', key: string, { pathway, speech }: Told): string {
  if (id === 'phase') return speech.code('phase', key.replace('P', ''));
  if (id !== 'column') return speech.code(kinds[id], key);
  const column = pathway.columns.find(other => other.id === key);
  return column ? speech.pick(column.label) : key;
}
