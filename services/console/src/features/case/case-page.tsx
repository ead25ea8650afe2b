import type { CaseView } from '@kaerimichi/contracts';
import { lazy, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Navigate, NavLink, useParams } from 'react-router';
import { problemOf } from '../../api/problem-error.ts';
import { useCase, useCaseWatch } from '../../api/queries.ts';
import { Patience } from '../../app/app.tsx';
import { MissingPage } from '../../app/missing-page.tsx';
import { usePageTitle } from '../../app/page-title.ts';
import { noteRecentCase } from '../../app/recent-cases.ts';
import { useWorkplace } from '../../app/workplace.tsx';
import { CaseName } from '../../parts/case-name.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import './case.css';
import { CaseAside } from './case-aside.tsx';
import { CaseHeader } from './case-header.tsx';
import { ContactList } from './contact-list.tsx';
import { FactsTab } from './facts-tab.tsx';
import { NextTab } from './next-tab.tsx';
import { PathTab } from './path-tab.tsx';
import { RecordTab } from './record-tab.tsx';
import { SourceSection } from './source-section.tsx';
import { TimelineTab } from './timeline-tab.tsx';

const TransitionSheet = lazy(() => import('../move/transition-sheet.tsx').then(m => ({ default: m.TransitionSheet })));

const SharingTab = lazy(() => import('../sharing/sharing-tab.tsx').then(m => ({ default: m.SharingTab })));
const TeamTab = lazy(() => import('../team/team-tab.tsx').then(m => ({ default: m.TeamTab })));
const EnquiryPanel = lazy(() => import('../team/enquiry-panel.tsx').then(m => ({ default: m.EnquiryPanel })));

const tabs = ['', 'next', 'path', 'team', 'facts', 'sharing', 'record'] as const;
type Tab = (typeof tabs)[number];

/** 支援チーム and 同意と共有 are there for whoever is told of them. */
function isOffered(tab: Tab, { facts }: CaseView): boolean {
  if (tab === 'team') return facts.plan?.team !== undefined;
  return tab !== 'sharing' || facts.family?.consents !== undefined;
}

const parseTab = (text: string | undefined): Tab | null => tabs.find(tab => tab === (text ?? '')) ?? null;

/** One case: who, what is next, and everything known and written about it. */
export function CasePage() {
  const { id = '', tab } = useParams();
  const view = useCase(id);
  useCaseWatch(id);
  const shown = parseTab(tab);
  // Merged into another: the server has led to the case that goes on.
  if (view.data && view.data.id !== id) return <Navigate to={`/cases/${view.data.id}`} replace />;
  if (view.data && shown !== null && isOffered(shown, view.data)) return <OpenCase view={view.data} tab={shown} />;
  if (shown === null || view.data || problemOf(view.error)?.code === 'not-found') return <MissingPage />;
  if (view.error)
    return (
      <div className="page">
        <ProblemNote error={view.error} onRetry={() => void view.refetch()} />
      </div>
    );
  return <Patience />;
}

function OpenCase({ view, tab }: { view: CaseView; tab: Tab }) {
  const { code } = useSpeech();
  const [isMoving, setMoving] = useState(false);
  usePageTitle(`${code('tab', tab || 'timeline')} ${view.no}`);
  useEffect(() => noteRecentCase(sessionStorage, view.id), [view.id]);
  return (
    <>
      <CaseHeader view={view} onMove={() => setMoving(true)} />
      <CaseBar view={view} tab={tab} />
      <div className="page case-page">
        <div className="stack">
          <Suspense fallback={null}>{tab === '' && <EnquiryPanel view={view} />}</Suspense>
          <Suspense fallback={<Patience />}>
            <CaseTab view={view} tab={tab} />
          </Suspense>
        </div>
        {tab !== 'next' && tab !== 'sharing' && <CaseAside view={view} />}
      </div>
      <Suspense fallback={null}>
        {isMoving && <TransitionSheet caseId={view.id} no={view.no} onClose={() => setMoving(false)} />}
      </Suspense>
    </>
  );
}

/** Tabs, and who this is once the head has been scrolled away: never more than two lines high. */
function CaseBar({ view, tab }: { view: CaseView; tab: Tab }) {
  const { say, code } = useSpeech();
  const { me } = useWorkplace();
  const row = useCurrentInSight(tab);
  const hasHandoffs = me.abilities.handoffs && view.class !== 'numberOnly' && !view.hidden.includes('plan');
  const { mark, isPast } = useScrolledPast();
  return (
    <>
      <span ref={mark} />
      <div className="case-bar">
        {isPast && (
          <p className="case-bar-name" aria-hidden="true">
            <CaseName card={view.card} />
          </p>
        )}
        <nav ref={row} className="tabs" aria-label={say('case.tabs')}>
          {tabs
            .filter(name => isOffered(name, view))
            .map(name => (
              <NavLink key={name} end to={`/cases/${view.id}${name ? `/${name}` : ''}`}>
                {code('tab', name || 'timeline')}
              </NavLink>
            ))}
          {hasHandoffs && <NavLink to={`/cases/${view.id}/handoffs`}>{say('nav.handoffs')}</NavLink>}
        </nav>
      </div>
    </>
  );
}

/** On a narrow screen the row of tabs is longer than the page: the one that is open stands in its middle. */
function useCurrentInSight(tab: Tab) {
  const row = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is another place
  useLayoutEffect(() => {
    const all = row.current;
    if (!all) return;
    const center = () => {
      const current = all.querySelector<HTMLElement>('[aria-current="page"]');
      if (current) all.scrollLeft = current.offsetLeft - (all.clientWidth - current.clientWidth) / 2;
    };
    // Tabs become wider when their font arrives, and the row narrower when the screen is turned.
    const sizes = new ResizeObserver(center);
    for (const item of [all, ...all.children]) sizes.observe(item);
    return () => sizes.disconnect();
  }, [tab]);
  return row;
}

/** Whether a mark has been scrolled out above. */
function useScrolledPast() {
  const mark = useRef<HTMLSpanElement>(null);
  const [isPast, setPast] = useState(false);
  useEffect(() => {
    if (!mark.current) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry) setPast(!entry.isIntersecting && entry.boundingClientRect.top < 0);
    });
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, []);
  return { mark, isPast };
}

function OwnFacts({ view }: { view: CaseView }) {
  const { role } = useWorkplace().me.membership;
  return (
    <FactsTab view={view} role={role} contacts={<ContactList view={view} />} source={<SourceSection view={view} />} />
  );
}

function CaseTab({ view, tab }: { view: CaseView; tab: Tab }) {
  switch (tab) {
    case '':
      return <TimelineTab view={view} />;
    case 'next':
      return <NextTab view={view} />;
    case 'path':
      return <PathTab view={view} />;
    case 'team':
      return <TeamTab view={view} />;
    case 'sharing':
      return <SharingTab view={view} />;
    case 'facts':
      return <OwnFacts view={view} />;
    case 'record':
      return <RecordTab view={view} />;
  }
}
