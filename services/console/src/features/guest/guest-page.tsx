import type { GuestSeat } from '@kaerimichi/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { problemOf } from '../../api/problem-error.ts';
import { routes } from '../../api/routes.ts';
import { LanguageSwitch } from '../../app/language-switch.tsx';
import { usePageTitle } from '../../app/page-title.ts';
import { useApi } from '../../app/services.tsx';
import { Button } from '../../parts/button.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { longDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import '../sign-in/sign-in.css';
import { GuestAnswer } from './guest-answer.tsx';
import './guest.css';

/** 会議の候補に答える: by a link, without an account. What it is about stands on no part of it. */
export function GuestPage() {
  const { say } = useSpeech();
  // In the fragment, which no server log and no referrer ever sees.
  const [token] = useState(() => window.location.hash.slice(1));
  usePageTitle(say('guest.title'));
  useNoIndex();
  return (
    <main className="sign-in guest">
      <p className="sign-in-brand">{say('app.name')}</p>
      <section className="panel stack">
        <h1>{say('guest.title')}</h1>
        {token === '' ? <p className="note-soon">{say('guest.noToken')}</p> : <WithLink token={token} />}
      </section>
      <LanguageSwitch />
    </main>
  );
}

/** For a search engine that runs the page: the server says the same in a header. */
function useNoIndex() {
  useEffect(() => {
    const meta = document.createElement('meta');
    meta.name = 'robots';
    meta.content = 'noindex, nofollow';
    document.head.append(meta);
    return () => meta.remove();
  }, []);
}

function WithLink({ token }: { token: string }) {
  const { say } = useSpeech();
  const api = useApi();
  const client = useQueryClient();
  const queryKey = ['guest', token];
  const seat = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.call(routes.guestSeat, { body: { token }, signal }),
    staleTime: Infinity,
    gcTime: 0,
  });
  const confirm = useMutation({
    mutationFn: () => api.call(routes.guestConfirm, { body: { token } }),
    onSuccess: shown => client.setQueryData(queryKey, shown),
  });
  if (isVoid(seat.error)) return <Void />;
  if (seat.error) return <ProblemNote error={seat.error} onRetry={() => void seat.refetch()} />;
  if (!seat.data) return <Patience />;
  const { asks } = seat.data;
  return (
    <>
      <Invited seat={seat.data} />
      {asks === 'answer' && (
        <GuestAnswer token={token} seat={seat.data} onAnswered={shown => client.setQueryData(queryKey, shown)} />
      )}
      {asks === 'confirm' && (
        <>
          <p>{say('guest.confirmAbout')}</p>
          <p>
            <Button kind="primary" isBusy={confirm.isPending} onClick={() => confirm.mutate()}>
              {say('conf.confirm')}
            </Button>
          </p>
          <ProblemNote error={confirm.error} />
        </>
      )}
      {asks === 'done' && (
        <p className="note-done" role="status">
          {say('guest.confirmed')}
        </p>
      )}
    </>
  );
}

/** Used up, too old, revoked or never given out: nobody is told which. */
const isVoid = (error: unknown): boolean => ['not-found', 'bad-input'].includes(problemOf(error)?.code ?? '');

function Void() {
  const { say } = useSpeech();
  return (
    <p className="problem-note" role="alert">
      {say('guest.void')}
    </p>
  );
}

function Invited({ seat: { no, host, who, settled } }: { seat: GuestSeat }) {
  const { say, language } = useSpeech();
  return (
    <>
      {who && <p>{say('guest.hello', { who })}</p>}
      <dl className="guest-facts">
        <dt>{say('guest.host')}</dt>
        <dd>{host}</dd>
        <dt>{say('guest.case')}</dt>
        <dd>{no}</dd>
        {settled && (
          <>
            <dt>{say('guest.settled')}</dt>
            <dd>{[longDay(settled.on, language), settled.at].filter(Boolean).join(' ')}</dd>
          </>
        )}
      </dl>
    </>
  );
}
