import type { CaseView } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { SelectField } from '../../parts/choice-fields.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { parseDay } from '../../parts/parse-day.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { plannedDischarge } from '../form/planned-discharge.ts';
import { useOwnerChoices } from './use-checklists.ts';

type Owned = { readonly owner: string; readonly dueOn: string };

/** Whose items of a checklist are and until when, as it is typed; `owned` is what is sent of it, null: no day can be read. */
export function useOwned(view: CaseView, { owner, dueOn }: Owned, change: (part: Partial<Owned>) => void) {
  const today = useToday();
  const owners = useOwnerChoices(view, owner);
  const day = parseDay(dueOn, today);
  const owned = dueOn.trim() !== '' && !day ? null : { ...(owner && { owner }), ...(day && { dueOn: day }) };
  return { owned, fields: { owner, dueOn, change, owners, today, discharge: plannedDischarge(view) } };
}

type Props = ReturnType<typeof useOwned>['fields'] & { readonly hint?: string };

export function OwnerAndDay({ owner, dueOn, change, owners, today, discharge, hint }: Props) {
  const { say } = useSpeech();
  return (
    <>
      <SelectField
        label={say('checks.owner')}
        nothing={say('form.noOwner')}
        options={owners}
        value={owner}
        onChange={value => change({ owner: value })}
      />
      <DayField
        label={say('checks.dueOn')}
        {...(hint === undefined ? {} : { hint })}
        value={dueOn}
        onChange={value => change({ dueOn: value })}
        today={today}
        use="deadline"
        discharge={discharge}
      />
    </>
  );
}
