import { Link } from 'react-router';
import type { Status } from '../live/status.ts';
import { clockTime } from '../words/dates.ts';
import { useSpeech } from '../words/speech-context.tsx';
import type { Speech } from '../words/words.ts';
import { useObservable } from './services.tsx';
import { useNewVersion } from './use-new-version.ts';
import { useWorkplace } from './workplace.tsx';

type Words = { readonly look: 'grey' | 'amber' | 'blue'; readonly text: string };

/** The strip's words for each state of the connection (experience.md §6.5); none while all is well. */
function stripWords({ state, rightAt, changes }: Status, { say, language }: Speech): Words | null {
  const time = rightAt === null ? say('live.noTime') : clockTime(rightAt, language);
  switch (state) {
    case 'waiting':
      return { look: 'grey', text: say('strip.waiting', { time }) };
    case 'stale':
      return { look: 'amber', text: say('strip.stale', { time }) };
    case 'offline':
      return { look: 'grey', text: say('strip.offline') };
    case 'catchingUp':
      return { look: 'blue', text: say('strip.catchingUp') };
    case 'back':
      return { look: 'blue', text: say('strip.back', { n: changes }) };
    case 'on':
      return null;
  }
}

/** Only when needed: what the connection does, and what that means for what is on the screen. */
export function StatusStrip() {
  const { live } = useWorkplace();
  const status = useObservable(live.status);
  const speech = useSpeech();
  const words = stripWords(status, speech);
  const isNew = useNewVersion();
  return (
    <div role="status">
      {isNew && (
        <div className="strip strip-blue">
          {speech.say('strip.newVersion')}
          <button type="button" onClick={() => window.location.reload()}>
            {speech.say('fault.reload')}
          </button>
        </div>
      )}
      {words && (
        <div className={`strip strip-${words.look}`}>
          {words.text}
          {status.state === 'back' && status.changes > 0 && (
            <Link to="/board?changed=1">{speech.say('common.see')}</Link>
          )}
        </div>
      )}
    </div>
  );
}
