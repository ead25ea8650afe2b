import { wallLevels } from '@kaerimichi/discharge';
import { CheckGroup, ChoiceField } from '../../parts/choice-fields.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { faultOf } from './choices.ts';
import { isPin, type ScreenInput, screenOptions } from './screen-input.ts';

type Props = {
  readonly id: string;
  readonly input: ScreenInput;
  readonly onChange: (input: ScreenInput) => void;
  readonly pinLabel: string;
  readonly isTried: boolean;
  /** What the server said of the last attempt. */
  readonly error: unknown;
};

/** What a wall display is called, what it shows of a child, and how names are unlocked. */
export function ScreenFields({ id, input, onChange, pinLabel, isTried, error }: Props) {
  const { say, code } = useSpeech();
  const isNameless = isTried && input.name.trim() === '';
  return (
    <>
      <TextField
        label={say('screen.name')}
        isRequired
        value={input.name}
        error={isNameless ? say('fault.missing', { label: say('screen.name') }) : faultOf(error, 'name')}
        onChange={name => onChange({ ...input, name })}
        input={{ autoComplete: 'off', maxLength: 100 }}
      />
      <ChoiceField
        id={`${id}-level`}
        label={say('screen.level')}
        isRequired
        options={wallLevels.map(value => ({
          value,
          label: code('wallLevel', value),
          note: code('screenNote', value),
        }))}
        value={input.level}
        onChange={level => onChange({ ...input, level })}
      />
      <TextField
        label={pinLabel}
        isRequired={false}
        isShort
        value={input.pin}
        error={isTried && !isPin(input.pin) ? say('screen.badPin') : faultOf(error, 'pin')}
        onChange={pin => onChange({ ...input, pin })}
        input={{ type: 'password', inputMode: 'numeric', autoComplete: 'new-password', maxLength: 20 }}
      />
      <CheckGroup
        id={`${id}-options`}
        label={say('screen.options')}
        options={screenOptions.map(value => ({ value, label: code('screenOption', value) }))}
        values={input.options}
        onChange={options => onChange({ ...input, options })}
      />
    </>
  );
}
