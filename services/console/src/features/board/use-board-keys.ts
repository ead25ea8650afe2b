import type { KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { usePreferences } from '../../app/services.tsx';
import { foldLane, operate } from './board-controls.ts';
import type { Moving } from './board-table.tsx';
import { toggleFilter } from './filters.ts';
import { isWriting, type KeyAction, keyAction } from './keys.ts';
import { type Lane, stepFrom } from './placing.ts';
import type { BoardView } from './use-board-view.ts';
import type { SeenCases } from './use-seen.ts';
import { useTaskForm } from './use-task-form.ts';

type Options = {
  readonly lanes: readonly Lane[];
  readonly current: string | null;
  readonly view: BoardView;
  readonly seen: SeenCases;
  readonly onOpen: (id: string) => void;
  readonly onMove: (moving: Moving) => void;
};

/** Keys while the focus is inside the board; never while somebody writes or a kana is being composed. */
export function useBoardKeys(options: Options): (event: KeyboardEvent) => void {
  const { letters } = usePreferences();
  const act = useKeyActions(options);
  return event => {
    if (event.defaultPrevented || isWriting(event.target)) return;
    const action = keyAction(event.nativeEvent, letters);
    const isOnLink = event.target instanceof Element && event.target.id.startsWith('card-');
    // Enter on a button is that button's own.
    if (!action || ((action.do === 'open' || action.do === 'openPage') && !isOnLink)) return;
    event.preventDefault();
    act(action);
  };
}

function useKeyActions({ lanes, current, view, seen, onOpen, onMove }: Options): (action: KeyAction) => void {
  const navigate = useNavigate();
  const openTask = useTaskForm();
  const onCase: Partial<Record<KeyAction['do'], (id: string) => void>> = {
    open: onOpen,
    openPage: id => void navigate(`/cases/${id}`),
    move: id => onMove({ id }),
    hold: id => void navigate(`/cases/${id}/record/hold.added`),
    date: id => void openTask(id, 'task.dueMoved'),
    owner: id => void openTask(id, 'task.assigned'),
    note: id => void navigate(`/cases/${id}/record/note.added`),
    seen: id => seen.markSeen([id]),
  };
  return action => {
    if (action.do === 'clear') return view.clear();
    if (action.do === 'mine') return view.setFilters(toggleFilter(view.filters, 'turn', 'mine'));
    if (action.do === 'control') return operate(action.control);
    if (action.do === 'lane') return foldLane(current, action.isFolded);
    if (!current) return;
    if (action.do === 'step') {
      const next = stepFrom(lanes, current, action.step);
      if (next) document.getElementById(`card-${next}`)?.focus();
      return;
    }
    onCase[action.do]?.(current);
  };
}
