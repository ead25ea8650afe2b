import { useSpeech } from '../words/speech-context.tsx';
import { ComboField } from './combo-field.tsx';
import { Field, FieldGroup, type FieldProps } from './field.tsx';

export type Option = {
  readonly value: string;
  readonly label: string;
  /** How it is read, in hiragana: found by it where one searches. */
  readonly reading?: string;
  /** What choosing it means, where the label alone does not say. */
  readonly note?: string;
  /** Heading in a list; options of a group stand together. */
  readonly group?: string;
};

type One = FieldProps & {
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** More options than this are a list to open: radios would push the rest of the form away. */
const MOST_RADIOS = 5;

/** More options than this are searched. */
const MOST_LISTED = 15;

/** One of several: radios up to five options, a list or a search beyond (experience.md §8). */
export function ChoiceField({ options, value, onChange, ...field }: One) {
  if (options.length > MOST_RADIOS) return <SelectField {...field} {...{ options, value, onChange }} />;
  return <RadioField {...field} {...{ options, value, onChange }} />;
}

function RadioField({ options, value, onChange, ...field }: One) {
  const { say } = useSpeech();
  const clear: Option[] =
    field.isRequired === false && value !== '' ? [{ value: '', label: say('form.noAnswer') }] : [];
  return (
    <FieldGroup {...field}>
      <div className={checksOf(options)}>
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
            <OptionWords option={option} />
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

/** Widest label, in half-width characters, that fits a column of short ones, and one of long ones. */
const SHORT = 20;
const LONG = 34;

const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2000' ? 2 : 1), 0);

function checksOf(options: readonly Option[]): string {
  const widest = Math.max(...options.map(({ label }) => widthOf(label)));
  if (widest > LONG || options.some(({ note }) => note)) return 'checks checks-whole';
  return widest > SHORT ? 'checks checks-wide' : 'checks';
}

function OptionWords({ option: { label, note } }: { option: Option }) {
  if (!note) return label;
  return (
    <span>
      {label} <span className="check-note">{note}</span>
    </span>
  );
}

/** One of a list that opens; of a long one by typing a part of it. */
export function SelectField({ options, value, onChange, nothing, ...field }: One & { readonly nothing?: string }) {
  const { say } = useSpeech();
  if (options.length > MOST_LISTED) return <ComboField {...field} {...{ options, value, onChange, nothing }} />;
  return (
    <Field {...field}>
      {tied => (
        <select {...tied} className="input" value={value} onChange={event => onChange(event.target.value)}>
          <option value="">{nothing ?? say('form.choose')}</option>
          <SelectOptions options={options} />
        </select>
      )}
    </Field>
  );
}

function SelectOptions({ options }: { options: readonly Option[] }) {
  const groups = [...new Set(options.map(({ group }) => group))];
  return groups.map(group => {
    const own = options.filter(option => option.group === group);
    const items = own.map(({ value, label }) => (
      <option key={value} value={value}>
        {label}
      </option>
    ));
    return group ? (
      <optgroup key={group} label={group}>
        {items}
      </optgroup>
    ) : (
      items
    );
  });
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
      <div className={checksOf(options)}>
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
