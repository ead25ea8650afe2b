import { addDays, ageOn, restDay } from '@kaerimichi/discharge';
import { useState } from 'react';
import { ageWords, longDay } from '../words/dates.ts';
import { lazyPart } from '../words/lazy-part.tsx';
import { useSpeech } from '../words/speech-context.tsx';
import { Field, type FieldProps } from './field.tsx';
import './day-field.css';
import { Glyph } from './glyph.tsx';
import { parseDay } from './parse-day.ts';
import { useUnread } from './use-unread.ts';

const CalendarSheet = lazyPart(() => import('./calendar-sheet.tsx'), 'CalendarSheet');

type Props = FieldProps & {
  /** As typed; `parseDay` reads it. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The server's Japanese day. */
  readonly today: string;
  /** A birth is echoed with the age; what is to be done by a day has the nearest ones as buttons. */
  readonly use?: DayUse | undefined;
  /** The day of discharge, where it is planned: what is to be done before it is due the day before. */
  readonly discharge?: string | undefined;
};
export type DayUse = 'birth' | 'deadline';

/** Days ahead that most deadlines are. */
const NEAR = [0, 1, 3, 7];

/** A day: one text field that reads what people write, its echo with the Japanese year, and a calendar beside. */
export function DayField({ value, onChange, today, use, discharge, error, ...field }: Props) {
  const { say } = useSpeech();
  const echo = useEcho(use, today);
  const [isOpen, setOpen] = useState(false);
  const day = parseDay(value, today);
  const { unread, leave, type } = useUnread(value.trim() !== '' && !day ? say('err.date') : undefined);
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
              onBlur={leave}
              onChange={event => {
                type();
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
            {day ? echo(day) : ''}
          </span>
          {use === 'deadline' && <NearDays today={today} discharge={discharge} onChoose={choose} />}
          {isOpen && <CalendarSheet day={day ?? today} onChoose={choose} onClose={() => setOpen(false)} />}
        </>
      )}
    </Field>
  );
}

/** How a day is read back: with its Japanese year, the age it makes, and whether everything is closed then. */
function useEcho(use: DayUse | undefined, today: string): (day: string) => string {
  const { say, language } = useSpeech();
  return day => {
    const whole = longDay(day, language);
    const age = use === 'birth' ? ageOn(day, today) : null;
    if (age) return say('form.dayWith', { day: whole, note: ageWords(age.years * 12 + age.months, language) });
    const rest = use !== 'birth' && day >= today ? restDay(day) : null;
    return rest ? say('form.dayWith', { day: whole, note: say(`form.rest.${rest}`) }) : whole;
  };
}

type NearProps = Pick<Props, 'today' | 'discharge'> & { readonly onChoose: (day: string) => void };

function NearDays({ today, discharge, onChoose }: NearProps) {
  const { say } = useSpeech();
  const before = discharge === undefined ? null : addDays(discharge, -1);
  return (
    <span className="row">
      {NEAR.map(ahead => (
        <button
          key={ahead}
          type="button"
          className="button button-small"
          onClick={() => onChoose(addDays(today, ahead))}
        >
          {say('form.near', { n: ahead })}
        </button>
      ))}
      {before !== null && before >= today && (
        <button type="button" className="button button-small" onClick={() => onChoose(before)}>
          {say('form.dayBeforeDischarge')}
        </button>
      )}
    </span>
  );
}
