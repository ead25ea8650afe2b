import type { CaseView } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { CheckGroup, SelectField } from '../../parts/choice-fields.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { likelyRecipients, mayBeSent } from './recipients.ts';
import type { Compose } from './use-compose.ts';

type Props = {
  readonly view: CaseView;
  readonly names: Readonly<Record<string, string>>;
  readonly form: Compose;
};

/** To whom it goes: several at once, each with a loop of its own; somebody outside the network by name. */
export function RecipientFields({ view, names, form }: Props) {
  const { say } = useSpeech();
  const today = useToday();
  const { orgs, outside } = form.values;
  const likely = [...new Set([...likelyRecipients(view, today), ...orgs])];
  const labelOf = (org: string) => {
    const name = names[org] ?? org;
    return mayBeSent(view, org, today) ? name : say('handoff.withoutConsent', { name });
  };
  const others = Object.entries(names)
    .filter(([id]) => !likely.includes(id) && id !== view.card.lead && !(id in view.people.members))
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'ja'));
  return (
    <>
      {likely.length > 0 && (
        <CheckGroup
          id="compose-orgs"
          label={say('handoff.recipients')}
          hint={say('handoff.recipientsHint')}
          error={form.errors.orgs}
          options={likely.map(org => ({ value: org, label: labelOf(org) }))}
          values={orgs}
          onChange={chosen => form.change({ orgs: chosen })}
        />
      )}
      {others.length > 0 && (
        <SelectField
          label={say('handoff.another')}
          options={others}
          value=""
          isRequired={false}
          error={likely.length === 0 ? form.errors.orgs : undefined}
          onChange={org => {
            if (org !== '') form.change({ orgs: [...orgs, org] });
          }}
        />
      )}
      <TextField
        label={say('handoff.outside')}
        hint={say('handoff.outsideHint')}
        value={outside}
        onChange={text => form.change({ outside: text })}
        isRequired={false}
        input={{ maxLength: 200, autoComplete: 'off' }}
      />
    </>
  );
}
