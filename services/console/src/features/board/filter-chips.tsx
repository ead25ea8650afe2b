import { type KeyboardEvent, useRef } from 'react';
import { Button } from '../../parts/button.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import type { FilterChoices } from './filter-choices.ts';
import type { FilterKind, Filters } from './filters.ts';

type Props = {
  readonly filters: Filters;
  readonly choices: FilterChoices;
  readonly onChange: (filters: Filters) => void;
  readonly onClear: () => void;
};

type Chip = { readonly key: string; readonly text: string; readonly without: Filters };

/** The filters in force, each with a way to take it off: a press, Delete, Backspace. What is next has the focus then. */
export function FilterChips({ filters, choices, onChange, onClear }: Props) {
  const { say } = useSpeech();
  const row = useRef<HTMLParagraphElement>(null);
  const chips = useChips(filters, choices);
  if (chips.length === 0) return null;
  const takeOff = ({ without }: Chip, at: number) => {
    onChange(without);
    requestAnimationFrame(() => {
      const left = row.current?.querySelectorAll('button') ?? [];
      const next = left[Math.min(at, left.length - 2)] ?? document.querySelector<HTMLElement>(FILTER_BUTTON);
      next?.focus();
    });
  };
  const pressed = (event: KeyboardEvent, chip: Chip, at: number) => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    takeOff(chip, at);
  };
  return (
    <p className="row filter-chips" ref={row}>
      {chips.map((chip, at) => (
        <Button key={chip.key} isSmall onClick={() => takeOff(chip, at)} onKeyDown={event => pressed(event, chip, at)}>
          {say('filter.remove', { what: chip.text })}
        </Button>
      ))}
      <Button isSmall kind="quiet" onClick={onClear}>
        {say('filter.clear')}
      </Button>
    </p>
  );
}

const FILTER_BUTTON = '[aria-controls="board-filters"]';

function useChips(filters: Filters, choices: FilterChoices): Chip[] {
  const { say } = useSpeech();
  const text = filters.text.trim() === '' ? [] : [`${say('filter.text')}: ${filters.text}`];
  const without = (kind: FilterKind, value: string): Filters => ({
    ...filters,
    [kind]: filters[kind].filter(other => other !== value),
  });
  return [
    ...text.map(words => ({ key: 'text', text: words, without: { ...filters, text: '' } })),
    ...choices.flatMap(({ kind, label, options }) =>
      filters[kind].map(value => ({
        key: `${kind}.${value}`,
        text: `${label}: ${options.find(option => option.value === value)?.label ?? value}`,
        without: without(kind, value),
      })),
    ),
  ];
}
