import { startTransition, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
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
  const [moving, setMoving] = useState<Moving | null>(null);
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
  const mover = moving ? held.cards.get(moving.id) : undefined;
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
            moving={moving?.id ?? null}
            onOpen={open}
            onMove={next => startTransition(() => setMoving(next))}
          />
        </div>
      )}
      {opened && <SideSheet card={opened} onClose={closeSide} onMove={() => setMoving({ id: opened.id })} />}

      {moving && <MoveSheet moving={moving} no={mover?.no ?? ''} onClose={() => setMoving(null)} />}
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

type MoveProps = { readonly moving: Moving; readonly no: string; readonly onClose: () => void };

const MoveSheet = ({ moving: { id, column }, no, onClose }: MoveProps) => (
  <TransitionSheet caseId={id} no={no} column={column} onClose={onClose} onMoved={() => focusCard(id)} />
);

/** Active cases, those of them that the filters show, and what filters go by. */
function useFilteredCards(filters: Filters, changed: ReadonlyMap<string, unknown>) {
  const { live, me } = useWorkplace();
  const { held, orgs } = useObservable(live.board);
  const today = useToday();
  const cards = useMemo(() => new Map([...held.cards].filter(([, card]) => card.column !== 'closed')), [held.cards]);
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
