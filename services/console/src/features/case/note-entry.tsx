import type { CaseView, HistoryEvent } from '@kaerimichi/contracts';
import { noteVisibilities } from '@kaerimichi/discharge';
import { useState } from 'react';
import { useSend } from '../../api/use-send.ts';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { clockTime, shortDay, tokyoDayOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { NoteComposer } from './note-composer.tsx';
import { type NoteThread, visibilityOf } from './notes-of.ts';
import { useNames } from './use-names.ts';

type Props = { readonly view: CaseView; readonly note: HistoryEvent; readonly thread: NoteThread };

/** What a note says now: its newest words, who may read them, who is called, who saw it, and how it was before. */
export function NoteEntry({ view, note, thread }: Props) {
  const { say } = useSpeech();
  const [isRevising, setRevising] = useState(false);
  const [newest] = thread.versions;
  const text = newest?.texts?.note;
  if (text === undefined) return null;
  const visibility = visibilityOf(thread);
  if (isRevising)
    return (
      <div className="note-body">
        <NoteComposer
          view={view}
          revises={{ seq: note.seq, draft: { note: text, visibility: knownVisibility(visibility), mentions: [] } }}
          onDone={() => setRevising(false)}
        />
      </div>
    );
  return (
    <div className="note-body stack-tight">
      <p className="note-text">{text}</p>
      <NoteMarks view={view} thread={thread} visibility={visibility} />
      <Versions thread={thread} />
      <div className="row note-acts">
        {note.called && <SeenButton view={view} note={note} />}
        {note.revisable && (
          <Button
            isSmall
            kind="quiet"
            onClick={() => setRevising(true)}
            aria-label={say('note.reviseName', { seq: note.seq })}
          >
            {say('note.revise')}
          </Button>
        )}
      </div>
    </div>
  );
}

const knownVisibility = (said: string) => noteVisibilities.find(one => one === said) ?? 'wholeTeam';

function NoteMarks({ view, thread, visibility }: { view: CaseView; thread: NoteThread; visibility: string }) {
  const { say, code } = useSpeech();
  const names = useNames(view);
  const called = thread.called.flatMap(id => names[id] ?? []);
  const seen = thread.seenBy.flatMap(({ by }) => by.name ?? by.org ?? []);
  const mark = say('common.listMark');
  return (
    <p className="small note-marks">
      <span className="tag">{code('visibility', visibility)}</span>
      {called.length > 0 && <span>{say('note.calledWho', { who: called.join(mark) })}</span>}
      {seen.length > 0 && <span className="muted">{say('note.seenBy', { who: seen.join(mark) })}</span>}
    </p>
  );
}

/** 見ました: to a call one answers with a look, or by writing. */
function SeenButton({ view, note }: { view: CaseView; note: HistoryEvent }) {
  const { say } = useSpeech();
  const sending = useSend();
  const body = { type: 'mention.answered', seq: note.seq };
  return (
    <>
      <Button
        isSmall
        kind="primary"
        isBusy={sending.isBusy}
        onClick={() => void sending.send({ caseId: view.id, append: true, version: view.version, body })}
      >
        {say('note.seen')}
      </Button>
      <ProblemNote error={sending.error} />
    </>
  );
}

/** How a note read before, newest first; who may not read the note reads none of them. */
function Versions({ thread: { versions } }: { thread: NoteThread }) {
  const { say, language } = useSpeech();
  const today = useToday();
  const [newest, ...before] = versions;
  if (before.length === 0) return null;
  const time = (at: string | null | undefined) =>
    at ? `${shortDay(tokyoDayOf(at), language, today)} ${clockTime(at, language)}` : '';
  return (
    <details className="note-versions">
      <summary className="small">{say('note.revised', { time: time(newest?.at), n: before.length })}</summary>
      <ol>
        {before.map(({ seq, at, texts }) => (
          <li key={seq}>
            <p className="small muted">{say('note.version', { time: time(at) })}</p>
            <p className="note-text">{texts?.note}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}
