import { useWorkplace } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

/** The stage that a move leads to, in words. */
export function useStageWords(): (to: string) => string {
  const { pathway } = useWorkplace();
  const { pick } = useSpeech();
  return to => {
    const stage = pathway.stages.find(({ id }) => id === to.split('.')[0]);
    return stage ? pick(stage.label) : to;
  };
}
