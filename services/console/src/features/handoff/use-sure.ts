import { useState } from 'react';
import { useWorkplace } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { following } from '../move/grave-act.ts';

/** Asks once before a step that cannot be unsaid: the first press asks, the second does it. */
export function useSure(type: string) {
  const { say, pick, findWord } = useSpeech();
  const { pathway } = useWorkplace();
  const [isPressed, setPressed] = useState(false);
  const event = pathway.events.find(other => other.type === type);
  // A handoff moves nothing, so that no explained move is needed.
  const isToAsk = event !== undefined && following({ event, values: {}, transitions: [] }).isAsked;
  const isAsked = isToAsk && isPressed;
  const more = findWord('follows', type);
  const sentences = [say('record.sure', { label: event ? pick(event.label) : '' }), ...(more ? [more] : [])];
  const press = (act: () => void) => {
    if (isToAsk && !isPressed) return setPressed(true);
    setPressed(false);
    act();
  };
  return {
    isAsked,
    sentences: isAsked ? sentences : [],
    press,
    /** What is changed meanwhile is asked about anew. */
    forget: () => setPressed(false),
    label: (words: string) => (isAsked ? say('move.confirm', { move: words }) : words),
  };
}
