import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { Patience } from '../parts/patience.tsx';
import { lazyPart } from '../words/lazy-part.tsx';
import { SpeechProvider, useSpeech } from '../words/speech-context.tsx';
import { Faulty } from './faulty.tsx';
import { OpenPage } from './open-page.tsx';
import { languageOf } from './preferences.ts';
import { usePreferences } from './services.tsx';

const first = { wait: Patience, isFirst: true };
const SignInPage = lazyPart(() => import('../features/sign-in/sign-in-page.tsx'), 'SignInPage', first);
const SetupPage = lazyPart(() => import('../features/setup/setup-page.tsx'), 'SetupPage', { wait: Patience });
const PasswordPage = lazyPart(() => import('../features/password/password-page.tsx'), 'PasswordPage', {
  wait: Patience,
});
const JoinPage = lazyPart(() => import('../features/join/join-page.tsx'), 'JoinPage', { wait: Patience });
const WallPage = lazyPart(() => import('../features/wall/wall-page.tsx'), 'WallPage', { wait: Patience });
const DemoStart = lazyPart(() => import('../features/demo/demo-start.tsx'), 'DemoStart', { wait: Patience });
export const SignedIn = lazyPart(() => import('./signed-in.tsx'), 'SignedIn', first);

/** Outermost: language, addresses, and what may be seen without signing in. */
export function App() {
  const { language } = usePreferences();
  return (
    <SpeechProvider language={language ?? languageOf(navigator.languages)}>
      <BrowserRouter>
        <Faulty>
          <AnswersInLanguage />
          <Routes>
            <Route element={<OpenPage />}>
              <Route path="/login" element={<SignInPage />} />
              <Route path="/setup" element={<SetupPage />} />
              <Route path="/password" element={<PasswordPage />} />
              <Route path="/join" element={<JoinPage />} />
            </Route>
            <Route path="/demo" element={<DemoStart />} />
            <Route path="/wall/:id" element={<WallPage />} />
            <Route path="*" element={<SignedIn />} />
          </Routes>
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
