import { Button } from '../../parts/button.tsx';
import { FieldGroup } from '../../parts/field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { type About, type FieldsProps, FormFields } from './form-fields.tsx';
import type { FieldSpec } from './schema.ts';
import { rowsOf, type Value, type Values } from './values.ts';

type Props = Omit<FieldsProps, 'fields' | 'values' | 'onChange'> & {
  readonly about: About;
  readonly field: FieldSpec & { kind: 'rows' };
  readonly value: Value | undefined;
  readonly onChange: (rows: readonly Values[]) => void;
};

/** Parts that repeat: who consented, which procedures, which action items. */
export function RowsField({ about, field, value, onChange, at, ...rest }: Props) {
  const { say } = useSpeech();
  const kept = rowsOf(value);
  // What must have at least one begins with one.
  const rows = kept.length === 0 && field.least > 0 ? [{}] : kept;
  const put = (n: number, row: Values) => onChange(rows.map((other, at) => (at === n ? row : other)));
  return (
    <FieldGroup {...about}>
      <ol className="stack-tight">
        {rows.map((row, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place
          <li key={n} className="form-part">
            <FormFields
              {...rest}
              fields={field.fields}
              at={`${at}.${n}`}
              values={row}
              onChange={next => put(n, next)}
            />
            <Button
              isSmall
              kind="quiet"
              aria-label={say('form.removeRow', { label: about.label, n: n + 1 })}
              onClick={() => onChange(rows.filter((_row, at) => at !== n))}
            >
              {say('form.remove')}
            </Button>
          </li>
        ))}
      </ol>
      <div>
        <Button isSmall onClick={() => onChange([...rows, {}])}>
          {say('form.addRow', { label: about.label })}
        </Button>
      </div>
    </FieldGroup>
  );
}
