import type { Inbox } from '@kaerimichi/contracts';
import { Link, useSearchParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.ts';
import { useObservable } from '../../app/services.tsx';
import { useCardChanges } from '../../app/use-card-changes.ts';
import { useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { clockTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import '../case/case.css';
import './inbox.css';
import { MutedCases, NoticeGroup } from './notice-group.tsx';
import { ChangeItems, TurnItems } from './notice-items.tsx';
import { useInbox } from './use-inbox.ts';
import { useMarkRead } from './use-mark-read.ts';

/** 通知センター: what one has not been told of yet, by case; the badge counts what is one's own turn. */
export function InboxPage() {
  const { say } = useSpeech();
  const [search] = useSearchParams();
  const tab = search.get('tab') === 'changes' ? 'changes' : 'turn';
  const inbox = useInbox();
  usePageTitle(say('nav.inbox'));
  useCardChanges(() => void inbox.refetch());
  const counts = { turn: inbox.data?.turn.length ?? 0, changes: inbox.data?.changes.length ?? 0 };
  return (
    <div className="page narrow stack">
      <div className="row spread">
        <h1>{say('nav.inbox')}</h1>
        <Link className="button" to="/settings">
          {say('inbox.settings')}
        </Link>
      </div>
      <nav className="tabs" aria-label={say('inbox.tabs')}>
        {(['turn', 'changes'] as const).map(name => (
          <Link key={name} to={`/inbox?tab=${name}`} aria-current={name === tab ? 'page' : undefined}>
            {say(`inbox.tab.${name}`)} <span className="notice-count muted">{counts[name]}</span>
          </Link>
        ))}
      </nav>
      <ProblemNote error={inbox.error} onRetry={() => void inbox.refetch()} />
      {inbox.isPending && <Patience look="part" />}
      {inbox.data && <Shown inbox={inbox.data} tab={tab} at={inbox.dataUpdatedAt} />}
    </div>
  );
}

type ShownProps = { readonly inbox: Inbox; readonly tab: 'turn' | 'changes'; readonly at: number };

function Shown({ inbox, tab, at }: ShownProps) {
  const { say, language } = useSpeech();
  const markRead = useMarkRead();
  const groups = inbox[tab];
  return (
    <>
      {groups.length === 0 ? <Nothing tab={tab} /> : null}
      {groups.length > 0 && (
        <p className="row spread">
          <span className="small muted">{say('inbox.asOf', { time: clockTime(at, language) })}</span>
          <Button isSmall isBusy={markRead.isPending} onClick={() => markRead.mutate(groups)}>
            {say('inbox.allRead')}
          </Button>
        </p>
      )}
      <ProblemNote error={markRead.error} />
      <div className="notice-groups">
        {tab === 'turn'
          ? inbox.turn.map(group => (
              <NoticeGroup key={group.caseId} group={group} muted={inbox.muted} onRead={() => markRead.mutate([group])}>
                <TurnItems items={group.items} />
              </NoticeGroup>
            ))
          : inbox.changes.map(group => (
              <NoticeGroup key={group.caseId} group={group} muted={inbox.muted} onRead={() => markRead.mutate([group])}>
                <ChangeItems items={group.items} />
              </NoticeGroup>
            ))}
      </div>
      {inbox.more && <p className="muted">{say('inbox.more')}</p>}
      {inbox.muted.length > 0 && <MutedCases muted={inbox.muted} />}
    </>
  );
}

/** What will come here; what was read and is still to be done stands in マイタスク. */
function Nothing({ tab }: Pick<ShownProps, 'tab'>) {
  const { say } = useSpeech();
  const { live } = useWorkplace();
  const { isLoaded } = useObservable(live.feed.state);
  return (
    <section className="panel stack-tight">
      <p>{isLoaded && say(`inbox.none.${tab}`)}</p>
      <p>
        <Link className="button" to="/tasks">
          {say('nav.tasks')}
        </Link>
      </p>
    </section>
  );
}
