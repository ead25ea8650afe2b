import type { Task } from '@kaerimichi/contracts';
import { useEffect, useState } from 'react';
import { useSend } from '../../api/use-send.ts';
import { UNDO_MS } from '../../app/move-notice.ts';
import { useSelected } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { rowKey } from './row-key.ts';
import type { Settled, SettledRows } from './use-settled.ts';

/** One press records that a task is done; within ten seconds another takes it back, by an entry of the history. */
export function useTick(task: Task, rows: SettledRows) {
  const { say } = useSpeech();
  const sending = useSend();
  const { ticks } = useWorkplace();
  const { caseId, version, tick } = task;
  const row = rowKey(task);
  const state = useSelected(ticks.states, all => all.get(row));
  const noted = rows.of(task);
  const settled: Settled | undefined = noted ?? (state?.is === 'waiting' ? { is: 'waiting' } : undefined);
  const isUndoable = useIsUndoable(settled);
  const isBusy = sending.isBusy || state?.is === 'sending';
  const done = () => {
    if (!tick || settled || isBusy) return;
    ticks.add({ row, caseId, version, key: crypto.randomUUID(), body: { type: tick.event, ...tick.fill } });
  };
  const undo = async () => {
    if (settled?.is === 'waiting') return ticks.drop(row);
    if (settled?.is !== 'ticked' || sending.isBusy) return;
    const body = { type: 'entry.corrected', seq: settled.seq, reason: say('task.undoReason') };
    const sent = await sending.send({ caseId, append: false, version: settled.seq, body, again: () => body });
    if (sent.ok) rows.forget(task);
  };
  const error = sending.error ?? (state?.is === 'refused' ? state.error : null);
  return { settled, isUndoable, isBusy, error, done, undo };
}

function useIsUndoable(settled: Settled | undefined): boolean {
  const at = settled?.is === 'ticked' ? settled.at : 0;
  const [isOver, setOver] = useState(true);
  useEffect(() => {
    const left = at + UNDO_MS - Date.now();
    setOver(left <= 0);
    if (left <= 0) return;
    const timer = setTimeout(() => setOver(true), left);
    return () => clearTimeout(timer);
  }, [at]);
  return settled?.is === 'waiting' || (at > 0 && !isOver);
}
