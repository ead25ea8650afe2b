import type { CaseView } from '@kaerimichi/contracts';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { NavLink } from 'react-router';
import { noteRecentCase } from '../../app/recent-cases.ts';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { CaseName } from '../../parts/case-name.tsx';
import { DeadlineChip } from '../../parts/chips.tsx';
import { useWide } from '../../parts/use-wide.ts';
import { lazyPart } from '../../words/lazy-part.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import './case.css';
import { CaseHeader } from './case-header.tsx';
import { LEFT_PANE, RIGHT_PANE } from './panes.ts';
import { type Tab, tabOrder } from './tab-order.ts';

const TransitionSheet = lazyPart(() => import('../move/transition-sheet.tsx'), 'TransitionSheet');

/** Tabs that are there for whoever is told of a fact, by its category and name. */
const tabFacts: { readonly [T in Tab]?: readonly [category: string, fact: string] } = {
  skills: ['skills', 'skills'],
  devices: ['skills', 'devices'],
  entitlements: ['money', 'entitlements'],
  stays: ['plan', 'stays'],
  evaluation: ['plan', 'evaluations'],
  followUp: ['clinical', 'followUps'],
  adult: ['plan', 'adult'],
};

/** Stages in which nothing stands in these tabs yet: a child that is being prepared for its way home has enough of them. */
const beforeHome: readonly string[] = ['screening', 'familyInterview', 'planning', 'preparing', 'trialStay'];
const afterwards: readonly Tab[] = ['evaluation', 'followUp'];

/** 支援チーム, チェック, 会議, 手技 and the like, 書類, 同意と共有, 見通し and 算定 are there for whoever is told of them. */
export function isOffered(tab: Tab, { facts, stage, fees }: CaseView): boolean {
  const [category, fact] = tabFacts[tab] ?? [];
  if (afterwards.includes(tab) && beforeHome.includes(stage) && !hasPassed(tab, facts)) return false;
  if (category && fact) return facts[category]?.[fact] !== undefined;
  if (tab === 'fees') return fees;
  if (tab === 'outlook') return facts.plan?.team !== undefined && stage !== 'closed';
  if (tab === 'team' || tab === 'checklists' || tab === 'conferences' || tab === 'documents')
    return facts.plan?.team !== undefined;
  return tab !== 'sharing' || facts.family?.consents !== undefined;
}

/** Of a child that comes back: what was there stays to be read. */
function hasPassed(tab: Tab, { plan }: CaseView['facts']): boolean {
  if (tab === 'followUp') return plan?.discharged !== undefined;
  return Array.isArray(plan?.evaluations) && plan.evaluations.length > 0;
}

/** A page under the tabs of a case: one of the tabs proper, or its handoffs. */
type CaseTabId = Tab | 'handoffs';

type FrameProps = { readonly view: CaseView; readonly tab: CaseTabId; readonly children: ReactNode };

/** What stands at the top of every page of a case: who it is, the three facts, the tabs. */
export function CaseFrame({ view, tab, children }: FrameProps) {
  const [isMoving, setMoving] = useState(false);
  useEffect(() => noteRecentCase(sessionStorage, view.id), [view.id]);
  return (
    <>
      <CaseHeader view={view} onMove={() => setMoving(true)} />
      <CaseBar view={view} tab={tab} />
      {children}
      {isMoving && <TransitionSheet caseId={view.id} no={view.no} onClose={() => setMoving(false)} />}
    </>
  );
}

/** Tabs, and who this is once the head has been scrolled away: never more than two lines high. */
function CaseBar({ view, tab }: { view: CaseView; tab: CaseTabId }) {
  const { say, code } = useSpeech();
  const { me } = useWorkplace();
  const row = useCurrentInSight(tab);
  const hasHandoffs = me.abilities.handoffs && view.class !== 'numberOnly' && !view.hidden.includes('plan');
  const { mark, isPast } = useScrolledPast();
  const today = useToday();
  const panes = { hasLeft: useWide(LEFT_PANE), hasRight: useWide(RIGHT_PANE) };
  return (
    <>
      <span ref={mark} />
      <div className="case-bar">
        {isPast && (
          <p className="case-bar-name" aria-hidden="true">
            <CaseName card={view.card} />
            {view.stage !== 'closed' && <DeadlineChip on={view.card.due?.on} today={today} />}
          </p>
        )}
        <nav ref={row} className="tabs" aria-label={say('case.tabs')}>
          {tabOrder(panes)
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
function useCurrentInSight(tab: CaseTabId) {
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
