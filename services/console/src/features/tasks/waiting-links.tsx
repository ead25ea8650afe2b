import { Link } from 'react-router';
import { useWorkplace } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { useWaitingMerges } from '../merge/use-merges.ts';
import { useWaiting } from '../referral/use-referrals.ts';

/** 支援の依頼 and 同じお子さんかもしれないケース: no line of the list below tells of them, since they are of no case yet. */
export function WaitingLinks() {
  const { say } = useSpeech();
  const { abilities } = useWorkplace().me;
  const { n: referrals } = useWaiting();
  const { n: merges } = useWaitingMerges();
  if (!abilities.refer && !abilities.merges) return null;
  return (
    <nav className="row task-doors" aria-label={say('task.doors')}>
      {abilities.refer && (
        <Door
          to={referrals > 0 ? '/referrals?box=in' : '/referrals'}
          word={say('referral.title')}
          n={referrals}
          why={say('referral.waiting', { n: referrals })}
        />
      )}
      {abilities.merges && (
        <Door to="/merges" word={say('nav.merges')} n={merges} why={say('merge.waiting', { n: merges })} />
      )}
    </nav>
  );
}

type DoorProps = { readonly to: string; readonly word: string; readonly n: number; readonly why: string };

/** A figure is there where something waits; a reader hears what it counts, and hears it come. */
function Door({ to, word, n, why }: DoorProps) {
  return (
    <>
      <Link
        className="button"
        to={to}
        title={n > 0 ? why : undefined}
        aria-label={n > 0 ? `${word} ${why}` : undefined}
      >
        {word} {n > 0 && <b className="nav-count">{n}</b>}
      </Link>
      <span role="status" className="hidden-visually">
        {n > 0 ? why : ''}
      </span>
    </>
  );
}
