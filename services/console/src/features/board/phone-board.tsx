import type { Card } from '@kaerimichi/contracts';
import { type ReactNode, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { isMyTurn, useToday, useWorkplace } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import type { Limits } from './board-settings.ts';
import type { Column } from './columns.ts';
import { isOverLimit } from './limits.ts';
import { openingColumn } from './opening-column.ts';
import type { Lane } from './placing.ts';

type Props = {
  readonly columns: readonly Column[];
  readonly lanes: readonly Lane[];
  readonly laneName: (lane: string) => string;
  readonly hidden: (lane: string, column: string) => number;
  readonly limits: Limits;
  readonly onMore: (lane: string, column: string) => void;
  readonly card: (card: Card) => ReactNode;
};

/** The board on a phone: one column at a time, chosen from a list. */
export function PhoneBoard({ columns, lanes, laneName, hidden, limits, onMore, card }: Props) {
  const { say } = useSpeech();
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const { state } = useLocation();
  const countOf = (id: string) =>
    lanes.reduce(
      (sum, lane) => sum + (lane.cells.find(({ column }) => column === id)?.cards.length ?? 0) + hidden(lane.id, id),
      0,
    );
  const overdueIn = (id: string) => {
    const cards = lanes.flatMap(({ cells }) => cells.find(({ column }) => column === id)?.cards ?? []);
    return cards.filter(({ due }) => due && due.on < today).length;
  };
  const wanted = columns.find(({ id }) => id === search.get('column'));
  const opening = useOpening(columns, lanes);
  const shown = wanted ?? columns.find(({ id }) => id === opening) ?? columns[0];
  if (!shown) return null;
  const choose = (id: string) => {
    const next = new URLSearchParams(search);
    next.set('column', id);
    setSearch(next, { replace: true, state });
  };
  const lanesHere = lanes.map(lane => ({
    id: lane.id,
    cards: lane.cells.find(({ column }) => column === shown.id)?.cards ?? [],
    more: hidden(lane.id, shown.id),
  }));
  return (
    <section className="stack" aria-label={shown.name}>
      <label className="board-tool">
        <span>{say('board.pickColumn')}</span>
        <select className="input" value={shown.id} onChange={event => choose(event.target.value)}>
          {columns.map(({ id, name, number }) => (
            <option key={id} value={id}>
              {say('board.columnCount', { number, column: name, n: countOf(id), overdue: overdueIn(id) })}
              {isOverLimit(countOf(id), limits[id]) &&
                ` ${say('board.overLimit', { n: countOf(id), limit: limits[id] ?? 0 })}`}
            </option>
          ))}
        </select>
      </label>
      <h2 className="hidden-visually">{shown.name}</h2>
      {countOf(shown.id) === 0 && <p className="muted">{say('board.none')}</p>}
      {lanesHere.map(({ id, cards, more }) => (
        <div key={id} className="stack-tight">
          {cards.length > 0 && (
            <h3 className={laneName(id) ? 'lane-name' : 'hidden-visually'}>{laneName(id) || shown.name}</h3>
          )}
          {cards.length > 0 && (
            <ul className="cell-cards">
              {cards.map(item => (
                <li key={item.id}>{card(item)}</li>
              ))}
            </ul>
          )}
          {more > 0 && (
            <button type="button" className="cell-more" onClick={() => onMore(id, shown.id)}>
              {say('board.more', { n: more })}
            </button>
          )}
        </div>
      ))}
    </section>
  );
}

/** Where the board opens, chosen once there are cards: the page does not jump when the next one becomes urgent. */
function useOpening(columns: readonly Column[], lanes: readonly Lane[]): string | undefined {
  const { me, live } = useWorkplace();
  const today = useToday();
  const [opening, setOpening] = useState<string>();
  if (opening !== undefined) return opening;
  const cards = lanes.flatMap(({ cells }) => cells.flatMap(cell => cell.cards));
  const ids = columns.map(({ id }) => id);
  const found = openingColumn({ columns: ids, cards, today, isMine: card => isMyTurn(card, me, live.now()) });
  if (found !== undefined) setOpening(found);
  return found;
}
