import { useEffect, useRef, useState } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { lazyPart } from '../words/lazy-part.tsx';
import { useSpeech } from '../words/speech-context.tsx';
import { DemoBanner } from './demo-banner.tsx';
import { Faulty } from './faulty.tsx';
import { Header } from './header.tsx';
import { MissingPage } from './missing-page.tsx';
import { MoveNoticeBar } from './move-notice-bar.tsx';
import { BottomBar } from './navigation.tsx';
import { homeOf, screensOf } from './screens.tsx';
import { useObservable, useServices } from './services.tsx';
import './shell.css';
import './status.css';
import { StatusStrip } from './status-strip.tsx';
import { usePageKeys } from './use-page-keys.ts';
import { useWorkplace } from './workplace.tsx';

const HelpSheet = lazyPart(() => import('../features/help/help-sheet.tsx'), 'HelpSheet');
/** Where it does not come, the page stands all the same: it is shown beside what somebody works on. */
const OfflineStrip = lazyPart(
  () => import('../features/offline/offline-strip.tsx').catch(() => ({ OfflineStrip: () => null })),
  'OfflineStrip',
);
const KeysSheet = lazyPart(() => import('../features/help/keys-sheet.tsx'), 'KeysSheet');

/** Bar, strip, screen and bottom bar around every page of a signed-in person. */
export function Shell() {
  const { me } = useWorkplace();
  const { say } = useSpeech();
  const { pathname } = useLocation();
  const isOffline = useObservable(useServices().offline.isWanted);
  const [areKeysShown, showKeys] = useState(false);
  const [isHelpShown, showHelp] = useState(false);
  usePageKeys(() => showKeys(true));
  useFocusOnNavigation(pathname);
  return (
    <>
      <a className="skip-link" href="#main">
        {say('shell.skip')}
      </a>
      <Header onKeys={() => showKeys(true)} onHelp={() => showHelp(true)} />
      <StatusStrip />
      {isOffline && <OfflineStrip />}
      {me.demo && <DemoBanner />}
      <main id="main" tabIndex={-1}>
        <Faulty at={pathname}>
          <Routes>
            <Route path="/" element={<Navigate to={homeOf(me)} replace />} />
            {screensOf(me).map(({ path, page: Page }) => (
              <Route key={path} path={path} element={<Page />} />
            ))}
            <Route path="*" element={<MissingPage />} />
          </Routes>
        </Faulty>
      </main>
      <MoveNoticeBar />
      <BottomBar />
      {isHelpShown && <HelpSheet onClose={() => showHelp(false)} />}
      {areKeysShown && <KeysSheet onClose={() => showKeys(false)} />}
    </>
  );
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
  const isOwnPage = (path: string) => /\/(record|print)\//.test(path);
  return base(from) !== undefined && base(from) === base(to) && !isOwnPage(from) && !isOwnPage(to);
}
