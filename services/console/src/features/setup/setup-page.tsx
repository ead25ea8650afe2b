import { organisationKinds } from '@kaerimichi/discharge';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { problemOf } from '../../api/problem-error.ts';
import { routes } from '../../api/routes.ts';
import { LanguageSwitch } from '../../app/language-switch.tsx';
import { usePageTitle } from '../../app/page-title.ts';
import { useApi } from '../../app/services.tsx';
import { Button } from '../../parts/button.tsx';
import { SelectField } from '../../parts/choice-fields.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { chosenOf, LEAST_PASSWORD } from '../admin/choices.ts';
import { PasswordField } from '../sign-in/sign-in-form.tsx';
import '../sign-in/sign-in.css';

/** はじめの設定: the first organisation and its administrator, with the one-time link that the start printed. */
export function SetupPage() {
  const { say } = useSpeech();
  // The token stands in the fragment, which no server log and no referrer ever sees.
  const [token] = useState(() => window.location.hash.slice(1));
  usePageTitle(say('setup.title'));
  return (
    <main className="sign-in">
      <p className="sign-in-brand">{say('app.name')}</p>
      <section className="panel stack setup">
        <h1>{say('setup.title')}</h1>
        {token === '' ? <p className="note-soon">{say('setup.noToken')}</p> : <WithLink token={token} />}
      </section>
      <LanguageSwitch />
    </main>
  );
}

/** The form, while the link can be used; else what happened, and where to go. */
function WithLink({ token }: { token: string }) {
  const api = useApi();
  const link = useQuery({
    queryKey: ['setup', token],
    queryFn: ({ signal }) => api.call(routes.readSetupLink, { body: { token }, signal }),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (problemOf(link.error)?.code === 'bad-input') return <UsedLink isDone={false} />;
  if (link.error) return <ProblemNote error={link.error} onRetry={() => void link.refetch()} />;
  if (!link.data) return <Patience />;
  const { state } = link.data;
  // Somebody else may use it while the form is filled in.
  if (state === 'open') return <SetupForm token={token} onUsed={() => void link.refetch()} />;
  return <UsedLink isDone={state === 'done'} />;
}

function UsedLink({ isDone }: { isDone: boolean }) {
  const { say } = useSpeech();
  return (
    <>
      <p className={isDone ? 'note-info' : 'problem-note'} role="alert">
        {say(isDone ? 'setup.used' : 'setup.void')}
      </p>
      {isDone && (
        <Link className="button button-primary" to="/login">
          {say('setup.signIn')}
        </Link>
      )}
    </>
  );
}

const empty = { organisation: '', kind: '', name: '', identifier: '', password: '' };

function SetupForm({ token, onUsed }: { token: string; onUsed: () => void }) {
  const { say, code } = useSpeech();
  const api = useApi();
  const [input, setInput] = useState(empty);
  const [isTried, setTried] = useState(false);
  const setUp = useMutation({
    mutationFn: (kind: (typeof organisationKinds)[number]) =>
      api.call(routes.setUp, {
        body: {
          token,
          organisation: { name: input.organisation.trim(), kind },
          person: { displayName: input.name.trim(), identifier: input.identifier.trim(), password: input.password },
        },
      }),
    onSuccess: () => {
      // What is used up need not stand in the browser's history.
      window.history.replaceState(null, '', window.location.pathname);
    },
    onError: error => {
      if (problemOf(error)?.code === 'not-found') onUsed();
    },
  });
  const issueAt = (path: string) => problemOf(setUp.error)?.issues?.find(issue => issue.path.endsWith(path))?.message;
  const errorOf = (name: keyof typeof empty, label: string) => {
    if (isTried && input[name].trim() === '') return say('fault.missing', { label });
    if (isTried && name === 'password' && input.password.length < LEAST_PASSWORD) return say('setup.passwordShort');
    return undefined;
  };
  const field = (name: Exclude<keyof typeof empty, 'password' | 'kind'>, path: string) => ({
    label: say(`setup.${name}`),
    isRequired: true,
    value: input[name],
    error: errorOf(name, say(`setup.${name}`)) ?? issueAt(path),
    onChange: (value: string) => setInput({ ...input, [name]: value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const isWhole = Object.values(input).every(value => value.trim() !== '') && input.password.length >= LEAST_PASSWORD;
    const kind = chosenOf(organisationKinds, input.kind);
    if (isWhole && kind) setUp.mutate(kind);
  };
  if (setUp.isSuccess)
    return (
      <>
        <p className="note-done">{say('setup.done')}</p>
        <Link className="button button-primary" to="/login">
          {say('setup.signIn')}
        </Link>
      </>
    );
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <ProblemNote error={setUp.error} />
      <TextField {...field('organisation', 'organisation.name')} input={{ autoComplete: 'organization' }} />
      <SelectField
        label={say('setup.kind')}
        isRequired
        options={organisationKinds.map(value => ({ value, label: code('orgKind', value) }))}
        value={input.kind}
        error={errorOf('kind', say('setup.kind')) ?? issueAt('kind')}
        onChange={kind => setInput({ ...input, kind })}
      />
      <TextField {...field('name', 'displayName')} input={{ autoComplete: 'name' }} />
      <TextField {...field('identifier', 'identifier')} input={{ autoComplete: 'username', autoCapitalize: 'none' }} />
      <PasswordField
        isNew
        isRequired
        value={input.password}
        error={errorOf('password', say('signIn.password')) ?? issueAt('password')}
        onChange={password => setInput({ ...input, password })}
      />
      <Button type="submit" kind="primary" isBusy={setUp.isPending}>
        {say('setup.submit')}
      </Button>
    </form>
  );
}
