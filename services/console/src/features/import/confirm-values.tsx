import type { DraftDetail } from '@kaerimichi/contracts';
import { useState } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { KanaField } from '../../parts/kana-field.tsx';
import { parseDay } from '../../parts/parse-day.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { useConfirm } from './use-confirm.ts';

const confirmable = ['familyName', 'givenName', 'familyKana', 'givenKana', 'bornOn', 'sex', 'hospitalNumber'] as const;
type Confirmable = (typeof confirmable)[number];
type Values = Record<Confirmable, string>;

const startOf = (draft: DraftDetail): Values => ({
  familyName: draft.familyName ?? '',
  givenName: draft.givenName ?? '',
  familyKana: draft.familyKana ?? '',
  givenKana: draft.givenKana ?? '',
  bornOn: draft.bornOn ?? '',
  sex: draft.sex,
  hospitalNumber: draft.hospitalNumber ?? '',
});

/** Values that a person looks at once and confirms; a later file does not change them. */
export function ConfirmValues({ draft }: { draft: DraftDetail }) {
  const { say, code } = useSpeech();
  const today = useToday();
  const confirm = useConfirm(draft.id);
  const [values, setValues] = useState(() => startOf(draft));
  const field = (name: Confirmable) => ({
    label: code('draftField', name),
    hint: say(name in draft.confirmed ? 'draft.confirmed' : 'draft.fromFile'),
    value: values[name],
    onChange: (value: string) => setValues({ ...values, [name]: value }),
  });
  const submit = () => {
    const read = (name: Confirmable) => (name === 'bornOn' ? parseDay(values.bornOn, today) : values[name].trim());
    confirm.mutate(Object.fromEntries(confirmable.map(name => [name, read(name) || null])));
  };
  return (
    <form
      className="panel stack"
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>{say('draft.confirmTitle')}</h2>
      <p className="muted">{say('draft.confirmText')}</p>
      <ProblemNote error={confirm.error} />
      <TextField {...field('familyName')} input={{ autoComplete: 'off' }} />
      <TextField {...field('givenName')} input={{ autoComplete: 'off' }} />
      <KanaField {...field('familyKana')} />
      <KanaField {...field('givenKana')} />
      <DayField {...field('bornOn')} today={today} />
      <ChoiceField
        {...field('sex')}
        options={['female', 'male', 'other', 'unknown'].map(value => ({ value, label: code('sex', value) }))}
      />
      <TextField {...field('hospitalNumber')} input={{ autoComplete: 'off' }} />
      <p className="row">
        <Button type="submit" isBusy={confirm.isPending}>
          {say('draft.confirm')}
        </Button>
        <span role="status" className="small">
          {confirm.isSuccess && say('draft.confirmDone')}
        </span>
      </p>
    </form>
  );
}
