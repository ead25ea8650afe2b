import type { Card } from '@kaerimichi/contracts';
import { startTransition, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { withMovesAhead } from '../../app/moves-ahead.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useObservable, useSelected } from '../../app/services.tsx';
import { isMyTurn, useToday, useWorkplace } from '../../app/workplace.tsx';
import { Patience } from '../../parts/patience.tsx';
import { lazyPart } from '../../words/lazy-part.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { WaitingMerges } from '../merge/waiting-merges.tsx';
import { WaitingReferrals } from '../referral/waiting-referrals.tsx';
import './board.css';
import { BoardEmpty } from './board-empty.tsx';
import { BoardTable, type Moving } from './board-table.tsx';
import { BoardTools } from './board-tools.tsx';
import { countFilters, type Filters, type FilterView, matchesFilters } from './filters.ts';
import { focusCard } from './focus-card.ts';
import { GoneRow } from './gone-row.tsx';
import { useAnnounceChanges } from './use-announce-changes.ts';
import { useBoardView } from './use-board-view.ts';
import { useComplete } from './use-complete.ts';
import { useSeen } from './use-seen.ts';

const BoardList = lazyPart(() => import('./board-list.tsx'), 'BoardList', { wait: () => <Patience look="board" /> });
const ChangesSheet = lazyPart(() => import('./changes-sheet.tsx'), 'ChangesSheet');
const SideSheet = lazyPart(() => import('./side-sheet.tsx'), 'SideSheet');
const TransitionSheet = lazyPart(() => import('../move/transition-sheet.tsx'), 'TransitionSheet');
/** So long after the board itself. */
const SHEET_MS = 500;

/** 連携ボード: every active case one may see, live; in columns, or as a list. */
export function BoardPage({ isList = false }: { isList?: boolean }) {
  const { say } = useSpeech();
  const { live } = useWorkplace();
  const navigate = useNavigate();
  const { held, isLoaded } = useObservable(live.board);
  const view = useBoardView();
  const seen = useSeen(held.cards, isLoaded);
  const { cards, shown, filterView } = useFilteredCards(view.filters, seen.changed);
  const board = useRef<HTMLDivElement>(null);
  const moves = useOpenMoves();
  const [areChangesShown, showChanges] = useState(false);
  const isComplete = useComplete(isLoaded);
  const isStale = useSelected(live.status, ({ state }) => state === 'stale' || state === 'offline');
  usePageTitle(say(isList ? 'board.listTitle' : 'nav.board'));
  useAnnounceChanges(held.cards, isLoaded);
  useEffect(() => live.presence.here({ board: true }), [live]);
  useEffect(() => {
    // What is pressed most comes while nobody presses yet.
    const timer = isComplete ? setTimeout(TransitionSheet.preload, SHEET_MS) : undefined;
    return () => clearTimeout(timer);
  }, [isComplete]);

  const closeSide = () => {
    const { open } = view;
    view.setOpen(null);
    if (open) focusCard(open);
  };
  const open = (id: string) => {
    // A phone has no room for a sheet beside the list.
    if (matchMedia('(max-width: 767px)').matches) void navigate(`/cases/${id}`);
    else view.setOpen(id);
  };
  const opened = view.open ? held.cards.get(view.open) : undefined;
  if (!isComplete) return <Patience look="board" />;
  return (
    <div className={isStale ? 'board-page board-stale' : 'board-page'}>
      <GoneRow />
      <Waiting />
      <BoardTools
        {...{ view, isList, seen, cards, filterView }}
        shown={shown.size}
        onChanges={() => showChanges(true)}
      />
      {cards.size === 0 || shown.size === 0 ? (
        <BoardEmpty
          isFiltered={countFilters(view.filters) > 0}
          filters={countFilters(view.filters)}
          onClear={view.clear}
        />
      ) : isList ? (
        <BoardList cards={shown} seen={seen} view={view} />
      ) : (
        <div className="board-frame" ref={board}>
          <BoardTable
            {...{ view, seen, board }}
            cards={shown}
            moving={moves.inHand}
            onOpen={open}
            onMove={next => startTransition(() => moves.open(next))}
          />
        </div>
      )}
      {opened && <SideSheet card={opened} onClose={closeSide} onMove={() => moves.open({ id: opened.id })} />}
      <MoveSheets {...moves} cards={held.cards} />
      {areChangesShown && (
        <ChangesSheet
          seen={seen}
          cards={held.cards}
          onClose={() => showChanges(false)}
          onOpen={id => {
            showChanges(false);
            open(id);
          }}
        />
      )}
    </div>
  );
}

/** What waits for an answer and no card tells of. */
const Waiting = () => (
  <div className="board-notes">
    <WaitingReferrals />
    <WaitingMerges />
  </div>
);

type MovesProps = Pick<ReturnType<typeof useOpenMoves>, 'all' | 'close'> & {
  readonly cards: ReadonlyMap<string, Card>;
};

const MoveSheets = ({ all, close, cards }: MovesProps) =>
  all.map(({ id, column }) => (
    <TransitionSheet
      key={id}
      caseId={id}
      no={cards.get(id)?.no ?? ''}
      column={column}
      onClose={() => close(id)}
      onMoved={() => focusCard(id)}
      goesAhead
    />
  ));

/** Moves whose sheet is open, and those that are under way: their sheets are away, and come back where they are refused. */
function useOpenMoves() {
  const underWay = useObservable(useWorkplace().ahead.state);
  const [all, setAll] = useState<readonly Moving[]>([]);
  const others = (id: string) => all.filter(move => move.id !== id);
  return {
    all,
    inHand: all.findLast(({ id }) => !underWay.has(id))?.id ?? null,
    // One that is under way is answered first.
    open: (move: Moving) => setAll(underWay.get(move.id)?.version === null ? all : [...others(move.id), move]),
    close: (id: string) => setAll(now => now.filter(move => move.id !== id)),
  };
}

/** Active cases, those of them that the filters show, and what filters go by. */
function useFilteredCards(filters: Filters, changed: ReadonlyMap<string, unknown>) {
  const { live, me, ahead } = useWorkplace();
  const { held, orgs } = useObservable(live.board);
  const today = useToday();
  const underWay = useObservable(ahead.state);
  useEffect(() => ahead.settle(held.cards), [ahead, held.cards]);
  const cards = useMemo(
    () => withMovesAhead(new Map([...held.cards].filter(([, card]) => card.column !== 'closed')), underWay),
    [held.cards, underWay],
  );
  const filterView = useMemo(
    (): FilterView => ({
      today,
      org: me.membership.org.id,
      isMine: card => isMyTurn(card, me, live.now()),
      isChanged: card => changed.has(card.id),
      orgName: id => orgs[id] ?? '',
    }),
    [today, me, live, orgs, changed],
  );
  const shown = useMemo(
    () => new Map([...cards].filter(([, card]) => matchesFilters(card, filters, filterView))),
    [cards, filters, filterView],
  );
  return { cards, shown, filterView };
}
