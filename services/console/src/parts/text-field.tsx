import type { ComponentProps } from 'react';
import { useSpeech } from '../words/speech-context.tsx';
import { Field, type FieldProps } from './field.tsx';

type Props = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isLong?: boolean;
  readonly isShort?: boolean;
  readonly input?: Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'id' | 'className'>;
};

/** One line of text, or several where `isLong`. What Enter does in it, form-keys.ts says. */
export function TextField({ value, onChange, isLong, isShort, input, ...field }: Props) {
  return (
    <Field {...field}>
      {tied =>
        isLong ? (
          <>
            <textarea
              {...tied}
              className="input"
              maxLength={input?.maxLength}
              value={value}
              onChange={event => onChange(event.target.value)}
            />
            <RoomLeft value={value} most={input?.maxLength} />
          </>
        ) : (
          <input
            {...input}
            {...tied}
            className={isShort ? 'input input-short' : 'input'}
            value={value}
            onChange={event => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}

/** From here on it is worth knowing how much room is left. */
const NEARLY_FULL = 0.8;

/** How many letters there is room for, once that is worth knowing. */
export function RoomLeft({ value, most }: { readonly value: string; readonly most: number | undefined }) {
  const { say } = useSpeech();
  if (most === undefined || value.length <= most * NEARLY_FULL) return null;
  return <span className="small muted">{say('form.roomLeft', { n: most - value.length })}</span>;
}
