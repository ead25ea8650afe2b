import { type Card, dueChoices, type Pathway } from '@kaerimichi/contracts';
import type { Option } from '../../parts/choice-fields.tsx';
import type { Speech } from '../../words/words.ts';
import { type FilterKind, turnChoices } from './filters.ts';

export type FilterChoices = readonly {
  readonly kind: FilterKind;
  readonly label: string;
  readonly options: readonly Option[];
}[];

type Source = {
  readonly cards: ReadonlyMap<string, Card>;
  readonly pathway: Pathway;
  readonly orgName: (id: string) => string;
  readonly chosen: Readonly<Record<FilterKind, readonly string[]>>;
};

/** What one can filter by: only values that occur on this board, and those already chosen. */
export function filterChoices({ cards, pathway, orgName, chosen }: Source, speech: Speech): FilterChoices {
  const { say, code, pick } = speech;
  const all = [...cards.values()];
  const occurring = (kind: FilterKind, of: (card: Card) => readonly string[]) => [
    ...new Set([...all.flatMap(of), ...chosen[kind]]),
  ];
  const byLabel = (a: Option, b: Option) => a.label.localeCompare(b.label, speech.language);
  const coded = (kind: FilterKind, of: (card: Card) => readonly string[]) =>
    occurring(kind, of).map(value => ({ value, label: code(kind === 'hold' ? 'code' : kind, value) }));
  const holds = coded('hold', card => card.holds.map(hold => hold.code)).filter(({ value }) => value !== 'any');
  const stages = pathway.stages
    .filter(({ id }) => id !== 'closed')
    .map(({ id, label }) => ({ value: id, label: pick(label) }));
  return [
    {
      kind: 'due',
      label: say('filter.due'),
      options: dueChoices.map(value => ({ value, label: code('dueFilter', value) })),
    },
    {
      kind: 'turn',
      label: say('filter.turn'),
      options: turnChoices.map(value => ({ value, label: code('turnFilter', value) })),
    },
    { kind: 'changed', label: say('filter.changed'), options: [{ value: '1', label: say('filter.changedOnly') }] },
    { kind: 'hold', label: say('filter.hold'), options: [{ value: 'any', label: say('filter.anyHold') }, ...holds] },
    { kind: 'stage', label: say('filter.stage'), options: stages },
    { kind: 'need', label: say('filter.need'), options: coded('need', card => card.needs) },
    {
      kind: 'lead',
      label: say('filter.lead'),
      options: occurring('lead', card => [card.lead])
        .map(value => ({ value, label: orgName(value) }))
        .sort(byLabel),
    },
  ];
}
