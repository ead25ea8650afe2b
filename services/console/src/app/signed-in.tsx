import type { Me, Pathway } from '@kaerimichi/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { problemOf, UnreachableError } from '../api/problem-error.ts';
import { useMe, usePathway } from '../api/queries.ts';
import { routes } from '../api/routes.ts';
import { createLive } from '../live/live.ts';
import { createObservable } from '../live/observable.ts';
import { createSeenCases } from '../live/seen-cases.ts';
import { Patience } from '../parts/patience.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { lazyPart } from '../words/lazy-part.tsx';
import { CodeSpeechProvider, useSpeech } from '../words/speech-context.tsx';
import { Announcer, useAnnouncements } from './announcer.tsx';
import type { MoveNotice } from './move-notice.ts';
import { createMovesAhead } from './moves-ahead.ts';
import { createOwnWrites } from './own-writes.ts';
import { adopted } from './preferences.ts';
import { preloadPageAt } from './screens.tsx';
import { useServices } from './services.tsx';
import { SessionLock } from './session-lock.tsx';
import { Shell } from './shell.tsx';
import { WorkplaceProvider } from './workplace.tsx';

// With the program of a page that is opened by its address comes the page itself.
preloadPageAt(window.location.pathname);

const OfflineGate = lazyPart(() => import('../features/offline/offline-gate.tsx'), 'OfflineGate', { wait: Patience });

/** Everything behind the sign-in: who am I first, then the live connection, then the screens. */
export function SignedIn() {
  const me = useMe();
  const pathway = usePathway(me.data !== undefined);
  const { pathname, search } = useLocation();
  const { say } = useSpeech();
  const { offline } = useServices();
  if (me.data && pathway.data) return <Signed key={me.data.membership.id} me={me.data} pathway={pathway.data} />;
  if (problemOf(me.error)?.code === 'sign-in') {
    const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/login${next}`} replace />;
  }
  // Nobody is reached, but something is kept on this device: whoever has its PIN goes on with that.
  if (offline.flag.read() && me.failureReason instanceof UnreachableError) return <OfflineGate />;
  const failed = [me, pathway].find(({ isError }) => isError);
  if (!failed) return <Patience />;
  return (
    <main className="page narrow stack">
      <h1>{say('fault.title')}</h1>
      <ProblemNote error={failed.error} onRetry={() => void failed.refetch()} />
    </main>
  );
}

function Signed({ me, pathway }: { me: Me; pathway: Pathway }) {
  const { api, firstBoard, isLocked, leaving, contact, preferences } = useServices();
  const client = useQueryClient();
  const [live] = useState(() =>
    createLive(api, firstBoard, () => {
      // Signed out, or a membership changed: who am I is asked again, and the screens follow.
      void client.invalidateQueries({ queryKey: ['me'] });
      void client.invalidateQueries({ queryKey: ['family'] });
    }),
  );
  const [notice] = useState(() => createObservable<MoveNotice | null>(null));
  const [own] = useState(createOwnWrites);
  const [ahead] = useState(createMovesAhead);
  const [seen] = useState(() =>
    createSeenCases({
      load: () => api.call(routes.seen, { isQuiet: true }),
      note: body => api.call(routes.noteSeen, { body, isQuiet: true }),
    }),
  );
  const isHere = useStaying();
  const announcements = useAnnouncements();
  const workplace = useMemo(
    () => ({ me, pathway, live, notice, own, ahead, seen, isHere, announce: announcements.announce }),
    [me, pathway, live, notice, own, ahead, seen, isHere, announcements.announce],
  );

  useEffect(() => isLocked.write(false), [isLocked]);
  useEffect(() => leaving.enter(me.person.id), [leaving, me.person.id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another membership is another sight; settings are none
  useEffect(() => live.start(me.abilities.board), [live, me.abilities, me.membership]);
  // Before the first paint: a dark ward stays dark on whichever computer.
  useLayoutEffect(() => {
    preferences.set(adopted(preferences.read(), me.person.id, me.settings));
  }, [me.person.id, me.settings, preferences]);
  useEffect(() => (me.abilities.board ? seen.follow() : undefined), [seen, me.abilities.board]);
  useEffect(() => contact.subscribe(() => live.contact(contact.read().reached)), [contact, live]);
  useEffect(() => {
    // The person's own language, until this browser is told otherwise.
    if (preferences.read().language === null && me.language === 'en') preferences.set({ language: 'en' });
  }, [me.language, preferences]);

  return (
    <WorkplaceProvider value={workplace}>
      <CodeSpeechProvider codes={pathway.words}>
        <Shell />
        <Announcer said={announcements.said} />
        <SessionLock />
      </CodeSpeechProvider>
    </WorkplaceProvider>
  );
}

/** Answers whether what is drawn for this membership is still on the page; whoever leaves takes it down. */
function useStaying(): () => boolean {
  const stays = useRef(true);
  useEffect(() => {
    stays.current = true;
    return () => {
      stays.current = false;
    };
  }, []);
  return useCallback(() => stays.current, []);
}
