import { addDays } from '@kaerimichi/discharge';
import { Button } from '../../parts/button.tsx';
import { ChoiceField, SelectField } from '../../parts/choice-fields.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { TimeField } from '../../parts/time-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import type { ChangeValues } from './change-values.ts';
import { useColleagues } from './use-tasks.ts';

type Props = {
  readonly values: ChangeValues;
  readonly onChange: (part: Partial<ChangeValues>) => void;
  readonly today: string;
};

/** A colleague of the own organisation, by name and role; without those who are not meant. */
export function ColleagueField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly but?: string;
}) {
  const { code, say } = useSpeech();
  const { data = [] } = useColleagues();
  const options = data
    .filter(({ membership }) => membership !== props.but)
    .map(({ membership, name, role }) => ({
      value: membership,
      label: say('common.nameWith', { name, more: code('role', role) }),
    }));
  return <SelectField label={props.label} isRequired options={options} value={props.value} onChange={props.onChange} />;
}

/** To whom, for good or until when, and a word to them. */
export function OwnerFields({ values, onChange, today }: Props) {
  const { say } = useSpeech();
  const { owner, isForGood, untilDay, untilTime, note } = values;
  const spans = [
    { value: 'good', label: say('task.forGood') },
    { value: 'until', label: say('task.forShift') },
  ];
  const choose = (span: string) =>
    onChange({ isForGood: span !== 'until', ...(span === 'until' && untilDay === '' && { untilDay: today }) });
  return (
    <>
      <ColleagueField label={say('task.toWhom')} value={owner} onChange={value => onChange({ owner: value })} />
      <ChoiceField label={say('task.howLong')} options={spans} value={isForGood ? 'good' : 'until'} onChange={choose} />
      {!isForGood && (
        <div className="row task-until">
          <DayField
            label={say('task.untilDay')}
            value={untilDay}
            onChange={value => onChange({ untilDay: value })}
            today={today}
          />
          <TimeField
            label={say('task.untilTime')}
            value={untilTime}
            onChange={value => onChange({ untilTime: value })}
          />
        </div>
      )}
      <TextField
        label={say('task.note')}
        hint={say('task.noteHint')}
        isRequired={false}
        isLong
        input={{ maxLength: 1000 }}
        value={note}
        onChange={value => onChange({ note: value })}
      />
    </>
  );
}

/** By when, in one press for the usual days, and why. */
export function DueFields({ values, onChange, today }: Props) {
  const { say } = useSpeech();
  const days = [1, 3, 7] as const;
  return (
    <>
      <DayField
        label={say('task.newDay')}
        isRequired
        value={values.dueOn}
        onChange={value => onChange({ dueOn: value })}
        today={today}
      />
      <p className="row">
        {days.map(n => (
          <Button key={n} isSmall onClick={() => onChange({ dueOn: addDays(today, n) })}>
            {say('task.inDays', { n })}
          </Button>
        ))}
      </p>
      <TextField
        label={say('task.reason')}
        isRequired
        isLong
        input={{ maxLength: 1000 }}
        value={values.reason}
        onChange={value => onChange({ reason: value })}
      />
    </>
  );
}
