import type { DeviceRow } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { ChoiceField, SelectField } from '../../parts/choice-fields.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import type { SkillInput } from './skill-sheet.tsx';

type Props = {
  readonly input: SkillInput;
  readonly change: (part: Partial<SkillInput>) => void;
  readonly devices: readonly DeviceRow[];
};

const RATINGS = ['1', '2', '3', '4'] as const;

/** What else may be said of an assessment: on which device, how sure the caregiver feels, what to repeat, another day. */
export function MoreOfSkill({ input, change, devices }: Props) {
  const { say, code } = useSpeech();
  const today = useToday();
  return (
    <details>
      <summary className="tile-fold">{say('skills.more')}</summary>
      <div className="stack">
        {devices.length > 0 && (
          <SelectField
            label={say('skills.device')}
            options={devices.map(({ id, model, kind }) => ({ value: id, label: model ?? code('kind', kind) }))}
            value={input.device ?? ''}
            onChange={device => change({ device })}
          />
        )}
        <ChoiceField
          id="skill-self"
          label={say('skills.selfRating')}
          isRequired={false}
          options={RATINGS.map(value => ({ value, label: code('selfRating', value) }))}
          value={input.selfRating}
          onChange={selfRating => change({ selfRating })}
        />
        <TextField
          label={say('skills.note')}
          isRequired={false}
          isLong
          input={{ maxLength: 4000 }}
          value={input.note}
          onChange={note => change({ note })}
        />
        <TextField
          label={say('skills.media')}
          isRequired={false}
          input={{ maxLength: 300 }}
          value={input.media}
          onChange={media => change({ media })}
        />
        <DayField
          label={say('skills.on')}
          isRequired={false}
          value={input.occurredOn}
          onChange={occurredOn => change({ occurredOn })}
          today={today}
        />
      </div>
    </details>
  );
}
