import { useState } from 'react';
import { useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { lazyPart } from '../../words/lazy-part.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

const FacilitySheet = lazyPart(() => import('./facility-sheet.tsx'), 'FacilitySheet');

type Props = {
  /** The part in the support team that is looked for. */
  readonly part: string;
  readonly onChoose: (told: string) => void;
};

/** Fills a field for somebody outside the network from the resources: name and telephone. */
export function ChooseFacility({ part, onChoose }: Props) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const [isOpen, setOpen] = useState(false);
  if (!me.abilities.resources) return null;
  const choose = (told: string) => {
    setOpen(false);
    onChoose(told);
  };
  return (
    <p>
      <Button onClick={() => setOpen(true)}>{say('resources.choose')}</Button>
      {isOpen && <FacilitySheet part={part} onClose={() => setOpen(false)} onChoose={choose} />}
    </p>
  );
}
