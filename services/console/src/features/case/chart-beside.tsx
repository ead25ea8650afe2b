import type { CaseView } from '@kaerimichi/contracts';
import { useHistory } from '../../api/queries.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { CaseSummary } from './case-summary.tsx';
import { TimelineList } from './timeline-list.tsx';

/** What is read while one writes: the last weeks of most cases. */
const MOST = 40;

/** The case beside a form: its summary and what happened last, to read and to call from, with a scroll of its own. */
export function ChartBeside({ view }: { readonly view: CaseView }) {
  const { say, code } = useSpeech();
  const history = useHistory(view.id);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keys
    <section className="chart-beside" aria-label={say('record.beside')} tabIndex={0}>
      <div className="case-summary">
        <CaseSummary view={view} hasTimeline />
      </div>
      <div className="stack">
        <h2>{code('tab', 'timeline')}</h2>
        <TimelineList events={(history.data ?? []).slice(0, MOST)} history={history.data ?? []} caseId={view.id} />
      </div>
    </section>
  );
}
