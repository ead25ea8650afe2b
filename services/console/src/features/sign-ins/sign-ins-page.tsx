import type { SignInEntry } from '@kaerimichi/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { routes } from '../../api/routes.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useApi } from '../../app/services.tsx';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

/** ログインの記録: who signed in and out of the own organisation. */
export function SignInsPage() {
  const { say } = useSpeech();
  const log = useSignIns();
  const entries = log.data?.pages.flatMap(page => page.entries) ?? [];
  usePageTitle(say('signIns.title'));
  return (
    <div className="page stack">
      <h1>{say('signIns.title')}</h1>
      <p className="muted">{say('signIns.intro')}</p>
      <ProblemNote error={log.error} onRetry={() => void log.refetch()} />
      {log.isSuccess && entries.length === 0 && <p className="muted">{say('signIns.none')}</p>}
      {entries.length > 0 && <Entries entries={entries} />}
      {log.hasNextPage && (
        <p>
          <Button isBusy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {say('timeline.more')}
          </Button>
        </p>
      )}
    </div>
  );
}

function useSignIns() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['sign-ins'],
    queryFn: ({ pageParam: before, signal }) => api.call(routes.signIns, { query: before ? { before } : {}, signal }),
    initialPageParam: '',
    getNextPageParam: page => page.next,
    // Each question is an entry of the access log.
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

function Entries({ entries }: { entries: readonly SignInEntry[] }) {
  const { say } = useSpeech();
  return (
    <div className="table-frame">
      <table className="table">
        <caption className="hidden-visually">{say('signIns.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('accessLog.when')}</th>
            <th scope="col">{say('accessLog.who')}</th>
            <th scope="col">{say('accessLog.what')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries bear no number and are only added below
            <Row key={at} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ entry: { at, by, action, what, outcome } }: { entry: SignInEntry }) {
  const { say, language, code } = useSpeech();
  const today = useToday();
  const done = action === 'signOut' ? 'signIns.out' : what === 'membership' ? 'signIns.membership' : 'signIns.in';
  return (
    <tr>
      <td>
        <time dateTime={at}>{dayAndTime(at, language, today)}</time>
      </td>
      <td>{[by.name, by.role && code('role', by.role)].filter(Boolean).join(' · ')}</td>
      <td>{say(outcome === 'ok' ? done : 'signIns.failed')}</td>
    </tr>
  );
}
