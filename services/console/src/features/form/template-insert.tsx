import { type ReactNode, useId, useRef, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import './template-insert.css';
import { type TemplateId, type TemplateKind, templatesFor, withTemplate } from './text-templates.ts';

type Props = {
  readonly kind: TemplateKind;
  readonly label: string;
  readonly value: string;
  readonly most: number | undefined;
  readonly onChange: (value: string) => void;
  /** The field: its text area is written into at the caret. */
  readonly children: ReactNode;
};

/** ひな型を入れる: below a long text, a short outline for it, chosen by a press or with keys. */
export function TemplateInsert({ kind, label, value, most, onChange, children }: Props) {
  const { say } = useSpeech();
  const list = useId();
  const field = useId();
  const box = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const area = () => box.current?.querySelector('textarea') ?? null;
  const insert = (id: TemplateId) => {
    const text = area();
    const next = withTemplate(value, text?.selectionStart ?? value.length, say(`template.${id}.text`));
    setOpen(false);
    onChange(next.text);
    // After React has drawn the new text.
    requestAnimationFrame(() => {
      text?.focus();
      text?.setSelectionRange(next.caret, next.caret);
    });
  };
  const hasRoom = (id: TemplateId) => !most || value.length + say(`template.${id}.text`).length + 2 <= most;
  const fitting = templatesFor(kind).filter(hasRoom);
  return (
    <div ref={box} className="stack-tight">
      {children}
      {fitting.length > 0 && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what its buttons opened
        <div
          className="template-insert"
          onKeyDown={event => {
            if (event.key !== 'Escape' || !isOpen) return;
            // The sheet around stays open.
            event.stopPropagation();
            event.preventDefault();
            setOpen(false);
            box.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
          }}
        >
          <Button
            isSmall
            kind="quiet"
            aria-expanded={isOpen}
            aria-controls={isOpen ? list : undefined}
            aria-describedby={field}
            onClick={() => setOpen(!isOpen)}
          >
            {say('template.insert')}
          </Button>
          {/* Of which field: a description, for by its name the field alone is found. */}
          <span id={field} className="hidden-visually">
            {label}
          </span>
          {isOpen && (
            <ul id={list} className="template-list">
              {fitting.map(id => (
                <li key={id}>
                  <Button isSmall onClick={() => insert(id)}>
                    {say(`template.${id}.title`)}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  );
}
