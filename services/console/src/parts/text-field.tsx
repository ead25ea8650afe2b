import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './field.tsx';

type Props = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isLong?: boolean;
  readonly isShort?: boolean;
  readonly input?: Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'id' | 'className'>;
};

/** One line of text, or several where `isLong`. Enter in it never submits a Japanese sentence by accident. */
export function TextField({ value, onChange, isLong, isShort, input, ...field }: Props) {
  return (
    <Field {...field}>
      {tied =>
        isLong ? (
          <textarea
            {...tied}
            className="input"
            maxLength={input?.maxLength}
            value={value}
            onChange={event => onChange(event.target.value)}
          />
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
