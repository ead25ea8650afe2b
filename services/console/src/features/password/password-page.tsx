import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { problemOf } from '../../api/problem-error.ts';
import type { AnswerOf } from '../../api/route.ts';
import { routes } from '../../api/routes.ts';
import { LanguageSwitch } from '../../app/language-switch.tsx';
import { usePageTitle } from '../../app/page-title.ts';
import { useApi, useServices } from '../../app/services.tsx';
import { Button } from '../../parts/button.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { LEAST_PASSWORD } from '../admin/choices.ts';
import { PasswordField } from '../sign-in/sign-in-form.tsx';
import { UsernameHint } from '../sign-in/username-hint.tsx';
import '../sign-in/sign-in.css';

/** パスワードを決める: with the slip that an administrator handed over; only the person ever knows what is chosen. */
export function PasswordPage() {
  const { say } = useSpeech();
  // The token stands in the fragment, which no server log and no referrer ever sees.
  const [token] = useState(() => window.location.hash.slice(1));
  usePageTitle(say('choose.title'));
  return (
    <main className="sign-in">
      <p className="sign-in-brand">{say('app.name')}</p>
      <section className="panel stack">
        <h1>{say('choose.title')}</h1>
        {token === '' ? <p className="note-soon">{say('choose.noToken')}</p> : <WithSlip token={token} />}
      </section>
      <LanguageSwitch />
    </main>
  );
}

function WithSlip({ token }: { token: string }) {
  const api = useApi();
  const slip = useQuery({
    queryKey: ['slip', token],
    queryFn: ({ signal }) => api.call(routes.readPasswordSlip, { body: { token }, signal }),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (slip.data) return <ChooseForm token={token} slip={slip.data} />;
  if (!slip.error) return <Patience />;
  return isVoid(slip.error) ? <VoidSlip /> : <ProblemNote error={slip.error} onRetry={() => void slip.refetch()} />;
}

/** Used, too old or never given out: nobody is told which. */
const isVoid = (error: unknown): boolean => ['not-found', 'bad-input'].includes(problemOf(error)?.code ?? '');

function VoidSlip() {
  const { say } = useSpeech();
  return (
    <>
      <p className="problem-note" role="alert">
        {say('choose.void')}
      </p>
      <Link className="button" to="/login">
        {say('setup.signIn')}
      </Link>
    </>
  );
}

type FormProps = { readonly token: string; readonly slip: AnswerOf<typeof routes.readPasswordSlip> };

function ChooseForm({ token, slip }: FormProps) {
  const { say } = useSpeech();
  const { api, identifier } = useServices();
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const choose = useMutation({
    mutationFn: () => api.call(routes.choosePassword, { body: { token, password } }),
    onSuccess: chosen => {
      identifier.write(chosen.identifier);
      // What is used up need not stand in the browser's history.
      window.history.replaceState(null, '', window.location.pathname);
    },
  });
  const fault = problemOf(choose.error)?.issues?.find(({ path }) => path === 'password')?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (password.length >= LEAST_PASSWORD) choose.mutate();
  };
  if (choose.isSuccess)
    return (
      <>
        <p className="note-done" role="status">
          {say('choose.done')}
        </p>
        <Link className="button button-primary" to="/login">
          {say('setup.signIn')}
        </Link>
      </>
    );
  if (choose.error && problemOf(choose.error)?.code === 'not-found') return <VoidSlip />;
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <p>{say('choose.hello', { name: slip.displayName })}</p>
      <p className="muted">{say('choose.identifier', { identifier: slip.identifier })}</p>
      <ProblemNote error={fault ? null : choose.error} />
      <UsernameHint identifier={slip.identifier} />
      <PasswordField
        isNew
        value={password}
        error={isTried && password.length < LEAST_PASSWORD ? say('setup.passwordShort') : fault}
        onChange={setPassword}
      />
      <Button type="submit" kind="primary" isBusy={choose.isPending}>
        {say('choose.submit')}
      </Button>
    </form>
  );
}
