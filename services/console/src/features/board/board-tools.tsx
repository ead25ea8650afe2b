import { type Card, laneKinds } from '@kaerimichi/contracts';
import { startTransition, useMemo, useOptimistic, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { densities } from '../../app/preferences.ts';
import { useObservable } from '../../app/services.tsx';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { lazyPart } from '../../words/lazy-part.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import './board-tools.css';
import { FilterChips } from './filter-chips.tsx';
import { filterChoices } from './filter-choices.ts';
import { countFilters, type Filters, type FilterView, noFilters } from './filters.ts';
import type { BoardControl } from './keys.ts';
import { VIEWS_BUTTON } from './open-views.ts';
import { PresenceStack } from './presence-stack.tsx';
import type { BoardView } from './use-board-view.ts';
import type { SeenCases } from './use-seen.ts';

const FilterPanel = lazyPart(() => import('./filter-panel.tsx'), 'FilterPanel');
const ViewBar = lazyPart(() => import('./view-bar.tsx'), 'ViewBar');
const ViewsSheet = lazyPart(() => import('./views-sheet.tsx'), 'ViewsSheet');

type Props = {
  readonly view: BoardView;
  /** A table instead of columns: lanes and density say nothing there. */
  readonly isList: boolean;
  /** Every active case, whatever is filtered. */
  readonly cards: ReadonlyMap<string, Card>;
  readonly shown: number;
  readonly filterView: FilterView;
  readonly seen: SeenCases;
  readonly onChanges: () => void;
};

/** More cases at once are seen by nobody. */
const MOST_IN_VIEW = 500;

/** Title, lanes, density, filters and what changed: everything about how the board is looked at. */
export function BoardTools({ view, isList, cards, shown, filterView, seen, onChanges }: Props) {
  const { say } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const { filters } = view;
  const total = cards.size;
  // Without a case there is nothing to arrange or to filter.
  const isUseful = total > 0 || countFilters(filters) > 0;
  return (
    <div className="board-tools">
      <h1>{say('nav.board')}</h1>
      {isUseful && (
        <>
          <BoardModes isList={isList} />
          <ViewsButton view={view} />
          {!isList && <Arrangement view={view} />}
          <Button
            aria-expanded={isOpen}
            aria-controls="board-filters"
            data-board-key="f"
            onClick={() => setOpen(!isOpen)}
          >
            {say('board.filterCount', { n: countFilters(filters) })}
          </Button>
          <p className="board-count small muted" role="status">
            {say('board.shown', { shown, total })}
          </p>
        </>
      )}
      <PresenceStack />
      <BoardActions seen={seen} onChanges={onChanges} />
      <Narrowing {...{ view, isOpen, cards, filterView }} />
      {shown > MOST_IN_VIEW && !isList && (
        <p className="board-tools-wide small note-info" role="status">
          {say('board.tooMany', { n: shown })}
        </p>
      )}
      {view.view !== null && (
        <div className="board-tools-wide">
          <ViewBar view={view} />
        </div>
      )}
    </div>
  );
}

type NarrowingProps = Pick<Props, 'view' | 'cards' | 'filterView'> & { readonly isOpen: boolean };

/** Every filter, where they are asked for, and those in force. */
function Narrowing({ view, isOpen, cards, filterView }: NarrowingProps) {
  const { filters, setFilters } = useFiltersAsked(view);
  const choices = useChoices(view.filters);
  return (
    <>
      <div id="board-filters" className="board-tools-wide">
        {isOpen && (
          <FilterPanel {...{ filters, choices, cards, filterView }} followed={view.filters} onChange={setFilters} />
        )}
      </div>
      <div className="board-tools-wide">
        <FilterChips filters={filters} choices={choices} onChange={setFilters} onClear={() => setFilters(noFilters)} />
      </div>
    </>
  );
}

/**
 * What is chosen and typed stands here at once, and the board follows when it is drawn: on a slow computer a field that
 * waited for the board would lose the next letter, and a box the next press.
 */
function useFiltersAsked(view: Pick<BoardView, 'filters' | 'setFilters'>): Pick<BoardView, 'filters' | 'setFilters'> {
  const [filters, ask] = useOptimistic(view.filters);
  const setFilters = (next: Filters) =>
    startTransition(() => {
      ask(next);
      view.setFilters(next);
    });
  return { filters, setFilters };
}

/** What one can filter this board by. */
function useChoices(chosen: Filters) {
  const speech = useSpeech();
  const { pathway, live } = useWorkplace();
  const { held, orgs, orgKinds } = useObservable(live.board);
  return useMemo(
    () => filterChoices({ cards: held.cards, pathway, orgName: id => orgs[id] ?? id, orgKinds, chosen }, speech),
    [held, pathway, orgs, orgKinds, chosen, speech],
  );
}

/** Opens the views to choose from; a key may press it (`openViews`). */
function ViewsButton({ view }: { view: BoardView }) {
  const { say } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button id={VIEWS_BUTTON} data-board-key="v" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {say('board.views')}
      </Button>
      {isOpen && <ViewsSheet view={view} onClose={() => setOpen(false)} />}
    </>
  );
}

