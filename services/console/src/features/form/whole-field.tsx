import type { CaseView } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { parseWhole } from '../../parts/parse-whole.ts';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import type { About } from './form-fields.tsx';
import { isFarFrom, previousValue } from './previous-value.ts';
import type { FieldSpec } from './schema.ts';

type Props = {
  readonly about: About;
  readonly field: FieldSpec & { kind: 'whole' };
  /** Tells what it was before. */
  readonly view: CaseView | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** A whole number; where each one has a word (the levels of a skill) it is chosen by it. */
export function WholeField({ about, field, view, value, onChange }: Props) {
  const { say, findWord, language } = useSpeech();
  const today = useToday();
  const options = numbersOf(field).flatMap(n => {
    const label = findWord(field.name, n);
    const note = findWord('numberNote', `${field.name}.${n}`);
    return label ? [{ value: n, label, ...(note ? { note } : {}) }] : [];
  });
  if (options.length > 0) return <ChoiceField {...about} options={options} value={value} onChange={onChange} />;
  const { unit = '' } = field;
  const previous = previousValue(view, field.name);
  const typed = parseWhole(value, unit);
  return (
    <NumberField
      {...about}
      value={value}
      onChange={onChange}
      unit={field.unit}
      before={
        previous
          ? say('form.before', { value: `${previous.value}${unit}`, day: shortDay(previous.on, language, today) })
          : undefined
      }
      doubt={previous && typed !== null && isFarFrom(previous, typed) ? say('form.farFromBefore') : undefined}
    />
  );
}

/** More numbers than this are typed. */
const MOST_NUMBERS = 10;

function numbersOf({ least, most }: Props['field']): string[] {
  if (least === undefined || most === undefined || most - least >= MOST_NUMBERS) return [];
  return [...Array(most - least + 1).keys()].map(at => String(least + at));
}
