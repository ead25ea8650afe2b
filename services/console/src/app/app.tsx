import { useQueryClient } from '@tanstack/react-query';
import { type ComponentType, useEffect } from 'react';
import { BrowserRouter, matchPath, Route, Routes } from 'react-router';
import { Patience } from '../parts/patience.tsx';
import { lazyPart } from '../words/lazy-part.tsx';
import { SpeechProvider, useSpeech } from '../words/speech-context.tsx';
import { Faulty } from './faulty.tsx';
import { OpenPage } from './open-page.tsx';
import { languageOf } from './preferences.ts';
import { usePreferences } from './services.tsx';

const first = { wait: Patience, isFirst: true };
const later = { wait: Patience };

/** Seen without signing in, in a frame of their own. */
const openPages = {
  '/login': lazyPart(() => import('../features/sign-in/sign-in-page.tsx'), 'SignInPage', first),
  '/setup': lazyPart(() => import('../features/setup/setup-page.tsx'), 'SetupPage', later),
  '/password': lazyPart(() => import('../features/password/password-page.tsx'), 'PasswordPage', later),
  '/c': lazyPart(() => import('../features/guest/guest-page.tsx'), 'GuestPage', later),
  '/p': lazyPart(() => import('../features/paper/paper-page.tsx'), 'PaperPage', later),
  '/accessibility': lazyPart(
    () => import('../features/accessibility/accessibility-page.tsx'),
    'AccessibilityPage',
    later,
  ),
  '/join': lazyPart(() => import('../features/join/join-page.tsx'), 'JoinPage', later),
};
/** And without one. */
const barePages = {
  '/demo': lazyPart(() => import('../features/demo/demo-start.tsx'), 'DemoStart', later),
  '/wall/:id': lazyPart(() => import('../features/wall/wall-page.tsx'), 'WallPage', later),
};
export const SignedIn = lazyPart(() => import('./signed-in.tsx'), 'SignedIn', first);

/** Whether a page may be seen without signing in. */
export const isOpen = (pathname: string): boolean =>
  Object.keys({ ...openPages, ...barePages }).some(path => matchPath(path, pathname) !== null);

const routesOf = (pages: Readonly<Record<string, ComponentType>>) =>
  Object.entries(pages).map(([path, Page]) => <Route key={path} path={path} element={<Page />} />);

/** Outermost: language, addresses, and what may be seen without signing in. */
export function App() {
  const { language } = usePreferences();
  return (
    <SpeechProvider language={language ?? languageOf(navigator.languages)}>
      <BrowserRouter>
        <Faulty>
          <AnswersInLanguage />
          <Routes>
            <Route element={<OpenPage />}>{routesOf(openPages)}</Route>
            {routesOf(barePages)}
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
