import { useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useSearchParams } from 'react-router';
import { useMe, usePlace } from '../../api/queries.ts';
import { LanguageSwitch } from '../../app/language-switch.tsx';
import { usePageTitle } from '../../app/page-title.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { SignInForm } from './sign-in-form.tsx';
import './sign-in.css';

/** Only a path of our own may follow a sign-in: an address from elsewhere is not gone to. */
const safeNext = (next: string | null): string => (next && /^\/(?![/\\])/.test(next) ? next : '/');

export function SignInPage() {
  const { say } = useSpeech();
  const [search] = useSearchParams();
  const client = useQueryClient();
  const me = useMe();
  const place = usePlace();
  usePageTitle(say('signIn.title'));
  if (me.data) return <Navigate to={safeNext(search.get('next'))} replace />;
  return (
    <main className="sign-in">
      <p className="sign-in-brand">{say('app.name')}</p>
      <section className="panel stack">
        <h1>{say('signIn.title')}</h1>
        <SignInForm onSignedIn={signedIn => client.setQueryData(['me'], signedIn)} />
        {place.data?.demoStart && (
          <Link className="button" to="/demo">
            {say('demo.signInWithout')}
          </Link>
        )}
      </section>
      <LanguageSwitch />
      <p className="small">
        <Link to="/accessibility">{say('a11y.title')}</Link>
      </p>
    </main>
  );
}
