import { Button } from '../../parts/button.tsx';
import { CheckGroup } from '../../parts/choice-fields.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import type { FilterChoices } from './filter-choices.ts';
import type { FilterKind, Filters } from './filters.ts';

type Props = {
  readonly filters: Filters;
  readonly choices: FilterChoices;
  readonly onChange: (filters: Filters) => void;
};

/** Every filter of the board at once; the board follows while one chooses. */
export function FilterPanel({ filters, choices, onChange }: Props) {
  const { say } = useSpeech();
  return (
    <section className="filter-panel panel" aria-label={say('board.filter')}>
      <TextField
        label={say('filter.text')}
        value={filters.text}
        onChange={text => onChange({ ...filters, text })}
        input={{ type: 'search', autoComplete: 'off', maxLength: 100 }}
      />
      {choices.map(({ kind, label, options }) => (
        <CheckGroup
          key={kind}
          label={label}
          options={options}
          values={filters[kind]}
          onChange={values => onChange({ ...filters, [kind]: values })}
        />
      ))}
    </section>
  );
}

type ChipsProps = Props & { readonly onClear: () => void };

/** The filters in force, each with a way to take it off. */
export function FilterChips({ filters, choices, onChange, onClear }: ChipsProps) {
  const { say } = useSpeech();
  const chips = choices.flatMap(({ kind, label, options }) =>
    filters[kind].map(value => ({
      kind,
      value,
      text: `${label}: ${options.find(option => option.value === value)?.label ?? value}`,
    })),
  );
  const without = (kind: FilterKind, value: string) =>
    onChange({ ...filters, [kind]: filters[kind].filter(other => other !== value) });
  if (chips.length === 0 && filters.text === '') return null;
  return (
    <p className="row filter-chips">
      {filters.text !== '' && (
        <Button isSmall onClick={() => onChange({ ...filters, text: '' })}>
          {say('filter.remove', { what: `${say('filter.text')}: ${filters.text}` })}
        </Button>
      )}
      {chips.map(({ kind, value, text }) => (
        <Button key={`${kind}.${value}`} isSmall onClick={() => without(kind, value)}>
          {say('filter.remove', { what: text })}
        </Button>
      ))}
      <Button isSmall kind="quiet" onClick={onClear}>
        {say('filter.clear')}
      </Button>
    </p>
  );
}
