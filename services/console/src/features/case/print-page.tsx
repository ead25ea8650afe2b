import type { CaseView } from '@kaerimichi/contracts';
import { useParams } from 'react-router';
import { problemOf } from '../../api/problem-error.ts';
import { useCase, useCaseWatch } from '../../api/queries.ts';
import { MissingPage } from '../../app/missing-page.tsx';
import { usePageTitle } from '../../app/page-title.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Button } from '../../parts/button.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useNotedPrints } from '../../parts/use-noted-prints.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { NeededPaper } from './needed-paper.tsx';
import './paper.css';
import { SummaryPaper } from './summary-paper.tsx';
import { useNoteExport } from './use-note-export.ts';

const papers = { summary: SummaryPaper, needed: NeededPaper } as const;
type What = keyof typeof papers;
const isPaper = (what: string): what is What => Object.hasOwn(papers, what);

/** A paper of a case, as it will come out of the printer. */
export function PrintPage() {
  const { id = '', what = '' } = useParams();
  const view = useCase(id);
  useCaseWatch(id);
  if (!isPaper(what) || problemOf(view.error)?.code === 'not-found') return <MissingPage />;
  if (view.data) return <Paper view={view.data} what={what} />;
  if (!view.error) return <Patience />;
  return (
    <div className="page">
      <ProblemNote error={view.error} onRetry={() => void view.refetch()} />
    </div>
  );
}

function Paper({ view, what }: { readonly view: CaseView; readonly what: What }) {
  const { say, code } = useSpeech();
  const exporting = useNoteExport(view.id, what);
  useNotedPrints(exporting.note);
  usePageTitle(`${code('paper', what)} ${view.no}`);
  const Sheet = papers[what];
  return (
    <div className="page stack">
      <div className="stack paper-tools">
        <p className="small">
          <BackLink to={what === 'summary' ? `/cases/${view.id}` : `/cases/${view.id}/path`}>
            {say('record.back', { no: view.no })}
          </BackLink>
        </p>
        <h1>{code('paper', what)}</h1>
        <p className="row">
          <Button kind="primary" onClick={() => window.print()}>
            {say('paper.print')}
          </Button>
          <span className="small muted">{say('export.logged')}</span>
        </p>
        <ProblemNote error={exporting.error} />
      </div>
      <Sheet view={view} />
    </div>
  );
}
