import type { Card } from '@kaerimichi/contracts';
import { useMemo } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import { useToday, useTurnWords, useWorkplace } from '../../app/workplace.tsx';
import { childAge, childCalled } from '../../parts/child-words.ts';
import { DeadlineChip, HoldChip, NeedTags } from '../../parts/chips.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import './board-list.css';
import { nextWords } from './columns.ts';
import { NarrowList } from './narrow-list.tsx';
import { pressSort, readSort, type Sort, type SortKey, sortCards } from './sort-cards.ts';
import { useNarrow } from './use-narrow.ts';
import type { SeenCases } from './use-seen.ts';

type Props = { readonly cards: ReadonlyMap<string, Card>; readonly seen: SeenCases };

/** The board as a table, or on a telephone as a list: for large type, for screen readers, for another order. */
export function BoardList({ cards, seen }: Props) {
  const { pathway } = useWorkplace();
  const [search, setSearch] = useSearchParams();
  const { state } = useLocation();
  const isNarrow = useNarrow();
  const today = useToday();
  const turnWords = useTurnWords('short');
  const sort = useMemo(() => readSort(search.get('sort')), [search]);
  const stages = pathway.stages.map(({ id }) => id);
  const sorted = sortCards(cards.values(), sort, {
    stageAt: stage => stages.indexOf(stage),
    turn: card => turnWords(card.turn, card.lead, today),
  });
  const put = (word: string) =>
    setSearch(
      now => {
        const next = new URLSearchParams(now);
        next.set('sort', word);
        return next;
      },
      { replace: true, state },
    );
  if (isNarrow) return <NarrowList cards={sorted} sort={sort} onSort={put} changed={seen.changed} />;
  return <WideList cards={sorted} sort={sort} press={key => put(pressSort(sort, key))} changed={seen.changed} />;
}

type WideProps = {
  readonly cards: readonly Card[];
  readonly sort: Sort;
  readonly press: (key: SortKey) => void;
  readonly changed: ReadonlyMap<string, unknown>;
};

function WideList({ cards, sort, press, changed }: WideProps) {
  const { say } = useSpeech();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways can be reached by keys
    <section className="table-frame board-list" aria-label={say('board.list')} tabIndex={0}>
      <table className="table">
        <caption className="hidden-visually">{say('board.list')}</caption>
        <thead>
          <tr>
            <SortHead name="no" {...{ sort, press }} />
            <SortHead name="name" {...{ sort, press }} />
            <SortHead name="age" {...{ sort, press }} />
            <SortHead name="stage" {...{ sort, press }} />
            <th scope="col">{say('facts.next')}</th>
            <SortHead name="turn" {...{ sort, press }} />
            <SortHead name="due" {...{ sort, press }} />
            <SortHead name="done" {...{ sort, press }} />
            <th scope="col">{say('hold.title')}</th>
            <th scope="col">{say('filter.need')}</th>
          </tr>
        </thead>
        <tbody>
          {cards.map(card => (
            <ListRow key={card.id} card={card} isChanged={changed.has(card.id)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type HeadProps = { readonly name: SortKey; readonly sort: Sort; readonly press: (key: SortKey) => void };

function SortHead({ name, sort, press }: HeadProps) {
  const { code } = useSpeech();
  const isHere = sort.by === name;
  return (
    <th scope="col" aria-sort={isHere ? (sort.isDown ? 'descending' : 'ascending') : undefined}>
      <button type="button" className={sort.isDown ? 'sort sort-down' : 'sort'} onClick={() => press(name)}>
        {code('sort', name)}
        {isHere && <Glyph name="down" />}
      </button>
    </th>
  );
}

function ListRow({ card, isChanged }: { card: Card; isChanged: boolean }) {
  const speech = useSpeech();
  const { say, pick } = speech;
  const { pathway } = useWorkplace();
  const today = useToday();
  const turnWords = useTurnWords('short');
  const stage = pathway.stages.find(({ id }) => id === card.stage);
  return (
    <tr data-case={card.id}>
      <td className="list-tight">{card.no}</td>
      <th scope="row" className="list-name">
        <Link to={`/cases/${card.id}`}>{childCalled(card, speech) ?? say('case.nameless', { no: card.no })}</Link>
        {isChanged && <span className="mark-change">{say('board.changed')}</span>}
      </th>
      <td className="list-tight">{childAge(card, speech, today)}</td>
      <td className="list-tight">{stage ? pick(stage.label) : ''}</td>
      <td>{nextWords(pathway, card.next, speech)}</td>
      <td>{card.turn ? turnWords(card.turn, card.lead, today) : ''}</td>
      <td className="list-tight">
        <DeadlineChip on={card.due?.on} today={today} />
      </td>
      <td className="list-tight">{card.cond.all > 0 && `${card.cond.done}/${card.cond.all}`}</td>
      <td>
        <HoldChip holds={card.holds} />
      </td>
      <td>
        <NeedTags needs={card.needs} most={20} />
      </td>
    </tr>
  );
}
