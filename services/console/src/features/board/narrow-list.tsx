import { type Card, sortKeys } from '@kaerimichi/contracts';
import { Link } from 'react-router';
import { useToday, useTurnWords, useWorkplace } from '../../app/workplace.tsx';
import { childAge, childCalled } from '../../parts/child-words.ts';
import { DeadlineChip, HoldChip, NeedTags } from '../../parts/chips.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { nextWords } from './columns.ts';
import { markOf } from './seen.ts';
import { type Sort, sortWord } from './sort-cards.ts';
import type { SeenCases } from './use-seen.ts';

type Props = {
  readonly cards: readonly Card[];
  readonly sort: Sort;
  readonly onSort: (word: string) => void;
  readonly changed: SeenCases['changed'];
};

/** The list on a telephone: nothing lies beside the screen, least of all what is next, whose turn it is and when. */
export function NarrowList({ cards, sort, onSort, changed }: Props) {
  const { say, code } = useSpeech();
  const orders = sortKeys.flatMap(by => [
    { word: sortWord({ by, isDown: false }), label: code('sort', by) },
    { word: sortWord({ by, isDown: true }), label: say('sort.down', { by: code('sort', by) }) },
  ]);
  return (
    <section className="stack" aria-label={say('board.list')}>
      <label className="board-tool">
        <span>{say('sort.title')}</span>
        <select className="input" value={sortWord(sort)} onChange={event => onSort(event.target.value)}>
          {orders.map(({ word, label }) => (
            <option key={word} value={word}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <ul className="cell-cards">
        {cards.map(card => (
          <NarrowItem key={card.id} card={card} mark={markOf(changed.get(card.id))} />
        ))}
      </ul>
    </section>
  );
}

function NarrowItem({ card, mark }: { card: Card; mark: ReturnType<typeof markOf> }) {
  const speech = useSpeech();
  const { say, pick } = speech;
  const { pathway } = useWorkplace();
  const today = useToday();
  const stage = pathway.stages.find(({ id }) => id === card.stage);
  const called = childCalled(card, speech);
  const about = [called ? card.no : '', childAge(card, speech, today), stage ? pick(stage.label) : ''];
  return (
    <li className="list-item" data-case={card.id}>
      <p className="list-item-head">
        <Link to={`/cases/${card.id}`}>{called ?? say('case.nameless', { no: card.no })}</Link>
        {mark && <span className="mark-change">{say(`board.${mark}`)}</span>}
        <DeadlineChip on={card.due?.on} today={today} />
      </p>
      <p className="small muted">{about.filter(part => part !== '').join(' · ')}</p>
      <ItemFacts card={card} next={nextWords(pathway, card.next, speech)} today={today} />
      <HoldChip holds={card.holds} />
      <NeedTags needs={card.needs} most={20} />
    </li>
  );
}

type FactsProps = { readonly card: Card; readonly next: string; readonly today: string };

/** What is next, whose turn it is, how far it is; of a case whose number alone is shared, nothing. */
function ItemFacts({ card, next, today }: FactsProps) {
  const { say } = useSpeech();
  const turnWords = useTurnWords('short');
  const facts = [
    { label: say('facts.next'), value: next },
    { label: say('facts.turn'), value: card.turn ? turnWords(card.turn, card.lead, today) : '' },
    { label: say('facts.conditions'), value: card.cond.all > 0 ? say('facts.done', card.cond) : '' },
  ].filter(({ value }) => value !== '');
  if (facts.length === 0) return null;
  return (
    <dl className="list-item-facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
