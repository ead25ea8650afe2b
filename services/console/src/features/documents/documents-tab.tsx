import type { CaseDocument, CaseView } from '@kaerimichi/contracts';
import { useState } from 'react';
import { SelectField } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { DocumentPanel } from './document-panel.tsx';
import './documents.css';
import { FilesPart } from './files-part.tsx';
import { useDocuments } from './use-documents.ts';

/** 書類: the papers of this child, filled with what is recorded, each to be looked at, opened, printed and kept. */
export function DocumentsTab({ view }: { readonly view: CaseView }) {
  const { say, code } = useSpeech();
  const { data, error, refetch } = useDocuments(view);
  const [kind, setKind] = useState('');
  const all = data?.documents ?? [];
  const shown = all.filter(paper => isShown(paper, kind));
  return (
    <section className="stack">
      <h2>{code('tab', 'documents')}</h2>
      <p className="muted small">
        {say('export.logged')} {say('documents.about')}
      </p>
      <ProblemNote error={error} onRetry={() => void refetch()} />
      {all.length > 1 && <KindField papers={all} kind={kind} onChoose={setKind} />}
      {data?.documents.length === 0 && <p className="muted">{say('documents.none')}</p>}
      {all.length > 0 && shown.length === 0 && <p className="muted">{say('documents.noneKept')}</p>}
      {shown.map(paper => (
        <DocumentPanel key={paper.kind} view={view} paper={paper} onTaken={() => void refetch()} />
      ))}
      <FilesPart view={view} />
    </section>
  );
}

/** Of every kind, or of those with a version that holds or waits, or the one that was chosen. */
const isShown = ({ kind, versions }: CaseDocument, wanted: string): boolean =>
  wanted === KEPT
    ? versions.some(({ state }) => state !== 'replaced' && state !== 'withdrawn')
    : wanted === '' || wanted === kind;
const KEPT = 'kept';

type KindProps = {
  readonly papers: readonly CaseDocument[];
  readonly kind: string;
  readonly onChoose: (kind: string) => void;
};

function KindField({ papers, kind, onChoose }: KindProps) {
  const { say } = useSpeech();
  return (
    <SelectField
      label={say('documents.kind')}
      nothing={say('documents.all')}
      isRequired={false}
      options={[
        { value: KEPT, label: say('documents.keptOnly') },
        ...papers.map(paper => ({ value: paper.kind, label: paper.title })),
      ]}
      value={kind}
      onChange={onChoose}
    />
  );
}
