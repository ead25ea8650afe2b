import { grantable } from '@kaerimichi/discharge';
import { CheckGroup, ChoiceField } from '../../parts/choice-fields.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { parseDay } from '../../parts/parse-day.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { faultOf } from '../admin/choices.ts';
import type { Rights } from './use-guardians.ts';

/** Images are not offered: there are none that a family could be shown. */
const shareable = grantable.options.filter(category => category !== 'images');

/** What a guardian may see and decide, and how long, as it is typed. */
export type TypedRights = { readonly categories: readonly string[]; readonly decides: string; readonly until: string };

/** null: left empty; undefined: no day can be read. */
export function dayOf(text: string, today: string): string | null | undefined {
  return text.trim() === '' ? null : (parseDay(text, today) ?? undefined);
}

/** null while something is missing or no day can be read. */
export function rightsOf({ categories, decides, until }: TypedRights, today: string): Rights | null {
  const named = grantable.options.filter(category => categories.includes(category));
  const last = dayOf(until, today);
  if (named.length === 0 || decides === '' || last === undefined) return null;
  return { categories: named, decides: decides === 'yes', until: last };
}

type Props = {
  readonly typed: TypedRights;
  readonly isTried: boolean;
  readonly onChange: (change: Partial<TypedRights>) => void;
};

export function RightsFields({ typed, isTried, onChange }: Props) {
  const { say, code } = useSpeech();
  const missing = (isMissing: boolean, words: string) => (isTried && isMissing ? words : undefined);
  return (
    <>
      <CheckGroup
        id="guardian-categories"
        label={say('guardians.categories')}
        hint={say('guardians.categoriesHint')}
        error={missing(typed.categories.length === 0, say('guardians.chooseCategories'))}
        values={typed.categories}
        onChange={categories => onChange({ categories })}
        options={shareable.map(value => ({ value, label: code('category', value) }))}
      />
      <ChoiceField
        id="guardian-decides"
        label={say('guardians.decidesAsk')}
        hint={say('guardians.decidesHint')}
        isRequired
        error={missing(typed.decides === '', say('guardians.chooseDecides'))}
        value={typed.decides}
        onChange={decides => onChange({ decides })}
        options={[
          { value: 'yes', label: say('guardians.yes') },
          { value: 'no', label: say('guardians.no') },
        ]}
      />
    </>
  );
}

type UntilProps = Pick<Props, 'typed' | 'onChange'> & { readonly today: string; readonly error: unknown };

export function UntilField({ typed, today, error, onChange }: UntilProps) {
  const { say } = useSpeech();
  return (
    <DayField
      id="guardian-until"
      label={say('guardians.until')}
      isRequired={false}
      error={faultOf(error, 'until')}
      value={typed.until}
      onChange={until => onChange({ until })}
      today={today}
    />
  );
}
