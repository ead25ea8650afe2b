import { Link } from 'react-router';
import { useSpeech } from '../../words/speech-context.tsx';
import { useWaitingMerges } from './use-merges.ts';

/** That pairs of cases wait to be looked at. */
export function WaitingMerges() {
  const { say } = useSpeech();
  const { n } = useWaitingMerges();
  return (
    <div role="status">
      {n > 0 && (
        <p className="note-soon">
          <Link to="/merges">{say('merge.waiting', { n })}</Link>
        </p>
      )}
    </div>
  );
}
