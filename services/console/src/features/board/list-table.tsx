import { type Card, type ListColumn, sortKeys } from '@kaerimichi/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSelected } from '../../app/services.tsx';
import { useToday, useTurnWords, useWorkplace } from '../../app/workplace.tsx';
import { childAge, childCalled } from '../../parts/child-words.ts';
import { DeadlineChip, HoldChip, NeedTags } from '../../parts/chips.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { RunningHead } from '../case/paper-head.tsx';
import { nextWords } from './columns.ts';
import { carriersOf } from './lanes.ts';
import { markOf } from './seen.ts';
import type { Sort, SortKey } from './sort-cards.ts';
import type { SeenCases } from './use-seen.ts';

type Props = {
  readonly cards: readonly Card[];
  readonly columns: readonly ListColumn[];
  readonly sort: Sort;
  readonly press: (key: SortKey) => void;
  readonly changed: SeenCases['changed'];
};

/** Number and name, then the columns that were chosen; a press on a heading sorts by it. */
export function ListTable({ cards, columns, sort, press, changed }: Props) {
  const { say } = useSpeech();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways can be reached by keys
    <section className="table-frame board-list" aria-label={say('board.list')} tabIndex={0}>
      <table className="table">
        <caption className="hidden-visually">{say('board.list')}</caption>
        <thead>
          <tr className="print-only">
            <th colSpan={columns.length + 2}>
              <RunningHead title={say('list.paperTitle')} />
            </th>
          </tr>
          <tr>
            {(['no', 'name', ...columns] as const).map(column => (
              <Head key={column} {...{ column, sort, press }} />
            ))}
          </tr>
        </thead>
        <tbody>
          {cards.map(card => (
            <Row key={card.id} card={card} columns={columns} mark={markOf(changed.get(card.id))} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const isSortable = (column: string): column is SortKey => sortKeys.some(key => key === column);

type HeadProps = Pick<Props, 'sort' | 'press'> & { readonly column: ListColumn | 'no' | 'name' };

function Head({ column, sort, press }: HeadProps) {
  const { code } = useSpeech();
  const word = code('sort', column);
  if (!isSortable(column)) return <th scope="col">{word}</th>;
  const isHere = sort.by === column;
  return (
    <th scope="col" aria-sort={isHere ? (sort.isDown ? 'descending' : 'ascending') : undefined}>
      <button type="button" className={sort.isDown ? 'sort sort-down' : 'sort'} onClick={() => press(column)}>
        {word}
        {isHere && <Glyph name="down" />}
      </button>
    </th>
  );
}

type RowProps = Pick<Props, 'columns'> & {
  readonly card: Card;
  readonly mark: ReturnType<typeof markOf>;
};

function Row({ card, columns, mark }: RowProps) {
  const speech = useSpeech();
  const { say } = speech;
  const cells = useCells(card);
  return (
    <tr data-case={card.id}>
      <td className="list-tight">{card.no}</td>
      <th scope="row" className="list-name">
        <Link to={`/cases/${card.id}`}>{childCalled(card, speech) ?? say('case.nameless', { no: card.no })}</Link>
        {mark && <span className="mark-change">{say(`board.${mark}`)}</span>}
      </th>
      {columns.map(column => (
        <td key={column} className={tight.includes(column) ? 'list-tight' : undefined}>
          {cells[column]()}
        </td>
      ))}
    </tr>
  );
}

/** Columns whose words stand on one line. */
const tight: readonly string[] = ['age', 'stage', 'due', 'done'];

/** What each column says of a card. */
function useCells(card: Card): Readonly<Record<ListColumn, () => ReactNode>> {
  const speech = useSpeech();
  const { pathway, live } = useWorkplace();
  const orgs = useSelected(live.board, state => state.orgs);
  const orgKinds = useSelected(live.board, state => state.orgKinds);
  const today = useToday();
  const turnWords = useTurnWords('short');
  const named = (ids: readonly string[]) => ids.flatMap(id => orgs[id] ?? []).join(speech.say('common.listMark'));
  const stage = pathway.stages.find(({ id }) => id === card.stage);
  return {
    age: () => childAge(card, speech, today),
    stage: () => stage && speech.pick(stage.label),
    next: () => nextWords(pathway, card.next, speech),
    turn: () => card.turn && turnWords(card.turn, card.lead, today),
    due: () => <DeadlineChip on={card.due?.on} today={today} />,
    done: () => card.cond.all > 0 && `${card.cond.done}/${card.cond.all}`,
    hold: () => <HoldChip holds={card.holds} />,
    need: () => <NeedTags needs={card.needs} most={20} />,
    lead: () => named([card.lead]),
    owners: () => named(card.owners),
    station: () => named(carriersOf(card, 'station', orgKinds)),
    town: () => named(carriersOf(card, 'town', orgKinds)),
  };
}
