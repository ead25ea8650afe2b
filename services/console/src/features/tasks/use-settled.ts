import type { HistoryEvent, Task } from '@kaerimichi/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { problemOf } from '../../api/problem-error.ts';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { rowKey, vanished, withSettled } from './row-key.ts';

/** Why a row is no longer to do: ticked here (and `waiting` to be sent), settled or changed by somebody else, or no longer shared. */
export type Settled =
  | { readonly is: 'ticked'; readonly at: number; readonly seq: number }
  | { readonly is: 'done' | 'changed'; readonly by: string }
  | { readonly is: 'ended' }
  | { readonly is: 'waiting' };

/** Of so many rows that went at once it is asked who settled them; beyond that the list itself is news enough. */
const MOST_ASKED = 5;
const EVENTS_ASKED = 50;

export type SettledRows = {
  /** The list with what was settled while somebody looked, each where it stood. */
  readonly shown: readonly Task[];
  readonly of: (task: Task) => Settled | undefined;
  readonly note: (task: Task, settled: Settled) => void;
  readonly forget: (task: Task) => void;
  /** These go by one's own doing, and say so elsewhere. */
  readonly expect: (tasks: readonly Pick<Task, 'caseId' | 'kind' | 'ref'>[]) => void;
};

/** Rows that leave the list while it is open stay, struck through, with who settled them. */
export function useSettled(fresh: readonly Task[] | undefined, of: string): SettledRows {
  const [settled, setSettled] = useState<ReadonlyMap<string, Settled>>(new Map());
  const expected = useRef(new Set<string>());
  const shown = useRef<{ of: string; rows: readonly Task[] }>({ of, rows: [] });
  const before = shown.current.of === of ? shown.current.rows : [];
  const rows = withSettled(before, fresh ?? before, key => settled.has(key));
  const note = useCallback(
    (task: Task, how: Settled) => setSettled(known => new Map(known).set(rowKey(task), how)),
    [],
  );
  const forget = useCallback(
    (task: Task) => setSettled(known => new Map([...known].filter(([key]) => key !== rowKey(task)))),
    [],
  );
  const ask = useWhoSettled(note);
  useEffect(() => {
    if (fresh === undefined) return;
    const last = shown.current;
    shown.current = { of, rows };
    if (last.of !== of) return;
    const gone = vanished(last.rows, rows).filter(task => !expected.current.has(rowKey(task)));
    for (const task of gone.slice(0, MOST_ASKED)) void ask(task);
  });
  return {
    shown: rows,
    of: task => settled.get(rowKey(task)),
    note,
    forget,
    expect: tasks => {
      for (const task of tasks) expected.current.add(rowKey(task));
    },
  };
}

/** Asks the case's history who settled a task; what one did oneself on another page is no news. */
function useWhoSettled(note: (task: Task, settled: Settled) => void) {
  const api = useApi();
  const { own } = useWorkplace();
  return async (task: Task) => {
    const query = { after: task.version, limit: EVENTS_ASKED };
    try {
      const { events } = await api.call(routes.events, { params: { id: task.caseId }, query, isQuiet: true });
      const others = events.filter(({ seq }) => own.seenUpTo(task.caseId, task.version) < seq);
      const found = whoSettled(others);
      if (found) note(task, found);
    } catch (error) {
      if (problemOf(error)?.code === 'not-found') note(task, { is: 'ended' });
    }
  };
}

type Told = Pick<HistoryEvent, 'type' | 'by'>;

/** Who was last to write something of the case that is told by name; null: nobody is. */
export function whoSettled(events: readonly Told[]): Settled | null {
  const last = events.findLast(({ by }) => by.name !== null);
  if (!last?.by.name) return null;
  return { is: last.type.startsWith('task.') ? 'changed' : 'done', by: last.by.name };
}
