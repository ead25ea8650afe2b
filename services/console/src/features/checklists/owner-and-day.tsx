import type { CaseView } from '@kaerimichi/contracts';
import { useState } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { SelectField } from '../../parts/choice-fields.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { parseDay } from '../../parts/parse-day.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { useOwnerChoices } from './use-checklists.ts';

/** Whose items of a checklist are and until when, as it is typed; `owned` is what is sent of it, null: no day can be read. */
export function useOwned(view: CaseView, first: { readonly owner: string; readonly dueOn?: string | (() => string) }) {
  const today = useToday();
  const [owner, setOwner] = useState(first.owner);
  const [dueOn, setDueOn] = useState(first.dueOn ?? '');
  const owners = useOwnerChoices(view, owner);
  const day = parseDay(dueOn, today);
  const owned = dueOn.trim() !== '' && !day ? null : { ...(owner && { owner }), ...(day && { dueOn: day }) };
  return { owned, fields: { owner, setOwner, owners, dueOn, setDueOn, today } };
}

type Props = ReturnType<typeof useOwned>['fields'] & { readonly hint?: string };

export function OwnerAndDay({ owner, setOwner, owners, dueOn, setDueOn, today, hint }: Props) {
  const { say } = useSpeech();
  return (
    <>
      <SelectField
        label={say('checks.owner')}
        nothing={say('form.noOwner')}
        options={owners}
        value={owner}
        onChange={setOwner}
      />
      <DayField
        label={say('checks.dueOn')}
        {...(hint === undefined ? {} : { hint })}
        value={dueOn}
        onChange={setDueOn}
        today={today}
      />
    </>
  );
}
