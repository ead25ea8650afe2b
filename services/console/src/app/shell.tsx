import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Navigate, Route, Routes, useLocation, useNavigate } from 'react-router';
import { isWriting, pageKeyAction } from '../features/board/keys.ts';
import { useSpeech } from '../words/speech-context.tsx';
import { Patience } from './app.tsx';
import { DemoBanner } from './demo-banner.tsx';
import { Faulty } from './faulty.tsx';
import { Header } from './header.tsx';
import { MissingPage } from './missing-page.tsx';
import { MoveNoticeBar } from './move-notice-bar.tsx';
import { BottomBar } from './navigation.tsx';
import { homeOf, screensOf } from './screens.tsx';
import { usePreferences } from './services.tsx';
import './shell.css';
import './status.css';
import { StatusStrip } from './status-strip.tsx';
import { useWorkplace } from './workplace.tsx';

const KeysSheet = lazy(() => import('../features/help/keys-sheet.tsx').then(m => ({ default: m.KeysSheet })));

/** Bar, strip, screen and bottom bar around every page of a signed-in person. */
export function Shell() {
  const { me } = useWorkplace();
  const { say } = useSpeech();
  const { pathname } = useLocation();
  const [areKeysShown, showKeys] = useState(false);
  usePageKeys(() => showKeys(true));
  useFocusOnNavigation(pathname);
  return (
    <>
      <a className="skip-link" href="#main">
        {say('shell.skip')}
      </a>
      <Header onKeys={() => showKeys(true)} />
      <StatusStrip />
      {me.demo && <DemoBanner />}
      <main id="main" tabIndex={-1}>
        <Faulty at={pathname}>
          <Suspense fallback={<Patience />}>
            <Routes>
              <Route path="/" element={<Navigate to={homeOf(me)} replace />} />
              {screensOf(me).map(({ path, page: Page }) => (
                <Route key={path} path={path} element={<Page />} />
              ))}
              <Route path="*" element={<MissingPage />} />
            </Routes>
          </Suspense>
        </Faulty>
      </main>
      <MoveNoticeBar />
      <BottomBar />
      {areKeysShown && (
        <Suspense fallback={null}>
          <KeysSheet onClose={() => showKeys(false)} />
        </Suspense>
      )}
    </>
  );
}

/** `/` goes to the search, `?` shows the keys; never while somebody writes. */
function usePageKeys(onHelp: () => void): void {
  const { letters } = usePreferences();
  const navigate = useNavigate();
  const mayFind = useWorkplace().me.abilities.board;
  const help = useRef(onHelp);
  help.current = onHelp;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isWriting(event.target)) return;
      const action = pageKeyAction(event, letters);
      if (!action) return;
      event.preventDefault();
      if (action === 'help') return help.current();
      const field = document.getElementById('search-field');
      // On a phone the bar has no field: the search is a page.
      if (field?.checkVisibility()) field.focus();
      else if (mayFind) void navigate('/search');
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [letters, mayFind, navigate]);
}

/** A new page begins at its top, and a screen reader begins there too. */
function useFocusOnNavigation(pathname: string): void {
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    const isWithinCase = samePage(last.current, pathname);
    last.current = pathname;
    if (isWithinCase) return;
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname]);
}

/** Tabs of one case are one page. */
function samePage(from: string, to: string): boolean {
  const base = (path: string) => /^\/cases\/[^/]+/.exec(path)?.[0];
  return base(from) !== undefined && base(from) === base(to) && !from.includes('/record/') && !to.includes('/record/');
}
