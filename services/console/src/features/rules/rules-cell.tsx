import type { OwnValues, RulesInput } from './rules-input.ts';

/** A part of the form to which somebody was led, and how often by now. */
export type Led = { readonly to: 'requirements' | 'exceptions'; readonly times: number };

export type RulesFormProps = {
  readonly own: OwnValues;
  readonly input: RulesInput;
  readonly onChange: (input: RulesInput) => void;
  /** What is wrong at a path of the content. */
  readonly faultAt: (path: string) => string | undefined;
  readonly led: Led | null;
};

type CellProps = {
  readonly label: string;
  readonly value: string | undefined;
  readonly own?: string | number | undefined;
  readonly error: string | undefined;
  readonly isText?: boolean;
  /** Characters; a name of a stage where nothing is said. */
  readonly longest?: number;
  readonly onChange: (value: string) => void;
};

/** A field of a table: its row and column are its label, and the program's own value stands in it while it is empty. */
export function Cell({ label, value = '', own, error, isText = false, longest, onChange }: CellProps) {
  return (
    <>
      <input
        className={isText ? 'input' : 'input input-short'}
        aria-label={error ? `${label}: ${error}` : label}
        aria-invalid={error ? true : undefined}
        inputMode={isText ? undefined : 'numeric'}
        autoComplete="off"
        maxLength={isText ? (longest ?? 24) : 4}
        placeholder={own === undefined ? undefined : String(own)}
        value={value}
        onChange={event => onChange(event.target.value)}
      />
      {error && <span className="field-error small">{error}</span>}
    </>
  );
}
