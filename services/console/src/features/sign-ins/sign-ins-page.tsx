import type { SignInEntry } from '@kaerimichi/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { routes } from '../../api/routes.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useApi } from '../../app/services.tsx';
import { useToday } from '../../app/workplace.tsx';
import { askedByPress, LogPages } from '../../parts/log-pages.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

/** ログインの記録: who signed in and out of the own organisation. */
export function SignInsPage() {
  const { say } = useSpeech();
  const log = useSignIns();
  const isEmpty = log.isSuccess && log.data.pages.every(page => page.entries.length === 0);
  usePageTitle(say('signIns.title'));
  return (
    <div className="page stack">
      <h1>{say('signIns.title')}</h1>
      <p className="muted">{say('signIns.intro')}</p>
      {isEmpty && <p className="muted">{say('signIns.none')}</p>}
      <LogPages title={say('signIns.title')} log={log} row={({ entry }) => <Row entry={entry} />} />
    </div>
  );
}

function useSignIns() {
  const api = useApi();
  return useInfiniteQuery({
    ...askedByPress,
    queryKey: ['sign-ins'],
    queryFn: ({ pageParam: before, signal }) => api.call(routes.signIns, { query: before ? { before } : {}, signal }),
    getNextPageParam: page => page.next,
  });
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
