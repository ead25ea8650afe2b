import { careNeed, origins } from '@kaerimichi/discharge';
import { CheckGroup, ChoiceField } from '../../parts/choice-fields.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

/** A field of a form that is tied to what was typed in it. */
export type TiedField = {
  readonly id: string;
  readonly label: string;
  readonly isRequired: boolean;
  readonly error: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

type Props = {
  readonly origin: TiedField;
  readonly needs: readonly string[];
  readonly onNeeds: (needs: readonly string[]) => void;
};

/** Where a child comes from and what care it needs, as a registration and a referral ask it. */
export function OriginFields({ origin, needs, onNeeds }: Props) {
  const { say, code } = useSpeech();
  const options = (kind: string, ids: readonly string[]) => ids.map(value => ({ value, label: code(kind, value) }));
  return (
    <>
      <ChoiceField {...origin} options={options('origin', origins)} />
      <CheckGroup
        label={say('register.needs')}
        isRequired={false}
        options={options('need', careNeed.options)}
        values={needs}
        onChange={onNeeds}
      />
    </>
  );
}
