import type { CaseView } from '@kaerimichi/contracts';
import { type ReactNode, useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useWide } from '../../parts/use-wide.ts';
import { lazyPart } from '../../words/lazy-part.tsx';
import { RIGHT_PANE } from './panes.ts';
import './record-sheet.css';
import { comingBack } from './returned-focus.ts';

const ChartBeside = lazyPart(() => import('./chart-beside.tsx'), 'ChartBeside');

type Props = { readonly view: CaseView; readonly children: ReactNode };

/**
 * A form as a sheet at the right, with the case readable beside it while one writes; on a narrow screen it is the page.
 * Escape goes back to the case, to the link that led here; what was typed stays a draft.
 */
export function RecordSheet({ view, children }: Props) {
  const isWide = useWide(RIGHT_PANE);
  useEscape(view.id);
  return (
    <div className={isWide ? 'record-place record-place-wide' : 'record-place'}>
      {children}
      {isWide && <ChartBeside view={view} />}
    </div>
  );
}

/** Not while a kana is composed, nor while something lies over the page that Escape closes first. */
function useEscape(caseId: string): void {
  const navigate = useNavigate();
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
      if (document.querySelector('[role="dialog"], [role="listbox"], .menu-panel')) return;
      const from = `${window.location.pathname}${window.location.search}`;
      void navigate(`/cases/${caseId}`, { state: comingBack(from) });
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [caseId, navigate]);
}
