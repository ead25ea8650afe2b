import type { Task } from '@kaerimichi/contracts';
import { useEffect, useState } from 'react';
import { useSend } from '../../api/use-send.ts';
import { UNDO_MS } from '../../app/move-notice.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import type { Settled, SettledRows } from './use-settled.ts';

/** One press records that a task is done; within ten seconds another takes it back, by an entry of the history. */
export function useTick(task: Task, rows: SettledRows) {
  const { say } = useSpeech();
  const sending = useSend();
  const { caseId, version, tick } = task;
  const settled = rows.of(task);
  const isUndoable = useIsUndoable(settled);
  const done = async () => {
    if (!tick || settled || sending.isBusy) return;
    const body = { type: tick.event, ...tick.fill };
    // What else happened to the case meanwhile does not speak against it; that it was done, the case itself says.
    const sent = await sending.send({ caseId, append: false, version, body, again: () => body });
    if (sent.ok) rows.note(task, { is: 'ticked', at: Date.now(), seq: sent.answer.version });
  };
  const undo = async () => {
    if (settled?.is !== 'ticked' || sending.isBusy) return;
    const body = { type: 'entry.corrected', seq: settled.seq, reason: say('task.undoReason') };
    const sent = await sending.send({ caseId, append: false, version: settled.seq, body, again: () => body });
    if (sent.ok) rows.forget(task);
  };
  return { settled, isUndoable, isBusy: sending.isBusy, error: sending.error, done, undo };
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
  return at > 0 && !isOver;
}
