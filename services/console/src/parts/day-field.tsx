import { Suspense, useState } from 'react';
import { longDay } from '../words/dates.ts';
import { lazyPart } from '../words/lazy-part.ts';
import { useSpeech } from '../words/speech-context.tsx';
import { Field, type FieldProps } from './field.tsx';
import './day-field.css';
import { Glyph } from './glyph.tsx';
import { parseDay } from './parse-day.ts';

const CalendarSheet = lazyPart(() => import('./calendar-sheet.tsx'), 'CalendarSheet');

type Props = FieldProps & {
  /** As typed; `parseDay` reads it. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The server's Japanese day. */
  readonly today: string;
};

/** A day: one text field that reads what people write, its echo with the Japanese year, and a calendar beside. */
export function DayField({ value, onChange, today, error, ...field }: Props) {
  const { say, language } = useSpeech();
  const [isLeft, setLeft] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const day = parseDay(value, today);
  const unread = isLeft && value.trim() !== '' && !day ? say('err.date') : undefined;
  const choose = (chosen: string) => {
    onChange(chosen);
    setOpen(false);
  };
  return (
    <Field {...field} error={error ?? unread}>
      {tied => (
        <>
          <span className="day-field">
            <input
              {...tied}
              className="input"
              value={value}
              autoComplete="off"
              placeholder={say('form.dayExample')}
              onBlur={() => setLeft(true)}
              onChange={event => {
                setLeft(false);
                onChange(event.target.value);
              }}
            />
            <button
              type="button"
              className="button day-field-button"
              aria-haspopup="dialog"
              aria-label={say('form.openCalendar')}
              onClick={() => setOpen(true)}
            >
              <Glyph name="calendar" />
            </button>
          </span>
          <span className="echo" aria-live="polite">
            {day ? longDay(day, language) : ''}
          </span>
          {isOpen && (
            <Suspense fallback={null}>
              <CalendarSheet day={day ?? today} onChoose={choose} onClose={() => setOpen(false)} />
            </Suspense>
          )}
        </>
      )}
    </Field>
  );
}
