import { careNeed } from '@kaerimichi/discharge';
import type { ComponentProps } from 'react';
import { CheckGroup, ChoiceField } from '../../parts/choice-fields.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

type Props = {
  readonly origin: Omit<ComponentProps<typeof ChoiceField>, 'options'>;
  readonly needs: readonly string[];
  readonly onNeeds: (needs: string[]) => void;
};

const origins = ['ward', 'nicu', 'otherHospital', 'prenatal', 'home'];

/** Where a child comes from and which care it needs: asked alike of whoever registers it and whoever refers it. */
export function OriginAndNeeds({ origin, needs, onNeeds }: Props) {
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
