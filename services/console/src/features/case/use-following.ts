import type { CaseView } from '@kaerimichi/contracts';
import { useTransitions } from '../../api/queries.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import type { EventDescription } from '../form/use-event-form.ts';
import type { Values } from '../form/values.ts';
import { following } from '../move/grave-act.ts';
import { useStageWords } from '../move/use-stage-words.ts';

/** What follows from what a form records, in sentences; `isUnknown` until the server has explained the moves. */
export function useFollowing(view: CaseView, event: EventDescription, values: Values) {
  const { say, pick, findWord } = useSpeech();
  const stageWords = useStageWords();
  const transitions = useTransitions(view.id);
  const { isAsked, effects, to } = following({ event, values, transitions: transitions.data ?? [] });
  const label = pick(event.label);
  const what = to ? say('move.sure', { move: label, stage: stageWords(to) }) : say('record.sure', { label });
  const more = findWord('follows', event.type);
  return {
    isAsked,
    isUnknown: event.kind === 'move' && transitions.isPending && !transitions.isPaused,
    sentences: [what, ...effects, ...(more ? [more] : [])],
  };
}
