import { wardFees } from '@kaerimichi/contracts';
import { useState } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { SelectField } from '../../parts/choice-fields.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { parseDay } from '../../parts/parse-day.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import type { Assumed } from './use-answers.ts';
import { YesNoField } from './yes-no-field.tsx';

type Props = { readonly assumed: Assumed; readonly onChange: (assumed: Assumed) => void };

/** What the case does not hold and most fees of a hospital ask first; assumed for this look alone, and kept nowhere. */
export function AssumeForm({ assumed, onChange }: Props) {
  const { say } = useSpeech();
  const today = useToday();
  const [admitted, setAdmitted] = useState('');
  const put = (change: Partial<Assumed>) => onChange(without({ ...assumed, ...change }));
  const flag = (name: 'dpc' | 'notified') => (
    <YesNoField
      label={say(`fees.fact.${name}`)}
      value={assumed[name] === undefined ? '' : assumed[name] ? 'yes' : 'no'}
      onChange={value => put({ [name]: value === '' ? undefined : value === 'yes' })}
    />
  );
  return (
    <div className="stack-tight">
      <p className="small muted">{say('fees.assumeHint')}</p>
      <DayField
        label={say('fees.fact.admittedOn')}
        isRequired={false}
        value={admitted}
        today={today}
        onChange={typed => {
          setAdmitted(typed);
          put({ admittedOn: parseDay(typed, today) ?? undefined });
        }}
      />
      <SelectField
        label={say('fees.fact.wardFee')}
        isRequired={false}
        value={assumed.wardFee ?? ''}
        onChange={value => put({ wardFee: wardFees.find(ward => ward === value) })}
        nothing={say('fees.unknown')}
        options={wardFees.map(ward => ({ value: ward, label: say(`fees.ward.${ward}`) }))}
      />
      {flag('dpc')}
      {flag('notified')}
    </div>
  );
}

/** A fact that nobody assumes any more is absent, not unknown by name. */
const without = (facts: { readonly [Name in keyof Assumed]: Assumed[Name] | undefined }): Assumed =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
