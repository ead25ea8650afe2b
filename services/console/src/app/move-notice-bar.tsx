import { useCallback, useEffect, useState } from 'react';
import { useSend } from '../api/use-send.ts';
import { isUndoKey, isWriting } from '../features/board/keys.ts';
import { Button } from '../parts/button.tsx';
import { problemWords } from '../parts/problem-note.tsx';
import { useSpeech } from '../words/speech-context.tsx';
import { type MoveNotice, UNDO_MS } from './move-notice.ts';
import { useObservable } from './services.tsx';
import { useWorkplace } from './workplace.tsx';

/** What was just done, with the chance to take it back for ten seconds (also by Ctrl+Z). */
export function MoveNoticeBar() {
  const { notice } = useWorkplace();
  const shown = useObservable(notice);
  const close = useCallback(() => notice.write(null), [notice]);
  return (
    <>
      {/* What was done is said once: the seconds on the button would be said again each time they change. */}
      <p role="status" className="hidden-visually">
        {shown?.text}
      </p>
      {shown && <Notice key={shown.at} notice={shown} onClose={close} />}
    </>
  );
}

function Notice({ notice, onClose }: { notice: MoveNotice; onClose: () => void }) {
  const speech = useSpeech();
  const { say } = speech;
  const sending = useSend();
  const [left, setLeft] = useState(() => Math.ceil((notice.at + UNDO_MS - Date.now()) / 1000));
  const { caseId, version } = notice;
  const hasFailed = Boolean(sending.error);
  useEffect(() => {
    if (hasFailed) return;
    const timer = setInterval(() => {
      const rest = Math.ceil((notice.at + UNDO_MS - Date.now()) / 1000);
      setLeft(rest);
      if (rest <= 0) onClose();
    }, 500);
    return () => clearInterval(timer);
  }, [notice.at, onClose, hasFailed]);

  const undo = async () => {
    const body = { type: 'move.undone', seq: version };
    const sent = await sending.send({ caseId, append: false, version, body });
    if (sent.ok) onClose();
  };
  const canUndo = notice.canUndo && !hasFailed;
  useUndoKey(canUndo && !sending.isBusy ? undo : null);
  return (
    <div className="notice-bar">
      {hasFailed ? (
        <span role="alert">{problemWords(sending.error, speech)}</span>
      ) : (
        <span aria-hidden="true">{notice.text}</span>
      )}
      {canUndo && (
        <Button isSmall isBusy={sending.isBusy} onClick={() => void undo()}>
          {say('move.undo', { seconds: Math.max(left, 0) })}
        </Button>
      )}
      <Button isSmall kind="quiet" onClick={onClose}>
        {say('common.close')}
      </Button>
    </div>
  );
}

/** Ctrl+Z takes the move back while the bar offers it; in a field it stays the field's own. */
function useUndoKey(undo: (() => Promise<void>) | null): void {
  useEffect(() => {
    if (!undo) return;
    const pressed = (event: KeyboardEvent) => {
      if (!isUndoKey(event) || isWriting(event.target)) return;
      event.preventDefault();
      void undo();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  });
}
