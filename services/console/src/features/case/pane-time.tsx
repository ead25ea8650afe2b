import { useObservable } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { clockTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

/** Of when a pane is, while nobody can say that it is of now. `at`: when it was fetched, in milliseconds. */
export function PaneTime({ at }: { readonly at: number }) {
  const { live } = useWorkplace();
  const { state } = useObservable(live.status);
  const { say, language } = useSpeech();
  if (at === 0 || state === 'on' || state === 'back') return null;
  return <p className="pane-time small">{say('pane.asOf', { time: clockTime(at, language) })}</p>;
}
