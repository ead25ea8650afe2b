import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Patience } from '../../parts/patience.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { type FacilityFilters, noFilters } from './facility-filters.ts';
import { FacilityList } from './facility-list.tsx';
import { kindForPart, toldFacility } from './told-facility.ts';
import { useFacilityChoices } from './use-facilities.ts';

type Props = {
  /** The part in the support team that is looked for. */
  readonly part: string;
  readonly onChoose: (told: string) => void;
  readonly onClose: () => void;
};

/** The resources over a form, narrowed to what takes the part. */
export function FacilitySheet({ part, onChoose, onClose }: Props) {
  const { say } = useSpeech();
  const choices = useFacilityChoices();
  const [chosen, setChosen] = useState<FacilityFilters | null>(null);
  const known = choices.data?.kinds.map(({ kind }) => kind) ?? [];
  const filters = chosen ?? { ...noFilters, kind: kindForPart(part, known) };
  return (
    <Sheet title={say('resources.chooseTitle')} size="wide" onClose={onClose}>
      <div className="stack">
        {choices.isPending ? (
          <Patience look="part" />
        ) : (
          <FacilityList
            filters={filters}
            onChange={setChosen}
            action={facility => (
              <Button
                isSmall
                aria-label={say('resources.takeName', { name: facility.name })}
                onClick={() => onChoose(toldFacility(facility))}
              >
                {say('resources.take')}
              </Button>
            )}
          />
        )}
      </div>
    </Sheet>
  );
}
