import {
  ageBands,
  type Card,
  type carrierKinds,
  consentChoices,
  dueChoices,
  type Pathway,
  turnChoices,
} from '@kaerimichi/contracts';
import type { Option } from '../../parts/choice-fields.tsx';
import type { Speech } from '../../words/words.ts';
import type { FilterKind } from './filters.ts';
import { carriersOf } from './lanes.ts';

export type FilterChoices = readonly {
  readonly kind: FilterKind;
  readonly label: string;
  readonly options: readonly Option[];
}[];

type Source = {
  readonly cards: ReadonlyMap<string, Card>;
  readonly pathway: Pathway;
  readonly orgName: (id: string) => string;
  readonly orgKinds: Readonly<Record<string, string>>;
  readonly chosen: Readonly<Record<FilterKind, readonly string[]>>;
};

/** What one can filter by: only values that occur on this board, and those already chosen. */
export function filterChoices(source: Source, speech: Speech): FilterChoices {
  const { say, code } = speech;
  const coded = (family: string, values: readonly string[]) =>
    values.map(value => ({ value, label: code(family, value) }));
  return [
    { kind: 'due', label: say('filter.due'), options: coded('dueFilter', dueChoices) },
    { kind: 'turn', label: say('filter.turn'), options: coded('turnFilter', turnChoices) },
    { kind: 'changed', label: say('filter.changed'), options: [{ value: '1', label: say('filter.changedOnly') }] },
    ...codedChoices(source, speech),
    { kind: 'age', label: say('filter.age'), options: coded('age', ageBands) },
    { kind: 'consent', label: say('filter.consent'), options: coded('consentFilter', consentChoices) },
    ...orgChoices(source, speech),
  ];
}

const occurring = ({ cards, chosen }: Source, kind: FilterKind, of: (card: Card) => readonly string[]) => [
  ...new Set([...[...cards.values()].flatMap(of), ...chosen[kind]]),
];

function codedChoices(source: Source, { say, code, pick }: Speech): FilterChoices {
  const holds = occurring(source, 'hold', card => card.holds.map(hold => hold.code)).filter(value => value !== 'any');
  const stages = source.pathway.stages.filter(({ id }) => id !== 'closed');
  const needs = occurring(source, 'need', card => card.needs);
  return [
    {
      kind: 'hold',
      label: say('filter.hold'),
      options: [
        { value: 'any', label: say('filter.anyHold') },
        ...holds.map(value => ({ value, label: code('code', value) })),
      ],
    },
    {
      kind: 'stage',
      label: say('filter.stage'),
      options: stages.map(({ id, label }) => ({ value: id, label: pick(label) })),
    },
    { kind: 'need', label: say('filter.need'), options: needs.map(value => ({ value, label: code('need', value) })) },
  ];
}

function orgChoices(source: Source, { say, language }: Speech): FilterChoices {
  const { orgName, orgKinds } = source;
  const names = new Intl.Collator(language);
  const byLabel = (a: Option, b: Option) => names.compare(a.label, b.label);
  const orgs = (kind: FilterKind, label: string, of: (card: Card) => readonly string[]) => ({
    kind,
    label,
    options: occurring(source, kind, of)
      .map(value => ({ value, label: orgName(value) }))
      .sort(byLabel),
  });
  const carried = (which: keyof typeof carrierKinds) => (card: Card) => carriersOf(card, which, orgKinds);
  const all = [
    orgs('lead', say('filter.lead'), card => [card.lead]),
    orgs('town', say('filter.town'), carried('town')),
    orgs('station', say('filter.station'), carried('station')),
    orgs('owner', say('filter.owner'), card => card.owners),
  ];
  // A kind of organisation that nobody here has is nothing to choose from.
  return all.filter(({ options }) => options.length > 0);
}