function BoardActions({ seen, onChanges }: Pick<Props, 'seen' | 'onChanges'>) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  return (
    <div className="board-tools-end">
      {me.abilities.refer && (
        <Link className="button" to="/referrals">
          {say('nav.referrals')}
        </Link>
      )}
      {me.abilities.register && (
        <Link className="button" to="/cases/new">
          {say('register.title')}
        </Link>
      )}
      <ChangesButton seen={seen} onClick={onChanges} />
    </div>
  );
}

/** Columns or list of the same cases: two addresses, the filters go along. */
function BoardModes({ isList }: { isList: boolean }) {
  const { say } = useSpeech();
  const { search } = useLocation();
  const modes = [
    { path: '/board', word: say('board.columns'), isHere: !isList },
    { path: '/board/list', word: say('board.list'), isHere: isList },
  ];
  return (
    <nav className="board-modes" aria-label={say('board.modes')}>
      {modes.map(({ path, word, isHere }) => (
        <Link key={path} to={{ pathname: path, search }} aria-current={isHere ? 'page' : undefined}>
          {word}
        </Link>
      ))}
    </nav>
  );
}

/** How the columns are cut and how much a card says. */
function Arrangement({ view }: { view: BoardView }) {
  const { say, code } = useSpeech();
  return (
    <>
      <Tool
        label={say('board.lanes')}
        boardKey="l"
        value={view.lanes}
        onChange={value => view.setLanes(laneKinds.find(kind => kind === value) ?? 'none')}
      >
        {laneKinds.map(value => (
          <option key={value} value={value}>
            {code('lanes', value)}
          </option>
        ))}
      </Tool>
      <Tool
        label={say('board.density')}
        value={view.density}
        onChange={value => view.setDensity(densities.find(choice => choice === value) ?? 'normal')}
      >
        {densities.map(value => (
          <option key={value} value={value}>
            {code('density', value)}
          </option>
        ))}
      </Tool>
    </>
  );
}

type ToolProps = {
  readonly label: string;
  readonly value: string;
  readonly boardKey?: BoardControl;
  readonly onChange: (value: string) => void;
  readonly children: React.ReactNode;
};

function Tool({ label, value, boardKey, onChange, children }: ToolProps) {
  return (
    <label className="board-tool">
      <span>{label}</span>
      <select
        className="input"
        data-board-key={boardKey}
        value={value}
        onChange={event => onChange(event.target.value)}
      >
        {children}
      </select>
    </label>
  );
}

const MOST = 200;

function ChangesButton({ seen, onClick }: { seen: SeenCases; onClick: () => void }) {
  const { say, language } = useSpeech();
  const today = useToday();
  const n = seen.changed.size;
  if (n === 0) return null;
  const since = seen.since ? say('changes.since', { time: dayAndTime(seen.since, language, today) }) : undefined;
  return (
    <button type="button" className="button changes-button" onClick={onClick}>
      {n > MOST ? say('changes.many', { n: MOST }) : say('changes.button', { n })}
      {since && <span className="changes-since"> {since}</span>}
    </button>
  );
}
