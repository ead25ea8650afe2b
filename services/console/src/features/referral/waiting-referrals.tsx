import { Link } from 'react-router';
import { useSpeech } from '../../words/speech-context.tsx';
import { useWaiting } from './use-referrals.ts';

/** That referrals wait for an answer: no case tells of them yet. */
export function WaitingReferrals() {
  const { say } = useSpeech();
  const { n } = useWaiting();
  return (
    <div role="status">
      {n > 0 && (
        <p className="note-soon">
          <Link to="/referrals?box=in">{say('referral.waiting', { n })}</Link>
        </p>
      )}
    </div>
  );
}
