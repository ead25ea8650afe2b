import type { Card } from '@kaerimichi/contracts';
import { CheckGroup } from '../../parts/choice-fields.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { choiceKey, countChoices } from './count-choices.ts';
import type { FilterChoices } from './filter-choices.ts';
import type { Filters, FilterView } from './filters.ts';

type Props = {
  readonly filters: Filters;
  readonly choices: FilterChoices;
  readonly cards: ReadonlyMap<string, Card>;
  readonly filterView: () => FilterView;
  readonly onChange: (filters: Filters) => void;
};

/** Every filter of the board at once, each with how many cases it would show; the board follows while one chooses. */
export function FilterPanel({ filters, choices, cards, filterView, onChange }: Props) {
  const { say } = useSpeech();
  const counts = countChoices(cards.values(), { filters, choices, view: filterView() });
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
          options={options.map(({ value, label: name }) => ({
            value,
            label: say('filter.option', { name, n: counts.get(choiceKey(kind, value)) ?? 0 }),
          }))}
          values={filters[kind]}
          onChange={values => onChange({ ...filters, [kind]: values })}
        />
      ))}
    </section>
  );
}
