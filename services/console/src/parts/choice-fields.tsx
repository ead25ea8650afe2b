import { useSpeech } from '../words/speech-context.tsx';
import { Field, FieldGroup, type FieldProps } from './field.tsx';

export type Option = { readonly value: string; readonly label: string };

type One = FieldProps & {
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** More options than this are a list to open: radios would push the rest of the form away. */
const MOST_RADIOS = 5;

/** One of several: radios up to five options, a select beyond (experience.md §8). */
export function ChoiceField({ options, value, onChange, ...field }: One) {
  if (options.length > MOST_RADIOS) return <SelectField {...field} {...{ options, value, onChange }} />;
  return <RadioField {...field} {...{ options, value, onChange }} />;
}

function RadioField({ options, value, onChange, ...field }: One) {
  const { say } = useSpeech();
  const clear = field.isRequired === false && value !== '' ? [{ value: '', label: say('form.noAnswer') }] : [];
  return (
    <FieldGroup {...field}>
      <div className="checks">
        {[...options, ...clear].map(option => (
          <label className="check" key={option.value}>
            <input
              type="radio"
              name={field.id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              aria-invalid={field.error ? true : undefined}
            />
            {option.label}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

export function SelectField({ options, value, onChange, nothing, ...field }: One & { readonly nothing?: string }) {
  const { say } = useSpeech();
  return (
    <Field {...field}>
      {tied => (
        <select {...tied} className="input" value={value} onChange={event => onChange(event.target.value)}>
          <option value="">{nothing ?? say('form.choose')}</option>
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type Many = FieldProps & {
  readonly options: readonly Option[];
  readonly values: readonly string[];
  readonly onChange: (values: string[]) => void;
};

/** Any of several. */
export function CheckGroup({ options, values, onChange, ...field }: Many) {
  return (
    <FieldGroup {...field}>
      <div className="checks">
        {options.map(({ value, label }) => (
          <label className="check" key={value}>
            <input
              type="checkbox"
              name={field.id}
              value={value}
              checked={values.includes(value)}
              onChange={({ target }) =>
                onChange(target.checked ? [...values, value] : values.filter(other => other !== value))
              }
            />
            {label}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
