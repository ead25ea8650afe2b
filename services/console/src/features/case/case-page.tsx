import type { CaseView } from '@kaerimichi/contracts';
import { Navigate, useParams } from 'react-router';
import { problemOf } from '../../api/problem-error.ts';
import { useCase, useCaseWatch } from '../../api/queries.ts';
import { MissingPage } from '../../app/missing-page.tsx';
import { usePageTitle } from '../../app/page-title.ts';
import { useLookingAt } from '../../app/use-looking-at.ts';
import { useWorkplace } from '../../app/workplace.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useWide } from '../../parts/use-wide.ts';
import { lazyPart } from '../../words/lazy-part.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { CaseAside } from './case-aside.tsx';
import { CaseFrame, isOffered } from './case-frame.tsx';
import { CaseSummary } from './case-summary.tsx';
import { ContactList } from './contact-list.tsx';
import { FactsTab } from './facts-tab.tsx';
import { NextTab } from './next-tab.tsx';
import { LEFT_PANE } from './panes.ts';
import { PathTab } from './path-tab.tsx';
import { RecordTab } from './record-tab.tsx';
import { useReturnedFocus } from './returned-focus.ts';
import { SourceSection } from './source-section.tsx';
import { type Tab, tabs } from './tab-order.ts';
import { TimelineTab } from './timeline-tab.tsx';

const AdultTab = lazyPart(() => import('../aftercare/adult-tab.tsx'), 'AdultTab', { wait: Patience });
const ChecklistsTab = lazyPart(() => import('../checklists/checklists-tab.tsx'), 'ChecklistsTab', { wait: Patience });
const ConferencesTab = lazyPart(() => import('../conferences/conferences-tab.tsx'), 'ConferencesTab', {
  wait: Patience,
});
const DevicesTab = lazyPart(() => import('../preparation/devices-tab.tsx'), 'DevicesTab', { wait: Patience });
const EntitlementsTab = lazyPart(() => import('../preparation/entitlements-tab.tsx'), 'EntitlementsTab', {
  wait: Patience,
});
const DocumentsTab = lazyPart(() => import('../documents/documents-tab.tsx'), 'DocumentsTab', { wait: Patience });
const EvaluationTab = lazyPart(() => import('../aftercare/evaluation-tab.tsx'), 'EvaluationTab', { wait: Patience });
const FeesTab = lazyPart(() => import('../answers/fees-tab.tsx'), 'FeesTab', { wait: Patience });
const FollowUpTab = lazyPart(() => import('../aftercare/follow-up-tab.tsx'), 'FollowUpTab', { wait: Patience });
const OutlookTab = lazyPart(() => import('../answers/outlook-tab.tsx'), 'OutlookTab', { wait: Patience });
const SharingTab = lazyPart(() => import('../sharing/sharing-tab.tsx'), 'SharingTab', { wait: Patience });
const SkillsTab = lazyPart(() => import('../preparation/skills-tab.tsx'), 'SkillsTab', { wait: Patience });
const StaysTab = lazyPart(() => import('../preparation/stays-tab.tsx'), 'StaysTab', { wait: Patience });
const TeamTab = lazyPart(() => import('../team/team-tab.tsx'), 'TeamTab', { wait: Patience });
const EnquiryPanel = lazyPart(() => import('../team/enquiry-panel.tsx'), 'EnquiryPanel');

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
  const hasLeft = useWide(LEFT_PANE);
  useReturnedFocus();
  usePageTitle(`${code('tab', tab || 'timeline')} ${view.no}`);
  useLookingAt(view.card);
  return (
    <CaseFrame view={view} tab={tab}>
      <div className="page case-page">
        {hasLeft && tab !== 'overview' && <SummaryPane view={view} hasTimeline={tab === ''} />}
        <div className="stack">
          {tab === '' && <EnquiryPanel view={view} />}
          <CaseTab view={view} tab={tab} />
        </div>
        {tab !== 'next' && tab !== 'sharing' && <CaseAside view={view} />}
      </div>
    </CaseFrame>
  );
}

/** At the left, with a scroll of its own: the page beside it may be long. */
function SummaryPane({ view, hasTimeline }: { view: CaseView; hasTimeline: boolean }) {
  const { code } = useSpeech();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keys
    <section className="case-summary case-summary-pane" aria-label={code('tab', 'overview')} tabIndex={0}>
      <CaseSummary view={view} hasTimeline={hasTimeline} />
    </section>
  );
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
      return <TimelineTab key={view.id} view={view} />;
    case 'next':
      return <NextTab view={view} />;
    case 'overview':
      return (
        <div className="case-summary">
          <CaseSummary view={view} />
        </div>
      );
    case 'path':
      return <PathTab view={view} />;
    case 'outlook':
      return <OutlookTab key={view.id} view={view} />;
    case 'fees':
      return <FeesTab key={view.id} view={view} />;
    case 'team':
      return <TeamTab view={view} />;
    case 'checklists':
      return <ChecklistsTab view={view} />;
    case 'skills':
      return <SkillsTab view={view} />;
    case 'devices':
      return <DevicesTab view={view} />;
    case 'entitlements':
      return <EntitlementsTab view={view} />;
    case 'stays':
      return <StaysTab view={view} />;
    case 'conferences':
      return <ConferencesTab key={view.id} view={view} />;
    case 'evaluation':
      return <EvaluationTab key={view.id} view={view} />;
    case 'followUp':
      return <FollowUpTab view={view} />;
    case 'adult':
      return <AdultTab key={view.id} view={view} />;
    case 'documents':
      return <DocumentsTab key={view.id} view={view} />;
    case 'sharing':
      return <SharingTab view={view} />;
    case 'facts':
      return <OwnFacts view={view} />;
    case 'record':
      return <RecordTab view={view} />;
  }
}
