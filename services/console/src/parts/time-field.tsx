import type { KeyboardEvent } from 'react';
import { useSpeech } from '../words/speech-context.tsx';
import { Field, type FieldProps } from './field.tsx';
import { parseTime, stepTime } from './parse-time.ts';
import { useUnread } from './use-unread.ts';

type Props = FieldProps & {
  /** As typed; `parseTime` reads it. */
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** The arrow keys move a time by so many minutes. */
const STEPS: Readonly<Record<string, number>> = { ArrowUp: 5, ArrowDown: -5 };

/** A time of day: one text field that reads what people write, and its echo as a clock shows it. */
export function TimeField({ value, onChange, error, ...field }: Props) {
  const { say } = useSpeech();
  const time = parseTime(value);
  const { unread, leave, type } = useUnread(value.trim() !== '' && !time ? say('err.time') : undefined);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!time || !step || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onChange(stepTime(time, step));
  };
  return (
    <Field {...field} error={error ?? unread}>
      {tied => (
        <>
          <input
            {...tied}
            className="input input-short"
            value={value}
            autoComplete="off"
            placeholder={say('form.timeExample')}
            onKeyDown={onKeyDown}
            onBlur={leave}
            onChange={event => {
              type();
              onChange(event.target.value);
            }}
          />
          <span className="echo" aria-live="polite">
            {time && time !== value ? time : ''}
          </span>
        </>
      )}
    </Field>
  );
}
