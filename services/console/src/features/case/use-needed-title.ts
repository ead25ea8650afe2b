import { useWorkplace } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

/** `退院までにすること`; of another stage its own name. */
export function useNeededTitle(): (stage: string) => string {
  const { say, pick } = useSpeech();
  const { pathway } = useWorkplace();
  return id => {
    if (id === 'discharged') return say('needed.untilDischarge');
    const stage = pathway.stages.find(other => other.id === id);
    return say('needed.until', { stage: stage ? pick(stage.label) : id });
  };
}
