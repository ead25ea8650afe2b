import type { NoteReader } from '@kaerimichi/contracts';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { OptionList } from '../../parts/option-list.tsx';
import { RoomLeft } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { TemplateInsert } from '../form/template-insert.tsx';
import { findReaders, type MentionQuery, mentionQuery, withMention } from './mention-query.ts';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly visibility: string;
  readonly readers: readonly NoteReader[];
  readonly error?: string | undefined;
  readonly onChange: (text: string) => void;
  readonly onCall: (id: string) => void;
};

const MOST_LETTERS = 8000;

/** The text of a note; an @ in it offers those who may be called, chosen by arrows and Enter or by a press. */
export function NoteField({ label, value, visibility, readers, error, onChange, onCall }: Props) {
  const { say, code } = useSpeech();
  const [query, setQuery] = useState<MentionQuery | null>(null);
  const [at, setAt] = useState(0);
  const area = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const found = query
    ? findReaders(readers, { typed: query.text, visibility, roleWord: role => code('role', role) })
    : [];
  const look = (text: string, caret: number) => {
    setQuery(mentionQuery(text, caret));
    setAt(0);
  };
  const choose = (reader: NoteReader | undefined) => {
    if (!query || !reader) return;
    const next = withMention(value, query, reader.name);
    onChange(next.text);
    onCall(reader.id);
    setQuery(null);
    putCaret(area.current, next.caret);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (found.length === 0 || event.nativeEvent.isComposing) return;
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => setAt((at + 1) % found.length),
      ArrowUp: () => setAt((at + found.length - 1) % found.length),
      Enter: () => choose(found[at]),
      Tab: () => choose(found[at]),
      Escape: () => setQuery(null),
    };
    const step = event.ctrlKey || event.metaKey || event.shiftKey ? undefined : steps[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    step();
  };
  return (
    <div className="note-field">
      <TemplateInsert kind="note" label={label} most={MOST_LETTERS} {...{ value, onChange }}>
        <Field label={label} error={error}>
          {tied => (
            <>
              <textarea
                {...tied}
                ref={area}
                className="input"
                rows={3}
                maxLength={MOST_LETTERS}
                value={value}
                aria-autocomplete="list"
                aria-controls={found.length > 0 ? list : undefined}
                aria-activedescendant={found.length > 0 ? `${list}-${at}` : undefined}
                onChange={({ target }) => {
                  onChange(target.value);
                  look(target.value, target.selectionStart);
                }}
                onKeyDown={onKeyDown}
                onBlur={() => setQuery(null)}
              />
              <RoomLeft value={value} most={MOST_LETTERS} />
            </>
          )}
        </Field>
      </TemplateInsert>
      <p className="hidden-visually" role="status">
        {query ? say('note.found', { n: found.length }) : ''}
      </p>
      <Readers id={list} found={found} at={at} onChoose={choose} />
      {readers.length > 0 && (
        <Button isSmall onClick={() => beginCall(area.current, { value, onChange, look })}>
          {say('note.call')}
        </Button>
      )}
    </div>
  );
}

/** After React has drawn the new text. */
function putCaret(area: HTMLTextAreaElement | null, caret: number): void {
  requestAnimationFrame(() => {
    area?.focus();
    area?.setSelectionRange(caret, caret);
  });
}

type Typing = {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly look: (text: string, caret: number) => void;
};

/** An @ at the caret, for whoever has none on the keyboard. */
function beginCall(area: HTMLTextAreaElement | null, { value, onChange, look }: Typing): void {
  const caret = area?.selectionStart ?? value.length;
  const before = value.slice(0, caret);
  const sign = before === '' || /\s$/.test(before) ? '@' : ' @';
  const text = before + sign + value.slice(caret);
  onChange(text);
  putCaret(area, caret + sign.length);
  // The press has taken the focus, whose loss closes the list.
  requestAnimationFrame(() => look(text, caret + sign.length));
}

type ListProps = {
  readonly id: string;
  readonly found: readonly NoteReader[];
  readonly at: number;
  readonly onChoose: (reader: NoteReader) => void;
};

function Readers({ id, found, at, onChoose }: ListProps) {
  const { say, code } = useSpeech();
  if (found.length === 0) return null;
  return (
    <OptionList
      {...{ id, at, onChoose }}
      className="note-readers"
      label={say('note.readers')}
      items={found}
      keyOf={reader => reader.id}
    >
      {reader => (
        <>
          <strong>{reader.name}</strong>
          <span className="small muted">
            {code('role', reader.role)} · {reader.org}
          </span>
        </>
      )}
    </OptionList>
  );
}
