import type { Card } from '@kaerimichi/contracts';
import { useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { useObservable, useSelected } from '../../app/services.tsx';
import { useToday, useTurnWords, useWorkplace } from '../../app/workplace.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { PaperFoot } from '../case/paper-head.tsx';
import './board-list.css';
import { ListTable } from './list-table.tsx';
import { ListTools } from './list-tools.tsx';
import { NarrowList } from './narrow-list.tsx';
import { pressSort, readSort, sortCards } from './sort-cards.ts';
import type { BoardView } from './use-board-view.ts';
import { useNarrow } from './use-narrow.ts';
import { useNotePrint } from './use-note-print.ts';
import type { SeenCases } from './use-seen.ts';

type Props = { readonly cards: ReadonlyMap<string, Card>; readonly seen: SeenCases; readonly view: BoardView };

/** The board as a table, or on a telephone as a list: for large type, for screen readers, for another order. */
export function BoardList({ cards, seen, view }: Props) {
  const isNarrow = useNarrow();
  const { sort, put } = useSort();
  const sorted = useSorted(cards, sort);
  const refused = useNotePrint(
    'boardList',
    sorted.map(({ id }) => id),
  );
  const { rightAt } = useObservable(useWorkplace().live.status);
  return (
    <>
      <ListTools cards={sorted} view={view} />
      <ProblemNote error={refused} />
      {isNarrow ? (
        <NarrowList cards={sorted} sort={sort} onSort={put} changed={seen.changed} />
      ) : (
        <ListTable
          cards={sorted}
          columns={view.columns}
          sort={sort}
          press={key => put(pressSort(sort, key))}
          changed={seen.changed}
        />
      )}
      <div className="print-only">
        <PaperFoot rightAt={rightAt === null ? null : new Date(rightAt).toISOString()} />
      </div>
    </>
  );
}

/** The order of the list, which stands in the address. */
function useSort() {
  const [search, setSearch] = useSearchParams();
  const { state } = useLocation();
  const sort = useMemo(() => readSort(search.get('sort')), [search]);
  const put = (word: string) =>
    setSearch(
      now => {
        const next = new URLSearchParams(now);
        next.set('sort', word);
        return next;
      },
      { replace: true, state },
    );
  return { sort, put };
}

function useSorted(cards: Props['cards'], sort: ReturnType<typeof readSort>): Card[] {
  const { pathway, live } = useWorkplace();
  const orgs = useSelected(live.board, state => state.orgs);
  const today = useToday();
  const turnWords = useTurnWords('short');
  const stages = pathway.stages.map(({ id }) => id);
  return sortCards(cards.values(), sort, {
    stageAt: stage => stages.indexOf(stage),
    turn: card => turnWords(card.turn, card.lead, today),
    orgName: id => orgs[id] ?? id,
  });
}
