import { SelectField } from '../../parts/choice-fields.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

const answers = ['yes', 'no'] as const;

type Props = { readonly label: string; readonly value: string; readonly onChange: (value: string) => void };

/** Yes, no, or not known, which is the empty value. */
export function YesNoField(field: Props) {
  const { say } = useSpeech();
  return (
    <SelectField
      {...field}
      isRequired={false}
      nothing={say('fees.unknown')}
      options={answers.map(is => ({ value: is, label: say(`fees.${is}`) }))}
    />
  );
}
