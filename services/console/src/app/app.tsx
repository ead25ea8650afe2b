import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { lazyPart } from '../words/lazy-part.ts';
import { SpeechProvider, useSpeech } from '../words/speech-context.tsx';
import { Faulty } from './faulty.tsx';
import { OpenPage } from './open-page.tsx';
import { languageOf } from './preferences.ts';
import { usePreferences } from './services.tsx';

const SignInPage = lazy(() => import('../features/sign-in/sign-in-page.tsx').then(m => ({ default: m.SignInPage })));
const SetupPage = lazyPart(() => import('../features/setup/setup-page.tsx'), 'SetupPage');
const PasswordPage = lazyPart(() => import('../features/password/password-page.tsx'), 'PasswordPage');
const JoinPage = lazyPart(() => import('../features/join/join-page.tsx'), 'JoinPage');
const DemoStart = lazyPart(() => import('../features/demo/demo-start.tsx'), 'DemoStart');
const SignedIn = lazy(() => import('./signed-in.tsx').then(m => ({ default: m.SignedIn })));

/** Outermost: language, addresses, and what may be seen without signing in. */
export function App() {
  const { language } = usePreferences();
  return (
    <SpeechProvider language={language ?? languageOf(navigator.languages)}>
      <BrowserRouter>
        <Faulty>
          <AnswersInLanguage />
          <Suspense fallback={<Patience />}>
            <Routes>
              <Route element={<OpenPage />}>
                <Route path="/login" element={<SignInPage />} />
                <Route path="/setup" element={<SetupPage />} />
                <Route path="/password" element={<PasswordPage />} />
                <Route path="/join" element={<JoinPage />} />
              </Route>
              <Route path="/demo" element={<DemoStart />} />
              <Route path="*" element={<SignedIn />} />
            </Routes>
          </Suspense>
        </Faulty>
      </BrowserRouter>
    </SpeechProvider>
  );
}

/** The server's sentences come in the language of the page: a change of language asks again. */
function AnswersInLanguage() {
  const { language } = useSpeech();
  const client = useQueryClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again for the language's sake
  useEffect(() => {
    void client.invalidateQueries({ queryKey: ['case'] });
  }, [client, language]);
  return null;
}

/** From here on the wait is worth a word of its own. */
const SLOW_MS = 5000;

/** What a page will look like, in grey: the place of its heading and of so many blocks. */
type PatienceProps = { readonly look?: 'page' | 'board' };

/** Nothing for a moment, so that a quick load does not flicker; then the page's outline, and words when it takes long. */
export function Patience({ look = 'page' }: PatienceProps) {
  const { say } = useSpeech();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={`patience patience-${look}`}>
      <p role="status" className={isSlow ? 'muted' : 'hidden-visually'}>
        {say(isSlow ? 'common.slow' : 'common.loading')}
      </p>
      <div className="outline outline-title" />
      {[...Array(look === 'board' ? 9 : 3).keys()].map(at => (
        <div key={at} className="outline" />
      ))}
    </div>
  );
}
