import type { CaseView, NoteReader } from '@kaerimichi/contracts';
import { noteVisibilities } from '@kaerimichi/discharge';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { routes } from '../../api/routes.ts';
import { useSend } from '../../api/use-send.ts';
import { useApi } from '../../app/services.tsx';
import { Button } from '../../parts/button.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { clockTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { KeptDraft } from '../form/kept-draft.tsx';
import { useDraftedInput } from '../form/use-drafted-input.ts';
import { type NoteDraft, noteBody, parseNoteDraft, unreadBy } from './note-draft.ts';
import { NoteField } from './note-field.tsx';

type Props = {
  readonly view: CaseView;
  /** The note that a new version is written of; without it a new note. */
  readonly revises?: { readonly seq: number; readonly draft: NoteDraft } | undefined;
  readonly onDone?: (() => void) | undefined;
};

const nobody: readonly NoteReader[] = [];
const empty: NoteDraft = { note: '', visibility: 'wholeTeam', mentions: [] };

/** Who may be called in a note of this case. */
function useReaders(id: string): readonly NoteReader[] {
  const api = useApi();
  const query = useQuery({
    queryKey: ['case', id, 'readers'],
    queryFn: async ({ signal }) => (await api.call(routes.readers, { params: { id }, signal })).readers,
  });
  return query.data ?? [];
}

/** What is written of a note, kept until it is sent. */
const useNoteDraft = ({ view, revises }: Props) =>
  useDraftedInput<NoteDraft>({
    about: {
      place: [view.id, 'note', ...(revises ? [revises.seq] : [])].join('.'),
      caseId: view.id,
      subject: revises ? 'note.revised' : 'note.added',
      route: `/cases/${view.id}`,
    },
    first: revises?.draft ?? empty,
    parse: parseNoteDraft,
  });

/** 書き込む: written in place, to whom it is for, with a call to whoever should look. */
export function NoteComposer({ view, revises, onDone }: Props) {
  const { say } = useSpeech();
  const readers = useReaders(view.id);
  const sending = useSend();
  const { input: draft, change, forget, draft: keeping } = useNoteDraft({ view, revises });
  const [isSentAt, setSentAt] = useState<number | null>(null);
  const unread = unreadBy(draft, readers);
  const isEmpty = draft.note.trim() === '';
  // One line until somebody writes: the history begins in the first screen.
  const [wasEntered, setEntered] = useState(false);
  const isOpen = wasEntered || !isEmpty || revises !== undefined || keeping.found !== null || isSentAt !== null;
  const submit = async () => {
    if (isEmpty || unread.length > 0 || sending.isBusy) return;
    const body = noteBody(draft, revises?.seq);
    const outcome = await sending.send({ caseId: view.id, append: true, version: view.version, body });
    if (!outcome.ok) return;
    forget();
    setSentAt(Date.now());
    onDone?.();
  };
  const error =
    unread.length > 0
      ? say('note.unread', { who: unread.map(({ name }) => name).join(say('common.listMark')) })
      : undefined;
  return (
    <form
      className={isOpen ? 'note-composer stack-tight' : 'note-composer note-composer-shut stack-tight'}
      onFocus={() => setEntered(true)}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <NoteField
        label={say(revises ? 'note.revise' : 'note.write')}
        value={draft.note}
        visibility={draft.visibility}
        readers={isOpen ? readers : nobody}
        error={error}
        onChange={note => change({ note })}
        onCall={id => change({ mentions: [...new Set([...draft.mentions, id])] })}
      />
      {isOpen && (
        <>
          <Called draft={draft} readers={readers} onChange={mentions => change({ mentions })} />
          <Visibility value={draft.visibility} onChange={visibility => change({ visibility })} />
          <div className="row">
            <Button
              type="submit"
              kind="primary"
              isBusy={sending.isBusy}
              whyNot={isEmpty ? say('note.empty') : undefined}
            >
              {say(revises ? 'note.sendRevision' : 'note.send')}
            </Button>
            {onDone && <Button onClick={onDone}>{say('record.cancel')}</Button>}
            {(!isEmpty || keeping.found) && <KeptDraft {...keeping} />}
            <NoteSent at={isEmpty ? isSentAt : null} />
          </div>
        </>
      )}
      <ProblemNote error={sending.error} />
    </form>
  );
}

function NoteSent({ at }: { at: number | null }) {
  const { say, language } = useSpeech();
  return (
    <span className="small muted" role="status">
      {at !== null && say('note.sent', { time: clockTime(at, language) })}
    </span>
  );
}

function Visibility({
  value,
  onChange,
}: {
  value: NoteDraft['visibility'];
  onChange: (value: NoteDraft['visibility']) => void;
}) {
  const { say, code } = useSpeech();
  const id = useId();
  return (
    <ChoiceField
      id={id}
      label={say('note.visibility')}
      options={noteVisibilities.map(one => ({ value: one, label: code('visibility', one) }))}
      value={value}
      onChange={chosen => {
        const visibility = noteVisibilities.find(one => one === chosen);
        if (visibility) onChange(visibility);
      }}
    />
  );
}

type CalledProps = {
  readonly draft: NoteDraft;
  readonly readers: readonly NoteReader[];
  readonly onChange: (mentions: readonly string[]) => void;
};

/** Who is called, each to be taken off again. */
function Called({ draft: { mentions }, readers, onChange }: CalledProps) {
  const { say } = useSpeech();
  if (mentions.length === 0) return null;
  return (
    <ul className="note-called" aria-label={say('note.called')}>
      {mentions.map(id => {
        const name = readers.find(reader => reader.id === id)?.name ?? id;
        return (
          <li key={id}>
            <Button
              isSmall
              aria-label={say('note.uncall', { name })}
              onClick={() => onChange(mentions.filter(other => other !== id))}
            >
              @{name} ×
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
