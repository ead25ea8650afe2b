import { kanagawa } from '@kaerimichi/contracts';
import { facilityKinds } from '@kaerimichi/discharge';
import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { SelectField } from '../../parts/choice-fields.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { type FacilityFilters, municipalityIn, prefectureIn } from './facility-filters.ts';
import { useFacilityChoices } from './use-facilities.ts';

type Props = { readonly filters: FacilityFilters; readonly onChange: (filters: FacilityFilters) => void };

/** Words are looked for when they are sent, kind and place at once. */
export function FilterForm({ filters, onChange }: Props) {
  const { say } = useSpeech();
  const [text, setText] = useState(filters.q);
  const change = (part: Partial<FacilityFilters>) => onChange({ ...filters, ...part, page: 1 });
  return (
    <search>
      <form
        className="facility-filters"
        onSubmit={event => {
          event.preventDefault();
          change({ q: text.trim() });
        }}
      >
        <div className="facility-words">
          <TextField
            label={say('resources.find')}
            hint={say('resources.findHint')}
            value={text}
            onChange={setText}
            input={{ type: 'search', autoComplete: 'off', maxLength: 100 }}
          />
          <Button type="submit">{say('resources.search')}</Button>
        </div>
        <Selects filters={filters} change={change} />
      </form>
    </search>
  );
}

type SelectsProps = {
  readonly filters: FacilityFilters;
  readonly change: (part: Partial<FacilityFilters>) => void;
};

function Selects({ filters, change }: SelectsProps) {
  const { say, code } = useSpeech();
  const choices = useFacilityChoices().data;
  const named = (name: string, n: number) => say('resources.optionCount', { name, n });
  const counts = new Map(choices?.kinds.map(({ kind, n }) => [kind, n]));
  const kinds = facilityKinds.filter(kind => counts.has(kind) || kind === filters.kind);
  const prefectures = choices?.prefectures ?? [];
  const chosen = prefectures.find(({ code: known }) => known === prefectureIn(filters));
  const optionOf = ({ code: value, name, n }: { code: string; name: string; n: number }) => ({
    value,
    label: named(name, n),
  });
  return (
    <>
      <SelectField
        label={say('resources.kind')}
        nothing={say('resources.everyKind')}
        options={kinds.map(kind => ({ value: kind, label: named(code('facilityKind', kind), counts.get(kind) ?? 0) }))}
        value={filters.kind}
        onChange={kind => change({ kind })}
      />
      <SelectField
        label={say('resources.prefecture')}
        nothing={say('resources.everyPrefecture')}
        options={prefectures.map(optionOf)}
        value={prefectureIn(filters)}
        onChange={place => change({ place })}
      />
      {chosen && (
        <SelectField
          label={say('resources.municipality')}
          nothing={say('resources.everyMunicipality')}
          options={chosen.municipalities.map(place => ({ ...optionOf(place), ...readingOf(place.code) }))}
          value={municipalityIn(filters)}
          onChange={place => change({ place: place || chosen.code })}
        />
      )}
    </>
  );
}

/** Of a municipality of the own prefecture; others are found by their names. */
function readingOf(code: string): { readonly reading?: string } {
  const reading = kanagawa.find(known => known.code === code)?.reading;
  return reading === undefined ? {} : { reading };
}
