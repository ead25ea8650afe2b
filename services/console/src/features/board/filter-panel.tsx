import type { Card } from '@kaerimichi/contracts';
import { memo, useCallback, useMemo } from 'react';
import { CheckGroup } from '../../parts/choice-fields.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useLatest } from '../../parts/use-latest.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { choiceKey, countChoices } from './count-choices.ts';
import type { FilterChoices } from './filter-choices.ts';
import type { FilterKind, Filters, FilterView } from './filters.ts';

type Props = {
  /** As they are chosen and typed here. */
  readonly filters: Filters;
  /** As the board follows them: the figures come with it, and no press waits for them. */
  readonly followed: Filters;
  readonly choices: FilterChoices;
  readonly cards: ReadonlyMap<string, Card>;
  readonly filterView: FilterView;
  readonly onChange: (filters: Filters) => void;
};

/** Every filter of the board at once, each with how many cases it would show; the board follows while one chooses. */
export function FilterPanel({ filters, followed, choices, cards, filterView, onChange }: Props) {
  const { say } = useSpeech();
  const counts = useMemo(
    () => countChoices(cards.values(), { filters: followed, choices, view: filterView }),
    [cards, followed, choices, filterView],
  );
  const latest = useLatest({ filters, onChange });
  const choose = useCallback(
    (kind: FilterKind, values: readonly string[]) => latest().onChange({ ...latest().filters, [kind]: values }),
    [latest],
  );
  return (
    <section className="filter-panel panel" aria-label={say('board.filter')}>
      <TextField
        label={say('filter.text')}
        value={filters.text}
        onChange={text => onChange({ ...filters, text })}
        input={{ type: 'search', autoComplete: 'off', maxLength: 100 }}
      />
      {choices.map(choice => (
        <KindOfFilter key={choice.kind} {...{ choice, counts, choose }} values={filters[choice.kind]} />
      ))}
    </section>
  );
}

type KindProps = {
  readonly choice: FilterChoices[number];
  readonly counts: ReadonlyMap<string, number>;
  readonly values: readonly string[];
  readonly choose: (kind: FilterKind, values: readonly string[]) => void;
};

/** One kind with its choices; drawn anew when something of its own has changed. */
const KindOfFilter = memo(function KindOfFilter({ choice, counts, values, choose }: KindProps) {
  const { say } = useSpeech();
  const { kind, label, options } = choice;
  const named = useMemo(
    () =>
      options.map(({ value, label: name }) => ({
        value,
        label: say('filter.option', { name, n: counts.get(choiceKey(kind, value)) ?? 0 }),
      })),
    [options, kind, counts, say],
  );
  return <CheckGroup label={label} options={named} values={values} onChange={next => choose(kind, next)} />;
});
