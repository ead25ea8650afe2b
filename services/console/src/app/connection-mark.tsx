import { Glyph } from '../parts/glyph.tsx';
import { clockTime } from '../words/dates.ts';
import { useSpeech } from '../words/speech-context.tsx';
import { useObservable } from './services.tsx';
import { useWorkplace } from './workplace.tsx';

/** Whether what is shown is right, in words and with the time at which it was last compared. */
export function ConnectionMark() {
  const { live } = useWorkplace();
  const { state, isConnected, rightAt } = useObservable(live.status);
  const { say, language } = useSpeech();
  const time = rightAt === null ? '' : clockTime(rightAt, language);
  const on = rightAt === null ? say(isConnected ? 'live.up' : 'live.connecting') : say('live.on', { time });
  const words = {
    on,
    back: on,
    waiting: say('live.waiting'),
    stale: say('live.stale', { time }),
    offline: say('live.offline'),
    catchingUp: say('live.catchingUpShort'),
  };
  return (
    <span className={`mark mark-${state}`} data-connection={state}>
      <Glyph name={state === 'on' || state === 'back' ? 'dot' : 'ring'} />
      {words[state]}
    </span>
  );
}
