import type { ChangeItem, TurnItem } from '@kaerimichi/contracts';
import { daysBetween } from '@kaerimichi/discharge';
import { Link } from 'react-router';
import { useObservable } from '../../app/services.tsx';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { DeadlineChip } from '../../parts/chips.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

/** What there is to do, each with the page on which it is done. */
export function TurnItems({ items }: { readonly items: readonly TurnItem[] }) {
  const { say, pick } = useSpeech();
  const today = useToday();
  return items.map(({ kind, ref, what, since, dueOn, inPlaceOf, fix }) => {
    const days = since === undefined ? 0 : daysBetween(since, today);
    return (
      <li key={`${kind} ${ref} ${what.en}`} data-kind={kind}>
        <Link className="notice-what" to={fix.route}>
          {pick(what)}
        </Link>
        {inPlaceOf && <span className="small muted">{say('inbox.inPlaceOf', { name: inPlaceOf })}</span>}
        {days > 0 && <span className="small muted">{say('task.since', { days })}</span>}
        {dueOn && <DeadlineChip on={dueOn} today={today} />}
      </li>
    );
  });
}

/** What others did, when, and from which organisation or role of one's own. */
export function ChangeItems({ items }: { readonly items: readonly ChangeItem[] }) {
  const { pick, language, code } = useSpeech();
  const { me, live } = useWorkplace();
  const { orgs } = useObservable(live.feed.state);
  const today = useToday();
  return items.map(({ seq, kind, label, at, by }) => (
    <li key={seq} data-kind={kind}>
      <span className="notice-what">{pick(label)}</span>
      <span className="small muted">
        {by.org === me.membership.org.id ? code('role', by.role) : (orgs[by.org] ?? code('role', by.role))}{' '}
        {dayAndTime(at, language, today)}
      </span>
    </li>
  ));
}
