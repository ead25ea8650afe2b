import type { CaseView } from '@kaerimichi/contracts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { DocumentPanel } from './document-panel.tsx';
import './documents.css';
import { FilesPart } from './files-part.tsx';
import { useDocuments } from './use-documents.ts';

/** 書類: the papers of this child, filled with what is recorded, each to be looked at, opened and printed. */
export function DocumentsTab({ view }: { readonly view: CaseView }) {
  const { say, code } = useSpeech();
  const { data, error, refetch } = useDocuments(view);
  return (
    <section className="stack">
      <h2>{code('tab', 'documents')}</h2>
      <p className="muted small">
        {say('export.logged')} {say('documents.about')}
      </p>
      <ProblemNote error={error} onRetry={() => void refetch()} />
      {data?.documents.length === 0 && <p className="muted">{say('documents.none')}</p>}
      {data?.documents.map(paper => (
        <DocumentPanel key={paper.kind} view={view} paper={paper} onTaken={() => void refetch()} />
      ))}
      <FilesPart view={view} />
    </section>
  );
}
