import { useSpeech } from '../words/speech-context.tsx';
import { Field, type FieldProps } from './field.tsx';

type Props = Omit<FieldProps, 'label'> & {
  readonly label: string;
  /** As typed; `parseWhole` reads it. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** `g`: behind the number, and in the label where that does not say it. */
  readonly unit?: string | undefined;
  /** Beside the field: what it was before. */
  readonly before?: string | undefined;
  /** What makes the number worth a second look; it is sent all the same. */
  readonly doubt?: string | undefined;
};

/** A number: typed, in either width; no wheel and no arrow changes it unseen. */
export function NumberField({ label, value, onChange, unit, before, doubt, ...field }: Props) {
  const { say } = useSpeech();
  const isSaid = unit === undefined || label.toLowerCase().includes(unit.toLowerCase());
  return (
    <Field {...field} label={isSaid ? label : say('common.nameWith', { name: label, more: unit })}>
      {tied => (
        <>
          <span className="row">
            <input
              {...tied}
              className="input input-short"
              inputMode="decimal"
              autoComplete="off"
              value={value}
              onChange={event => onChange(event.target.value)}
            />
            {unit && <span aria-hidden="true">{unit}</span>}
            {before && <span className="small muted">{before}</span>}
          </span>
          <span className="echo" role="status">
            {doubt}
          </span>
        </>
      )}
    </Field>
  );
}
