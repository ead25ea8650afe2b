import type { CaseView } from '@kaerimichi/contracts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../words/speech-context.tsx';
import { itemsOfNeeds } from './items-of-needs.ts';
import { MedicalScore } from './medical-score.tsx';
import { SevereScore } from './severe-score.tsx';

/** Both scores, begun from the care needs of the case; worked out while one ticks, and kept nowhere. */
export function ScoresPart({ view: { card } }: { readonly view: CaseView }) {
  const { say } = useSpeech();
  const begun = itemsOfNeeds(card.needs);
  return (
    <>
      <Score title={say('score.medical')}>
        <MedicalScore begun={begun.medical} />
      </Score>
      <Score title={say('score.severe')}>
        <SevereScore begun={begun.severe} />
      </Score>
    </>
  );
}

/** Nothing is asked for before it was opened; folded again it keeps what was ticked. */
function Score({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { say } = useSpeech();
  const [wasOpened, setOpened] = useState(false);
  return (
    <details className="panel" onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary>{title}</summary>
      <p className="small muted">{say('score.hint')}</p>
      {wasOpened && children}
    </details>
  );
}
