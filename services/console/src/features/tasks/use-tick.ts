import type { Task } from '@kaerimichi/contracts';
import { useEffect, useState } from 'react';
import { bareProblem, ProblemError } from '../../api/problem-error.ts';
import { useSend } from '../../api/use-send.ts';
import { UNDO_MS } from '../../app/move-notice.ts';
import { useSelected } from '../../app/services.tsx';
import type { OutgoingState } from '../../offline/outbox.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { useProgram } from '../offline/use-program.ts';
import { rowKey } from './row-key.ts';
import type { Settled, SettledRows } from './use-settled.ts';

/**
 * One press records that a task is done; within ten seconds another takes it back, by an entry of the history. Without a
 * network it waits, and until it is sent it can be taken back as if nothing had been.
 */
export function useTick(task: Task, rows: SettledRows) {
  const { say } = useSpeech();
  const sending = useSend();
  const { outbox } = useProgram();
  const { caseId, no, version, tick } = task;
  const row = rowKey(task);
  const going = useSelected(outbox.items, items => items.findLast(item => item.row === row && !isOver(item.state)));
  const [fault, setFault] = useState<unknown>(null);
  const sent = going?.state.is === 'sent' ? going.state : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is sent
  useEffect(() => {
    if (sent) rows.note(task, { is: 'ticked', at: sent.at, seq: sent.version });
  }, [sent]);
  const isWaiting = going?.state.is === 'waiting' && (going.tries > 0 || !navigator.onLine);
  const settled: Settled | undefined = rows.of(task) ?? (isWaiting ? { is: 'waiting' } : undefined);
  const isUndoable = useIsUndoable(settled);
  const isBusy = sending.isBusy || going?.state.is === 'sending';
  const done = () => {
    if (!tick || settled || isBusy) return;
    setFault(null);
    const body = { type: tick.event, ...tick.fill };
    outbox.add({ row, caseId, no, append: false, version, body }).catch(setFault);
  };
  const undo = async () => {
    if (settled?.is === 'waiting' && going) return outbox.drop(going.id);
    if (settled?.is !== 'ticked' || sending.isBusy) return;
    const body = { type: 'entry.corrected', seq: settled.seq, reason: say('task.undoReason') };
    const undone = await sending.send({ caseId, append: false, version: settled.seq, body, again: () => body });
    if (!undone.ok) return;
    if (going) await outbox.drop(going.id);
    rows.forget(task);
  };
  return { settled, isUndoable, isBusy, error: sending.error ?? fault ?? refusalOf(going?.state), done, undo };
}

/** What was sent so long ago is told by the list itself. */
const TOLD_MS = 60_000;
const isOver = (state: OutgoingState): boolean => state.is === 'sent' && Date.now() - state.at > TOLD_MS;

function refusalOf(state: OutgoingState | undefined): ProblemError | null {
  if (state?.is !== 'refused') return null;
  const { code, reasons } = state.why;
  return new ProblemError({ ...bareProblem(409), code, detail: reasons.join(' ') });
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
